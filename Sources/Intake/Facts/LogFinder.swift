import CaseModel

/// Finds the logs among the lines, by their time stamps, and counts their lines.
struct LogFinder {
  struct Log {
    var attachment: InstallationDetail.Attachment
    var first: Line
  }

  /// The logs, and the lines that are part of none.
  static func split(_ lines: [Line]) -> (logs: [Log], rest: [Line]) {
    var (logs, rest) = ([Log](), [Line]())
    for file in Dictionary(grouping: lines.indices, by: { lines[$0].file }).values.sorted(by: {
      $0[0] < $1[0]
    }) {
      let part = file.map { lines[$0] }
      if let log = whole(part) {
        logs.append(log)
      } else {
        let found = within(part)
        logs += found.logs
        rest += found.rest
      }
    }
    return (logs, rest)
  }

  /// An attached file that is a log altogether.
  private static func whole(_ lines: [Line]) -> Log? {
    let filled = lines.filter { !$0.isBlank }
    guard let first = filled.first else { return nil }
    let stamped = filled.count { kind(of: $0) != nil }
    guard stamped * 5 >= filled.count * 3 else { return nil }
    let isClient = isAboutClient(first.file) || filled.contains { kind(of: $0) == .client }
    return Log(
      attachment: .init(
        kind: isClient ? "client-log" : "server-log", name: first.file.printable(limit: 200),
        lines: filled.count),
      first: first)
  }

  private static func within(_ lines: [Line]) -> (logs: [Log], rest: [Line]) {
    var (logs, rest) = ([Log](), [Line]())
    var index = 0
    while index < lines.count {
      guard let kind = kind(of: lines[index]) else {
        rest.append(lines[index])
        index += 1
        continue
      }
      let end = end(of: lines, from: index)
      let label = rest.suffix(3).last { !$0.isBlank && $0.file == lines[index].file }
      let isClient = kind == .client || label.map { isAboutClient($0.text) } == true
      logs.append(
        Log(
          attachment: .init(
            kind: isClient ? "client-log" : "server-log",
            lines: lines[index..<end].count { !$0.isBlank }),
          first: lines[index]))
      index = end
    }
    return (logs, rest)
  }

  /// Behind the last line of the log: blank and indented lines between its lines belong to it.
  private static func end(of lines: [Line], from start: Int) -> Int {
    var (end, index) = (start + 1, start + 1)
    while index < lines.count, index - end < 50 {
      let text = lines[index].text.drop { ">| ".contains($0) && $0 != " " }
      if kind(of: lines[index]) != nil {
        end = index + 1
      } else if !lines[index].isBlank, text.first?.isWhitespace != true {
        break
      }
      index += 1
    }
    return end
  }

  private enum Kind { case server, client }

  private static func kind(of line: Line) -> Kind? {
    let text = line.text.drop { $0.isWhitespace || ">|".contains($0) }
    let clientWords = [
      "Status:\t", "Command:\t", "Response:\t", "Status: ", "Command: ", "Response: ", "Trace:\t",
      "Error:\t",
    ]
    if clientWords.contains(where: text.hasPrefix) { return .client }
    return hasStamp(Array(text.utf8.prefix(100))) ? .server : nil
  }

  /// Whether a time with seconds stands here with nothing before it but a date, or in brackets
  /// with a date as web servers have it.
  private static func hasStamp(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 8 else { return false }
    for at in 0...(bytes.count - 8) where isTime(bytes[at..<at + 8]) {
      let before = String(decoding: bytes[..<at], as: UTF8.self)
      return before.isDateOnly || before.endsInBracketedDate
    }
    return false
  }

  /// `12:34:56`
  private static func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.enumerated().allSatisfy { index, byte in
      index == 2 || index == 5
        ? byte == UInt8(ascii: ":") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
  }

  private static func isAboutClient(_ text: String) -> Bool {
    let words = Question.words(text.prefix(200))
    return words.contains {
      ["client", "clientside", "filezilla", "winscp", "lftp", "curl"].contains($0)
    }
      && !words.contains { ["server", "proftpd", "sshd"].contains($0) }
  }
}

extension String {
  /// Empty, or nothing but the parts of a date.
  fileprivate var isDateOnly: Bool {
    utf8.count <= 32
      && split { !$0.isWordCharacter }.allSatisfy { part in
        part.allSatisfy(\.isDigit) || Self.dateNames.contains(part.lowercased())
          || (part.last == "T" && part.dropLast().allSatisfy(\.isDigit))
      }
  }

  /// `[02/Mar/2026:`
  fileprivate var endsInBracketedDate: Bool {
    let parts = suffix(13).split(separator: "/")
    return hasSuffix(":") && parts.count == 3 && parts[0].hasPrefix("[")
      && Self.dateNames.contains(parts[1].lowercased()) && parts[2].dropLast().allSatisfy(\.isDigit)
  }

  private static let dateNames: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mon",
    "tue",
    "wed", "thu", "fri", "sat", "sun",
  ]
}

import CaseModel

/// Finds the logs in a document, attached whole or pasted into a letter.
enum LogFiles {
  struct Log {
    var attachment: InstallationDetail.Attachment
    var first: Line
    var indices: Range<Int>
  }

  /// The logs, what their banners tell, and the indices of all their lines.
  static func read(_ document: Document) -> (logs: [Log], claims: [Claim], used: Set<Int>) {
    let found =
      document.kind != .letter && isWhole(document)
      ? [whole(document)] : LogScan(document).logs()
    var claims: [Claim] = []
    var used: Set<Int> = []
    for log in found {
      let isClient = log.attachment.kind == "client-log"
      claims += LogBanners.read(document.lines[log.indices], isClient: isClient)
      used.formUnion(log.indices)
    }
    return (found, claims, used)
  }

  /// Whether most lines of a file's head are a log's.
  static func isWhole(_ document: Document) -> Bool {
    var (logged, others, seen) = (0, 0, 0)
    var lines: [(text: Substring, line: LogLine)] = []
    for line in document.lines where !line.text.isEmpty {
      seen += 1
      if seen > 300 { break }
      let text = line.printed
      if let found = LogLine(text) {
        logged += 1
        lines.append((text, found))
      } else if !LogText.continues(line) {
        others += 1
      }
    }
    return logged > 0 && logged * 5 >= (logged + others) * 3 && !LogText.isChat(lines)
  }

  private static func whole(_ document: Document) -> Log {
    let lines = document.lines
    var span = LogSpan()
    let head = lines.prefix(600)
    for line in head { if let found = LogLine(line.printed) { span.add(found) } }
    for line in lines.dropFirst(600).suffix(300) {
      if let found = LogLine(line.printed) { span.add(found) }
    }
    let name = lines.first?.file ?? document.name
    var found = log(0..<lines.count, span, lines, label: name, name: name)
    // The middle of a long one was only counted.
    found.attachment.lines += document.omitted
    return found
  }

  static func log(
    _ range: Range<Int>, _ span: LogSpan, _ lines: [Line], label: String, name: String? = nil
  ) -> Log {
    let isClient = span.format?.isClient == true || LogText.isAboutClient(label)
    var attachment = InstallationDetail.Attachment(
      kind: isClient ? "client-log" : "server-log", name: name?.printable(limit: 200),
      lines: lines[range].count { $0.text.utf8.contains { $0 > 32 } })
    span.describe(&attachment)
    let first = lines[range].first { $0.text.utf8.contains { $0 > 32 } } ?? lines[range.lowerBound]
    return Log(attachment: attachment, first: first, indices: range)
  }
}

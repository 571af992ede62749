import Foundation

/// The files of an example's ticket, read without the tool's own readers.
struct ExampleTicket {
  let files: [String]
  private var readings: [String: String] = [:]

  init(_ name: String) throws {
    let folder = Tool.repository + "/Profiles/examples/" + name
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0 != "profile.yaml" }
    files = names.map { "\(folder)/\($0)" }
    for (name, path) in zip(names, files) {
      readings[name] = try Self.reading(Data(contentsOf: URL(filePath: path)), name)
    }
  }

  /// Whether a file has the words, whatever marks stand between them.
  ///
  /// - Parameter file: as the tool names it: `mail.eml`, `mails.mbox: mail 3`.
  func says(_ text: String, in file: String) -> Bool {
    // A title is told apart by a word of the tool's own.
    let words = Self.words(text.hasPrefix("Subject: ") ? String(text.dropFirst(9)) : text)
    return !words.isEmpty && (" " + Self.words(reading(file)) + " ").contains(" " + words + " ")
  }

  /// Whether the line exists; in a file of plain lines, whether it is the one with the words.
  func has(_ line: Int, in file: String, reading text: String) -> Bool {
    let lines = reading(file).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.indices.contains(line - 1) else { return false }
    let isPlain = file.hasSuffix(".txt") || file.hasSuffix(".md")
    return !isPlain || Self.words(lines[line - 1]).contains(Self.words(text))
  }

  private func reading(_ file: String) -> String {
    readings[file] ?? file.firstRange(of: ": ").flatMap { readings[String(file[..<$0.lowerBound])] }
      ?? ""
  }

  private static func reading(_ data: Data, _ name: String) throws -> String {
    if name.hasSuffix(".json") {
      return strings(try JSONSerialization.jsonObject(with: data)).joined(separator: "\n")
    }
    let text = String(decoding: data, as: UTF8.self)
    guard text.contains("Content-Transfer-Encoding: quoted-printable") else { return text }
    let bytes = unquoted(Array(data))
    let encoding: String.Encoding =
      text.lowercased().contains("charset=iso-8859-1") ? .isoLatin1 : .utf8
    let body = String(data: Data(bytes), encoding: encoding) ?? ""
    return text.contains("Content-Type: text/html") ? withoutTags(body) : body
  }

  private static func strings(_ value: Any) -> [String] {
    switch value {
    case let text as String: [text]
    case let list as [Any]: list.flatMap(strings)
    case let object as [String: Any]:
      object.sorted { $0.key < $1.key }.flatMap { strings($0.value) }
    default: []
    }
  }

  /// RFC 2045, section 6.7.
  private static func unquoted(_ bytes: [UInt8]) -> [UInt8] {
    var (plain, rest) = ([UInt8](), bytes[...])
    while let byte = rest.popFirst() {
      let next = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "="), next.hasPrefix("\n") {
        rest = rest.dropFirst()
      } else if byte == UInt8(ascii: "="), let code = UInt8(next, radix: 16) {
        plain.append(code)
        rest = rest.dropFirst(2)
      } else {
        plain.append(byte)
      }
    }
    return plain
  }

  private static func withoutTags(_ html: String) -> String {
    html.replacing(/<[^>]*>/, with: " ").replacing("&nbsp;", with: " ")
      .replacing("&quot;", with: "\"").replacing("&#8217;", with: "’")
  }

  private static func words(_ text: some StringProtocol) -> String {
    text.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}

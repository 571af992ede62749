/// What may stand between the lines of a log, and who wrote it.
enum LogText {
  /// An indented line, the end of a trace: it goes on what the line before it began.
  static func continues(_ line: Line) -> Bool {
    guard let first = line.text.utf8.first else { return true }
    if line.depth == 0, first == 32 || first == 9 { return true }
    let text = line.printed
    return text.isEmpty || text.starts("... ") || isRaised(text)
  }

  /// `ValueError: …`, the last line of a traceback.
  private static func isRaised(_ text: Substring) -> Bool {
    guard let colon = text.utf8.prefix(80).firstIndex(of: UInt8(ascii: ":")) else { return false }
    let name = text[..<colon]
    return !name.contains(" ") && (name.hasSuffix("Error") || name.hasSuffix("Exception"))
      && name.count > 5
  }

  /// `Log:`, `auth.log:`, `Server log`
  static func announces(_ text: Substring) -> Bool {
    guard text.utf8.count <= 120 else { return false }
    let key = text.lowercased()
    return key.contains("log") || key.contains("trace") || key.contains("output")
  }

  static func isAboutClient(_ text: String) -> Bool {
    let words = text.prefix(200).lowercased().split { !$0.isWordCharacter }.map(String.init)
    let client = [
      "client", "clientside", "clients", "filezilla", "winscp", "lftp", "curl", "cyberduck",
      "rclone", "kunde", "cliente", "klient",
    ]
    let server = ["server", "proftpd", "sshd", "vsftpd", "servidor", "serveur"]
    return words.contains(where: client.contains) && !words.contains(where: server.contains)
  }

  /// `10:02:11 Agent Priya: …`: stamped lines that all name one of a few speakers are a chat.
  static func isChat(_ lines: [(text: Substring, line: LogLine)]) -> Bool {
    var speakers: [String: Int] = [:]
    var spoken = 0
    for (text, line) in lines.prefix(60) {
      guard line.format == .stamped else { return false }
      guard let name = speaker(text, line.message) else { continue }
      spoken += 1
      speakers[name, default: 0] += 1
    }
    return spoken * 5 >= lines.prefix(60).count * 4 && speakers.count <= 4
  }

  private static func speaker(_ text: Substring, _ start: Int) -> String? {
    var bytes = text.utf8.dropFirst(start)
    while let first = bytes.first, " -<[\t".utf8.contains(first) { bytes = bytes.dropFirst() }
    guard let end = bytes.prefix(40).firstIndex(where: { ":>]".utf8.contains($0) }) else {
      return nil
    }
    let name = String(Substring(bytes[..<end]))
    let words = name.split(separator: " ")
    let known: Set = [
      "info", "error", "warning", "debug", "status", "command", "response", "trace", "notice",
      "fatal", "severe", "warn",
    ]
    guard (1...4).contains(words.count), !known.contains(name.lowercased()),
      name.contains(where: \.isLowercase),
      name.allSatisfy({
        $0.isLetter || $0 == " " || $0 == "(" || $0 == ")" || $0 == "_" || $0 == "."
      })
    else { return nil }
    // Programs do not write capitals and spaces; a person's sentence goes on after the colon.
    let rest = Substring(bytes[end...].dropFirst())
    guard rest.utf8.first == 32,
      rest.contains(where: \.isLetter) || rest.contains(where: \.isNumber)
    else { return nil }
    return name
  }
}

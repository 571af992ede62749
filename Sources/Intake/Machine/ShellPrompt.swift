/// A line with a shell's prompt and the command typed behind it.
struct ShellPrompt {
  var host: String?
  var command: OutputOf?

  /// Whether one of a prompt's signs stands where it can; most lines have none.
  static func mayStart(_ text: Substring, _ first: UInt8) -> Bool {
    if first == UInt8(ascii: "$") || first == UInt8(ascii: "#") || first == UInt8(ascii: "%") {
      return true
    }
    guard first.isLetterByte || first == UInt8(ascii: "[") || first == UInt8(ascii: "(") else {
      return false
    }
    return text.withBytes { bytes in
      var hasSign = false
      for byte in bytes.prefix(80) {
        switch byte {
        case UInt8(ascii: "@"), UInt8(ascii: "\\"), UInt8(ascii: ":"): hasSign = true
        case UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "%"):
          if hasSign { return true }
        default: break
        }
      }
      return false
    }
  }

  /// Nil where no known command follows; a prompt with a host may have any.
  init?(_ text: Substring) {
    guard let (prompt, rest) = Self.split(text) else { return nil }
    let command = OutputOf(command: rest)
    host = Self.host(in: prompt)
    guard command != nil || host != nil || prompt.utf8.count > 3 else { return nil }
    self.command = command
  }

  private static func split(_ text: Substring) -> (prompt: Substring, rest: Substring)? {
    for mark in ["$ ", "# ", "% "] {
      if let rest = text.after(mark) { return (text.prefix(1), rest.trimmedSpace) }
    }
    if isWindows(text) {
      guard let end = text.utf8.prefix(200).firstIndex(of: UInt8(ascii: ">")) else { return nil }
      let rest = text[text.utf8.index(after: end)...].trimmedSpace
      return rest.isEmpty ? nil : (text[..<end], rest)
    }
    return splitUnix(text)
  }

  /// `root@web1:~# `, `[root@web1 ~]# `, `web1:~ anna$ `
  private static func splitUnix(_ text: Substring) -> (prompt: Substring, rest: Substring)? {
    let bytes = text.utf8
    var place = bytes.startIndex
    var (length, spaces, hasAt, hasColon) = (0, 0, false, false)
    while place < bytes.endIndex, length < 80, spaces <= 2 {
      let byte = bytes[place]
      let next = bytes.index(after: place)
      switch byte {
      case UInt8(ascii: "@"): hasAt = true
      case UInt8(ascii: ":"): hasColon = true
      case 32: spaces += 1
      case UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "%"):
        guard next < bytes.endIndex, bytes[next] == 32 else { break }
        guard hasAt || hasColon else { return nil }
        return (text[..<place], text[next...].trimmedSpace)
      default: break
      }
      place = next
      length += 1
    }
    return nil
  }

  /// `PS C:\>`, `C:\Users\anna>`
  private static func isWindows(_ text: Substring) -> Bool {
    let path = text.after("PS ") ?? text
    let bytes = Array(path.utf8.prefix(3))
    return bytes.count == 3 && bytes[0].isLetterByte && bytes[1] == UInt8(ascii: ":")
      && bytes[2] == UInt8(ascii: "\\")
  }

  private static func host(in prompt: Substring) -> String? {
    guard let at = prompt.utf8.firstIndex(of: UInt8(ascii: "@")) else {
      guard let colon = prompt.utf8.firstIndex(of: UInt8(ascii: ":")), !isWindows(prompt) else {
        return nil
      }
      let name = prompt[..<colon]
      return name.utf8.allSatisfy { $0 > 32 } ? String(name) : nil
    }
    let name = prompt[prompt.utf8.index(after: at)...].utf8.prefix {
      $0.isNameByte || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
    return name.isEmpty ? nil : String(Substring(name))
  }
}

import CaseModel

/// What a text must be like, in words and as a test.
struct Rule: Sendable {
  var expected: String
  /// The same for an editor: a JSON Schema's regular expression, never stricter than `holds`.
  var pattern: String?
  /// The same where only some texts are right.
  var choices: [String]?
  var holds: @Sendable (String) -> Bool

  static let any = Rule(expected: "text") { !$0.contains("\0") }
  static let filled = Rule(expected: "text that is not empty", pattern: #"\S"#) { text in
    text.contains { !$0.isWhitespace } && !text.contains("\0")
  }
  /// No line end, escape sequence or direction override; 4096 bytes at most.
  static let line = Rule(expected: "one line of printable text", pattern: #"^[^\r\n]*$"#) {
    $0.utf8.count <= 4096 && $0 == $0.printable(limit: 4096)
  }
  static let name = Rule(
    expected: "a name of small letters, digits and -", pattern: "^[a-z0-9][a-z0-9-]{0,63}$"
  ) { text in
    text.utf8.count <= 64 && text.utf8.first.map { $0 != UInt8(ascii: "-") } == true
      && text.utf8.allSatisfy { $0.isIn("abcdefghijklmnopqrstuvwxyz0123456789-") }
  }
  static let token = Rule(
    expected: "letters, digits and . _ + -", pattern: "^[A-Za-z0-9._+~-]{1,64}$"
  ) { text in
    (1...64).contains(text.utf8.count) && text != "." && text != ".."
      && text.utf8.allSatisfy { $0.isLetterOrDigit || $0.isIn("._+~-") }
  }
  static let absolutePath = Rule(expected: "an absolute path") { text in
    text.hasPrefix("/") && text.utf8.count <= 1024 && line.holds(text)
      && !text.split(separator: "/").contains("..")
  }
  static let mode = Rule(expected: "an octal mode like 0644") { text in
    (3...4).contains(text.utf8.count) && text.utf8.allSatisfy { $0.isIn("01234567") }
  }
  static func hex(_ digits: Int) -> Rule {
    Rule(expected: "\(digits) hex digits") { text in
      text.utf8.count == digits && text.allSatisfy(\.isHexDigit)
    }
  }
  static func one(of choices: [String]) -> Rule {
    Rule(
      expected: choices.joined(separator: ", ").appending(
        choices.count > 1 ? " (one of them)" : ""),
      choices: choices
    ) {
      choices.contains($0)
    }
  }
}

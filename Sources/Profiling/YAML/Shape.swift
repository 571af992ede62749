import CaseModel

/// What a YAML document may contain; checking it finds every problem at once.
indirect enum Shape: Sendable {
  case text(Rule)
  case integer(ClosedRange<Int>)
  case bool
  /// A truth value, a whole number or text, as it is written.
  case setting
  case list(Shape, atLeast: Int = 0)
  /// Keys of the writer's own choice.
  case map(keys: Rule, Shape)
  case object([Field])

  struct Field: Sendable {
    enum Presence: Sendable {
      case required, optional
      case otherwise(YAMLValue)
    }
    var name: String
    var shape: Shape
    var presence: Presence

    static func required(_ name: String, _ shape: Shape) -> Field {
      Field(name: name, shape: shape, presence: .required)
    }
    static func optional(_ name: String, _ shape: Shape) -> Field {
      Field(name: name, shape: shape, presence: .optional)
    }
    static func optional(_ name: String, _ shape: Shape, or value: YAMLValue) -> Field {
      Field(name: name, shape: shape, presence: .otherwise(value))
    }
  }
}

/// What a text must be like, in words and as a test.
struct Rule: Sendable {
  var expected: String
  var holds: @Sendable (String) -> Bool

  static let any = Rule(expected: "text") { !$0.contains("\0") }
  static let filled = Rule(expected: "text that is not empty") { text in
    text.contains { !$0.isWhitespace } && !text.contains("\0")
  }
  /// No line end, escape sequence or direction override; 4096 bytes at most.
  static let line = Rule(expected: "one line of printable text") {
    $0.utf8.count <= 4096 && $0 == $0.printable(limit: 4096)
  }
  static let name = Rule(expected: "a name of small letters, digits and -") { text in
    text.utf8.count <= 64 && text.utf8.first.map { $0 != UInt8(ascii: "-") } == true
      && text.utf8.allSatisfy { $0.isIn("abcdefghijklmnopqrstuvwxyz0123456789-") }
  }
  static let token = Rule(expected: "letters, digits and . _ + -") { text in
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
      expected: choices.joined(separator: ", ").appending(choices.count > 1 ? " (one of them)" : "")
    ) {
      choices.contains($0)
    }
  }
}

extension UInt8 {
  var isLetterOrDigit: Bool {
    isIn("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
  }
  func isIn(_ set: StaticString) -> Bool {
    set.withUTF8Buffer { $0.contains(self) }
  }
}

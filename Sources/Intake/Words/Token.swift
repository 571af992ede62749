/// A word or number of a passage.
struct Token {
  /// As written.
  var text: String
  /// Lower case, without accents.
  var key: String
  /// What stands between it and the token before.
  var gap: Gap
  /// Index of its line in the passage.
  var line: Int

  /// Punctuation and space between two tokens.
  struct Gap: OptionSet {
    var rawValue: UInt32
    static let space = Gap(rawValue: 1)
    static let comma = Gap(rawValue: 2)
    static let semicolon = Gap(rawValue: 4)
    static let colon = Gap(rawValue: 8)
    static let slash = Gap(rawValue: 16)
    /// Within a word: `sign-on`.
    static let hyphen = Gap(rawValue: 32)
    /// Between words: `LDAP - no`.
    static let dash = Gap(rawValue: 64)
    static let open = Gap(rawValue: 128)
    static let close = Gap(rawValue: 256)
    static let period = Gap(rawValue: 512)
    static let question = Gap(rawValue: 1024)
    static let exclamation = Gap(rawValue: 2048)
    static let line = Gap(rawValue: 4096)
    static let pipe = Gap(rawValue: 8192)
    static let equals = Gap(rawValue: 16384)
    static let quote = Gap(rawValue: 32768)
    static let plus = Gap(rawValue: 65536)
    static let arrow = Gap(rawValue: 131_072)
    static let underscore = Gap(rawValue: 262_144)
    static let apostrophe = Gap(rawValue: 524_288)
    static let tilde = Gap(rawValue: 1_048_576)

    /// Ends a sentence.
    static let sentenceEnds: Gap = [.question, .exclamation, .semicolon]
    /// Ends a clause.
    static let clauseEnds: Gap = [
      .comma, .semicolon, .question, .exclamation, .open, .close, .dash, .pipe, .arrow,
    ]
    func has(_ any: Gap) -> Bool { !isDisjoint(with: any) }
  }

  var isVersionLike: Bool { VersionText.product(text) != nil }
  var isNumber: Bool { key.utf8.allSatisfy { (48...57).contains($0) } }
  /// Whether it begins with a capital letter.
  var isCapital: Bool { text.first?.isUppercase == true }
  /// Whether all its letters are capitals.
  var isShouted: Bool {
    text.utf8.count > 1 && text.utf8.allSatisfy { (65...90).contains($0) || (48...57).contains($0) }
  }
}

extension RandomAccessCollection where Element == Token {
  /// Whether the tokens here are these keys, with nothing between them but space, hyphen or line end.
  func begins(with keys: some Collection<String>) -> Bool {
    guard count >= keys.count else { return false }
    var index = startIndex
    for (position, key) in keys.enumerated() {
      guard self[index].key == key,
        position == 0
          || self[index].gap.isSubset(
            of: [.space, .hyphen, .line, .underscore, .quote, .slash, .apostrophe])
      else { return false }
      index = self.index(after: index)
    }
    return true
  }
}

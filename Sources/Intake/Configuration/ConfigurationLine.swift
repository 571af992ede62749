/// One line, as a configuration may have it.
struct ConfigurationLine {
  enum Shape: Equatable {
    case blank, comment
    /// `}`, `</Limit>`, `);`
    case closing
    case directive
  }

  let text: Substring
  let shape: Shape
  /// The first word in lower case.
  var key = ""
  /// What the key is set to, without quotes and what ends a line.
  var value: Substring = ""
  private(set) var signs: [ConfigurationWords.Sign] = []

  init(_ text: Substring) {
    self.text = text
    guard let first = text.utf8.first else {
      shape = .blank
      return
    }
    if first == UInt8(ascii: "#") || first == UInt8(ascii: ";") {
      shape = .comment
      return
    }
    if first == UInt8(ascii: "}") || first == UInt8(ascii: ")") {
      shape = .closing
      return
    }
    shape = .directive
    guard text.utf8.count <= 1_000 else { return }
    switch first {
    case UInt8(ascii: "["):
      let name = text.prefix { $0 != "/" && $0 != "]" }
      key = name.lowercased() + (text.has("/") ? "/" : "]")
      value = text.dropFirst(name.count).dropFirst().prefix { $0 != "]" }
    case UInt8(ascii: ":"): key = ":"
    default:
      key = text.head
      value = Self.value(text.utf8.dropFirst(key.utf8.count))
    }
    signs = known()
  }

  private static func value(_ rest: Substring.UTF8View.SubSequence) -> Substring {
    var value = Substring(rest.drop { " \t=:".utf8.contains($0) }).trimmedSpace
    while let last = value.utf8.last, last == UInt8(ascii: ";") { value = value.dropLast() }
    if value.utf8.count >= 2, let quote = value.first, quote == "\"" || quote == "'",
      value.last == quote
    {
      value = value.dropFirst().dropLast()
    }
    return value
  }

  /// Of the kinds that know the word, those whose lines are built like this one.
  private func known() -> [ConfigurationWords.Sign] {
    if key == ":" { return ConfigurationShapes.signs(of: self) }
    guard let found = ConfigurationWords.byHead[key] else {
      return ConfigurationShapes.signs(of: self)
    }
    return found.filter { fits($0.kind) }
  }

  /// The sign behind the key: a space, `=`, `:` or nothing.
  private var sign: UInt8? {
    var rest = text.utf8.dropFirst(key.utf8.count)
    while let byte = rest.first {
      if byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":") { return byte }
      guard byte == 32 || byte == 9 else { return 32 }
      rest = rest.dropFirst()
    }
    return nil
  }

  func fits(_ kind: ConfigurationKind) -> Bool {
    if key.hasPrefix("[") { return kind.syntax == .assignments && text.last == "]" }
    switch kind.syntax {
    case .words:
      if kind == .haproxy, sign == nil { return ["global", "defaults", "daemon"].contains(key) }
      if key.hasPrefix("<") { return text.last == ">" }
      return !value.isEmpty && (sign == 32 || (kind == .ssh && sign == UInt8(ascii: "=")))
        && !isSentence
    case .assignments: return text.utf8.prefix(48).contains(UInt8(ascii: "=")) && !isSentence
    case .labels:
      return sign == UInt8(ascii: ":")
        && (kind != .ldif || key != "dn" || value.contains("="))
    case .blocks:
      if kind == .nft, key == "table" || key == "chain" { return text.last == "{" }
      return text.last == ";" || text.last == "{" || (kind == .nft && !isSentence)
        || (kind == .keepalived && !isSentence && !value.isEmpty)
    case .fixed: return ConfigurationShapes.fits(self, kind)
    }
  }

  /// Words that go on and end like prose.
  var isSentence: Bool {
    guard let last = text.utf8.last else { return false }
    if [UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ",")].contains(last) { return true }
    guard value.utf8.contains(32) else { return false }
    let words = value.words(limit: 14)
    if last == UInt8(ascii: "."), words.count > 2 { return true }
    return words.count >= 3 && words.contains(where: Self.prose.contains) && !text.has("\"")
  }

  private static let prose: Set<Substring> = [
    "is", "are", "was", "the", "we", "it", "our", "does", "not", "and", "to", "has", "with", "for",
    "ist", "und", "der", "die", "est", "les", "sont", "es", "y",
  ]
}

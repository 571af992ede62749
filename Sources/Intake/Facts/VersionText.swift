/// Versions as answers have them.
enum VersionText {
  /// A product's version without a leading `v`, an epoch or a package's revision; nil for a word
  /// that is none.
  static func product(_ word: String) -> String? {
    var text = word[...]
    if let first = text.first, "vV".contains(first), text.dropFirst().first?.isDigit == true {
      text = text.dropFirst()
    }
    guard text.first?.isDigit == true, text.utf8.count <= 40 else { return nil }
    text = text.prefix { $0 != "+" && $0 != "~" }
    if let dash = text.firstIndex(of: "-"), text[text.index(after: dash)...].first?.isDigit == true
    {
      text = text[..<dash]
    }
    let fits = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
    let parts = text.split(whereSeparator: { "._-".contains($0) })
    let isVersion = parts.allSatisfy { part in
      part.drop { $0.isNumber }.allSatisfy(\.isWordCharacter) && part.count <= 12
    }
    return fits && isVersion && text.looksLikeVersion ? String(text) : nil
  }

  /// An OS's: digits and dots.
  static func os(_ word: String) -> String? {
    var text = word[...]
    if let first = text.first, "vV".contains(first) { text = text.dropFirst() }
    let fits =
      text.first?.isDigit == true && text.last?.isDigit == true && text.utf8.count <= 12
      && text.allSatisfy { $0.isDigit || $0 == "." }
    return fits ? String(text) : nil
  }
}

extension Substring {
  /// `1.3.8b`, `12`, `7a`, `2023-R2`; not `64-bit`, `3rd`, `990th` or `2x`.
  fileprivate var looksLikeVersion: Bool {
    if contains(".") { return true }
    let tail = drop { $0.isNumber }
    return tail.isEmpty || (tail.count == 1 && tail != "x")
      || ["-r", "-R", "rc", "-rc"].contains { tail.hasPrefix($0) && tail.last?.isNumber == true }
  }
}

extension Character {
  var isDigit: Bool { isASCII && isNumber }
}

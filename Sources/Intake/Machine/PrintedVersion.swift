/// Versions in what machines print.
enum PrintedVersion {
  /// `12`, `8.9`, `22.04.3`
  static func isNumeric(_ word: Substring) -> Bool {
    word.utf8.first?.isDigitByte == true && word.utf8.last?.isDigitByte == true
      && word.utf8.count <= 20
      && word.utf8.allSatisfy { $0.isDigitByte || $0 == UInt8(ascii: ".") }
  }

  /// `v1.3.8b` is `1.3.8b`; nil without a digit and a dot, or with signs no version has.
  static func plain(_ word: Substring) -> String? {
    var rest = word
    if let first = rest.first, "vV".contains(first) { rest = rest.dropFirst() }
    while let last = rest.last, ".,;:)".contains(last) { rest = rest.dropLast() }
    // `10.0.7.GA.4518`
    for mark in [".GA.", "_GA_"] {
      if let range = rest.place(of: mark) { rest = rest[..<range.lowerBound] }
    }
    guard rest.utf8.first?.isDigitByte == true, rest.utf8.count <= 40, rest.contains("."),
      rest.utf8.allSatisfy({ $0.isNameByte || ".-+~".utf8.contains($0) })
    else { return nil }
    return String(rest)
  }

  /// Without epoch, repackaging mark and package revision: `1:9.2p1-2+deb12u2` is `9.2p1`.
  static func upstream(_ package: Substring) -> String? {
    var rest = package
    if let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")),
      rest[..<colon].utf8.allSatisfy(\.isDigitByte)
    {
      rest = rest[rest.utf8.index(after: colon)...]
    }
    if let dash = rest.utf8.lastIndex(of: UInt8(ascii: "-")) { rest = rest[..<dash] }
    for mark in ["+", "~dfsg", "~deb", "~bpo", ".dfsg", "-"] {
      if let range = rest.place(of: mark) { rest = rest[..<range.lowerBound] }
    }
    return plain(rest[...]).map { $0.replacing("~", with: "") }
  }
}

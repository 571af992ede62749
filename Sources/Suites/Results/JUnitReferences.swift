/// Mends what writers of JUnit XML do to references: an ampersand on its own, an entity that nobody
/// declared (libxml2 drops it without a word), the number of a character that XML forbids.
enum JUnitReferences {
  /// The text with such references made harmless, and the place of the first unknown entity.
  static func mended(_ text: [UInt8]) -> (text: [UInt8], firstUnknown: Int?) {
    guard text.contains(ampersand) else { return (text, nil) }
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var firstUnknown: Int?
    var rest = text[...]
    while let next = rest.firstIndex(where: { $0 == ampersand || $0 == UInt8(ascii: "<") }) {
      out += rest[..<next]
      rest = rest[next...]
      if let end = endOfLiteral(rest) {
        out += rest[..<end]
        rest = rest[end...]
      } else if rest.first == ampersand {
        let (written, length) = reference(at: rest)
        if written == nil, firstUnknown == nil { firstUnknown = next }
        out += written ?? Array("&amp;".utf8)
        rest = rest.dropFirst(length)
      } else {
        out.append(rest.removeFirst())
      }
    }
    return (out + rest, firstUnknown)
  }

  private static let ampersand = UInt8(ascii: "&")
  private static let literals = [("<![CDATA[", "]]>"), ("<!--", "-->"), ("<?", "?>")]
  private static let entities = ["&amp;", "&lt;", "&gt;", "&quot;", "&apos;"]

  /// Where a part ends in which an ampersand means nothing; nil when none begins here.
  private static func endOfLiteral(_ text: ArraySlice<UInt8>) -> Int? {
    guard text.first == UInt8(ascii: "<") else { return nil }
    for (start, end) in literals where text.starts(with: start.utf8) {
      return text.firstRange(of: Array(end.utf8))?.upperBound ?? text.endIndex
    }
    return nil
  }

  /// What is written for the reference and how many bytes it took; nil for one that means nothing.
  private static func reference(at text: ArraySlice<UInt8>) -> ([UInt8]?, Int) {
    for entity in entities where text.starts(with: entity.utf8) {
      return (Array(entity.utf8), entity.utf8.count)
    }
    let part = text.prefix(12)
    guard part.starts(with: "&#".utf8), let end = part.firstIndex(of: UInt8(ascii: ";")) else {
      return (nil, 1)
    }
    let digits = String(decoding: part[..<end].dropFirst(2), as: UTF8.self)
    let number = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    let length = end + 1 - text.startIndex
    guard let number else { return (nil, 1) }
    return isAllowed(number) ? (Array(text.prefix(length)), length) : ([UInt8(ascii: "?")], length)
  }

  /// XML 1.0, 2.2: Char.
  private static func isAllowed(_ number: UInt32) -> Bool {
    switch number {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}

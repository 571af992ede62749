/// Damages a ticket the way broken mailers, careless pasting and malice do.
enum Mutation: CaseIterable {
  case flip, truncate, shuffle, insert, longLine, deepJSON, repeatLine, cutLine

  func apply(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    guard !bytes.isEmpty else { return bytes }
    var bytes = bytes
    let place = Int.random(in: bytes.indices, using: &generator)
    switch self {
    case .flip:
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        let at = Int.random(in: bytes.indices, using: &generator)
        bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      }
    case .truncate: bytes.removeSubrange(place...)
    case .shuffle: bytes = Self.joined(Self.lines(bytes).shuffled(using: &generator))
    case .insert:
      let piece = Self.pieces.randomElement(using: &generator) ?? ""
      bytes.insert(contentsOf: Array(piece.utf8), at: place)
    case .longLine:
      let piece = Array((Self.pieces.randomElement(using: &generator) ?? "x").utf8)
      let count = Int.random(in: 100...2000, using: &generator)
      bytes.insert(contentsOf: Array(repeating: piece, count: count).joined(), at: place)
    case .deepJSON:
      let depth = Int.random(in: 10...2000, using: &generator)
      bytes.insert(contentsOf: Array(String(repeating: #"{"a":["#, count: depth).utf8), at: place)
    case .repeatLine:
      let lines = Self.lines(bytes)
      bytes += Self.joined(lines.randomElement(using: &generator).map { [$0, $0, $0] } ?? [])
    case .cutLine:
      var lines = Self.lines(bytes)
      lines.remove(at: Int.random(in: lines.indices, using: &generator))
      bytes = Self.joined(lines)
    }
    return bytes
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }

  private static func joined(_ lines: [ArraySlice<UInt8>]) -> [UInt8] {
    Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }

  private static let pieces = [
    "<!--", "-->", "\"", "'", "```\n", "\n```", "\0", ">", "\n> > ", "\n\n", "\r", "\t|",
    "\n| a | b |\n",
    "\n--- \n", "--\n", "{code}", "[x] ", "- [ ] ", "\n## ", "=\n", "=C3", "&#x0;", "<table><tr>",
    " no ",
    " not ", " maybe ", " or ", ", ", "; ", "? ", ": ", "(", ")", " version ", " 1.3.8 ", " to ",
    " from ",
    "\u{202e}", "\u{301}", "\u{200b}", "👩‍👧", "İ", "ß", "ﬁ", "\u{FEFF}", "\u{2028}", " Debian ",
    " Windows ",
    " 11 or ", " LDAP ", " proxy ", " no, ", "Time zone: ", "GMT+", "de_", "/", "-", "~", "v", ".",
  ]
}

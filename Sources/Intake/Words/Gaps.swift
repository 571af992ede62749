/// What signs between words mean.
enum Gaps {
  static func of(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ sign: Sign, isFirst: Bool,
    after gap: Token.Gap
  ) -> Token.Gap {
    if let scalar = sign.scalar { return wide[scalar] ?? .space }
    let next = at + 1 < bytes.count ? bytes[at + 1] : 0x20
    switch bytes[at] {
    case UInt8(ascii: "="), UInt8(ascii: "-"):
      if next == UInt8(ascii: ">") { return .arrow }
      guard bytes[at] == UInt8(ascii: "-") else { return .equals }
      let isSpaced = isFirst || gap.contains(.space) || next == 0x20 || next == 0x09
      return isSpaced ? .dash : .hyphen
    case let byte: return narrow[Int(byte)]
    }
  }

  private static let narrow: [Token.Gap] = {
    var table = [Token.Gap](repeating: .space, count: 128)
    let signs: [(String, Token.Gap)] = [
      (",", .comma), (";", .semicolon), (":", .colon), ("/\\", .slash), ("([{", .open),
      (")]}", .close), (".", .period), ("?", .question), ("!", .exclamation), ("|", .pipe),
      ("\"'`*", .quote), ("+&", .plus), ("~", .tilde), ("_", .underscore), ("<>", .quote),
    ]
    for (characters, gap) in signs { for byte in characters.utf8 { table[Int(byte)] = gap } }
    return table
  }()

  private static let wide: [Unicode.Scalar: Token.Gap] = [
    "–": .dash, "—": .dash, "‑": .hyphen, "‐": .hyphen, "→": .arrow, "、": .comma, "，": .comma,
    "。": .period, "：": .colon, "；": .semicolon, "？": .question, "！": .exclamation, "（": .open,
    "）": .close, "／": .slash, "“": .quote, "”": .quote, "„": .quote, "«": .quote, "»": .quote,
    "‘": .quote, "’": .apostrophe, "・": .comma, "•": .dash, "…": .period, "｜": .pipe, "·": .dash,
    "【": .open, "】": .close, "「": .quote, "」": .quote, "´": .apostrophe,
  ]
}

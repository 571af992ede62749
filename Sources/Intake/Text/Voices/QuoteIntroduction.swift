/// The line, or up to three, that announces a quote: `On Monday Robin wrote:`.
struct QuoteIntroduction {
  /// Of the lines it takes.
  var range: ClosedRange<Int>
  var text: String

  /// The introduction that ends with this line.
  static func find(in lines: [Line], endingAt end: Int) -> QuoteIntroduction? {
    let last = lines[end]
    guard last.text.utf8.last(where: { $0 != 32 && $0 != UInt8(ascii: "*") }) == UInt8(ascii: ":"),
      last.text.utf8.count < 300
    else { return nil }
    let ending = last.unquoted.lowercased()
    // Accents may be written in two ways; what has none is told by its bytes.
    let isPlain = ending.utf8.allSatisfy { $0 < 0x80 }
    guard verbs.contains(where: isPlain ? ending[...].has : ending.contains) else { return nil }
    var (text, best) = ("", QuoteIntroduction?.none)
    for start in (max(end - 2, 0)...end).reversed() {
      guard lines[start].depth == last.depth, !lines[start].isVoid,
        lines[start].text.utf8.count < 300
      else { break }
      text = lines[start].unquoted.trimmed + " " + text
      // The longest that begins as introductions do; an address alone is enough for the last line.
      if begins(text) || start == end && text.contains("@") && text.utf8.count < 150 {
        best = QuoteIntroduction(range: start...end, text: text)
      }
    }
    if let best { return best }
    let isQuoteNext = lines[(end + 1)...].prefix(3).first { !$0.isVoid }
      .map { $0.depth > last.depth }
    guard isQuoteNext == true else { return nil }
    return QuoteIntroduction(range: end...end, text: last.unquoted.trimmed)
  }

  /// With a date; else it may be any sentence.
  private static func begins(_ text: String) -> Bool {
    let lower = text.lowercased()
    return beginnings.contains(where: lower.hasPrefix)
      && lower.utf8.contains { (48...57).contains($0) }
  }

  private static let beginnings = [
    "on ", "am ", "le ", "el ", "em ", "op ", "dnia ", "w dniu ", "il ", "den ", "at ", "a ",
  ]

  private static let verbs = [
    "wrote", "writes", "schrieb", "a écrit", "escribió", "escribio", "escreveu", "schreef",
    "napisał", "napisala", "napisal", "pisze", "ha scritto", "skrev", "said",
  ]
}

/// A box of a form that can be ticked: `[x]`, `( )`, `☑`.
struct TickBox {
  /// The box itself, without the words beside it.
  var range: Range<String.Index>
  var isTicked: Bool

  /// The boxes of a line, in their order.
  static func find(in text: Substring) -> [TickBox] {
    guard text.utf8.contains(where: { $0 == 0x5B || $0 == 0x28 || $0 == 0xE2 }) else { return [] }
    var (boxes, at) = ([TickBox](), text.startIndex)
    while at < text.endIndex, boxes.count < 40 {
      if let box = box(at: at, in: text) {
        boxes.append(box)
        at = box.range.upperBound
      } else {
        at = text.index(after: at)
      }
    }
    return boxes
  }

  private static func box(at start: String.Index, in text: Substring) -> TickBox? {
    if let isTicked = signs[text[start]] {
      return TickBox(range: start..<text.index(after: start), isTicked: isTicked)
    }
    guard let close = text[start] == "[" ? "]" : text[start] == "(" ? ")" : nil as Character?,
      start == text.startIndex || " \t*:|>-".contains(text[text.index(before: start)]),
      let end = text[start...].prefix(6).firstIndex(of: close)
    else { return nil }
    let inside = text[text.index(after: start)..<end]
    let after = text.index(after: end)
    guard after == text.endIndex || " \t*|,;".contains(text[after]) else { return nil }
    let mark = inside.trimmed.lowercased()
    let isTicked =
      ["x", "✓", "✔", "*", "•", "✗", "✘"].contains(mark) || close == ")" && mark == "o"
    // `()` stands behind the name of a function.
    let isOpen = mark.allSatisfy { $0 == "_" } && (close == "]" || !inside.isEmpty)
    return isTicked || isOpen ? TickBox(range: start..<after, isTicked: isTicked) : nil
  }

  private static let signs: [Character: Bool] = [
    "☐": false, "☑": true, "☒": true, "◯": false, "○": false, "◉": true, "●": true,
  ]
}

extension Line {
  /// What a form of GitHub writes for an empty answer.
  var isNoResponse: Bool {
    text.utf8.count < 24 && text.trimmed.lowercased() == "_no response_"
  }
}

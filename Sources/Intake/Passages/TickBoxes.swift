extension Line {
  /// Without the choices that are not ticked: `[ ] yes [x] no` is `no`.
  var withoutUnticked: Line {
    let text = body
    guard text.utf8.contains(0x5B) || text.utf8.contains(0xE2) || text.utf8.contains(0x28),
      let boxes = Self.boxes(in: text), boxes.count > 1, boxes.contains(where: \.isTicked)
    else { return self }
    var kept = String(text[..<boxes[0].range.lowerBound])
    for (index, box) in boxes.enumerated() where box.isTicked {
      let end = index + 1 < boxes.count ? boxes[index + 1].range.lowerBound : text.endIndex
      kept += text[box.range.upperBound..<end].trimmed + ", "
    }
    var line = self
    line.text = kept
    line.start = line.text.startIndex
    return line
  }

  private struct Box {
    var range: Range<String.Index>
    var isTicked: Bool
  }

  private static let signs: [(String, Bool)] = [
    ("[ ]", false), ("[x]", true), ("[X]", true), ("( )", false), ("(x)", true), ("(X)", true),
    ("☐", false), ("☑", true), ("☒", true), ("[_]", false), ("[]", false), ("(*)", true),
    ("(o)", true),
  ]

  private static func boxes(in text: Substring) -> [Box]? {
    var (boxes, at) = ([Box](), text.startIndex)
    while at < text.endIndex, boxes.count < 40 {
      if let (sign, isTicked) = signs.first(where: { text[at...].hasPrefix($0.0) }) {
        let end = text.index(at, offsetBy: sign.count)
        boxes.append(Box(range: at..<end, isTicked: isTicked))
        at = end
      } else {
        at = text.index(after: at)
      }
    }
    return boxes.isEmpty ? nil : boxes
  }
}

extension Line {
  /// What a form of GitHub writes for an empty answer.
  var isNoResponse: Bool {
    text.utf8.count < 24 && text.trimmed.lowercased() == "_no response_"
  }
}

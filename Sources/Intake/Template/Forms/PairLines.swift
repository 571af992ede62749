/// Tells labels from answers by the space between them, as forms in plain text are aligned.
enum PairLines {
  static func split(_ lines: [Line]) -> [Line] {
    let fenced = CodeFences.lines(of: lines)
    var columns: [Int?] = lines.map { $0.gap.map { $0.column } }
    for index in lines.indices where fenced.contains(index) { columns[index] = nil }
    let leaders = lines.indices.filter { !fenced.contains($0) && lines[$0].leader != nil }
    let isDotted = leaders.count >= 3
    return lines.enumerated().flatMap { index, line -> [Line] in
      guard line.voice == .customer, line.text.utf8.count < 300, !fenced.contains(index) else {
        return [line]
      }
      if isDotted, let leader = line.leader { return [line.saying(leader)] }
      if let parts = line.pairs { return parts.map { line.saying($0) } }
      guard let gap = line.gap, !gap.isMarked, let column = columns[index] else { return [line] }
      let neighbours = [index - 1, index + 1].filter { lines.indices.contains($0) }
      // `Version *   3.2`, or one above the other with `OS:        Debian`.
      let isAligned = neighbours.contains { other in
        columns[other] == column && lines[other].gap?.isMarked == true
      }
      guard isAligned || gap.label.hasSuffix("*") || isKnownRun(lines, columns, index) else {
        return [line]
      }
      return [line.saying(gap.label + ": " + gap.value)]
    }
  }
}

extension PairLines {
  /// Three lines or more with their values in one column, two of them with labels that are known.
  private static func isKnownRun(_ lines: [Line], _ columns: [Int?], _ index: Int) -> Bool {
    let from = columns[..<index].lastIndex { $0 != columns[index] }.map { $0 + 1 } ?? 0
    let to = columns[index...].firstIndex { $0 != columns[index] } ?? columns.count
    return to - from >= 3
      && lines[from..<to].count { $0.gap.map { LabelWords.isLabel($0.label) } ?? false } >= 2
  }
}

extension Line {
  fileprivate struct Gap {
    var label: String
    var value: String
    /// Where the value begins.
    var column: Int
    /// A colon ends the label already.
    var isMarked: Bool
  }

  /// The one wide gap of the line, behind a few words.
  fileprivate var gap: Gap? {
    guard text.utf8.count < 300, let first = text.first, first.isLetter || first == " " else {
      return nil
    }
    let body = text.drop { $0 == " " }
    guard let end = body.wideGap else { return nil }
    let value = body[end...].drop { $0.isWhitespace }
    let label = body[..<end]
    guard !value.isEmpty, value.wideGap == nil, label.first?.isLetter == true,
      label.split(separator: " ").count <= 6
    else { return nil }
    return Gap(
      label: label.trimmed, value: value.trimmed,
      column: text.distance(from: text.startIndex, to: value.startIndex),
      isMarked: label.last.map { ":?".contains($0) } == true)
  }

  /// `Operating system ...... Debian`, with a colon in place of the dots.
  fileprivate var leader: String? {
    guard text.utf8.count < 300, let dots = text.firstRange(of: "..."),
      let first = text.first, first.isLetter || first == " "
    else { return nil }
    let label = text[..<dots.lowerBound].trimmed
    let rest = text[dots.upperBound...].drop { $0 == "." }
    guard rest.first == " ", label.first?.isLetter == true, !rest.trimmed.isEmpty,
      label.utf8.count <= 48, label.split(separator: " ").count <= 7, label.last != ":",
      dots.lowerBound > text.startIndex, text[text.index(before: dots.lowerBound)] == " "
    else { return nil }
    return label + ": " + rest.trimmed
  }

  /// `Borg: 1.1.9  Python: 2.7.5`: two labels with their answers.
  fileprivate var pairs: [String]? {
    var rest = text.drop(while: \.isWhitespace)
    while let gap = rest.firstRange(ofGap: 2) {
      let (first, second) = (text[..<gap.lowerBound], text[gap.upperBound...])
      if first.isPair, second.isPair { return [first.trimmed, second.trimmed] }
      rest = second
    }
    return nil
  }
}

extension Substring {
  /// Where three spaces or a tab begin.
  fileprivate var wideGap: Index? { firstRange(ofGap: 3)?.lowerBound }

  func firstRange(ofGap width: Int) -> Range<Index>? {
    var at = startIndex
    while let space = self[at...].firstIndex(where: { $0 == " " || $0 == "\t" }) {
      let end = self[space...].firstIndex { $0 != " " && $0 != "\t" } ?? endIndex
      let run = self[space..<end]
      if end < endIndex, run.utf8.count >= width || run.contains("\t") { return space..<end }
      at = end
      if end == endIndex { break }
    }
    return nil
  }

  /// `Python: 2.7.5`, one word or two before the colon.
  fileprivate var isPair: Bool {
    guard let colon = firstIndex(of: ":") else { return false }
    let (label, rest) = (self[..<colon], self[index(after: colon)...])
    return rest.first == " " && rest.contains { $0.isLetter || $0.isNumber }
      && (1...3).contains(label.split(separator: " ").count)
      && label.allSatisfy { $0.isLetter || " -/".contains($0) }
  }
}

/// Leaves of a form's choices the ticked ones: what is not ticked is neither in use nor denied.
struct ChoiceLines {
  private var kept: [Line] = []
  /// What the choices on the lines below are of: `Platform: `.
  private var label = ""
  /// Where the question above a group of choices stands, until one of them is ticked.
  private var question: Int?
  private var isInGroup = false

  static func read(_ lines: [Line]) -> [Line] {
    let fenced = CodeFences.lines(of: lines)
    var choices = ChoiceLines()
    for (index, line) in lines.enumerated() {
      let mayBe = line.voice == .customer && line.text.utf8.count < 500 && !fenced.contains(index)
      choices.add(line, mayBe ? Choices(line.isTableRow ? "" : line.text[...]) : nil)
    }
    choices.endGroup()
    return choices.kept
  }

  private mutating func add(_ line: Line, _ choices: Choices?) {
    guard let choices else {
      if !line.isBlank { endGroup() }
      return kept.append(line.isTableRow ? line.withCellsTicked ?? line : line)
    }
    if !isInGroup {
      question = kept.lastIndex { !$0.isBlank }.flatMap { kept[$0].isQuestion ? $0 : nil }
      isInGroup = true
    }
    if !choices.label.isEmpty { (label, question) = (choices.label, nil) }
    let ticked = choices.ticked.filter { !Choices.isPledge($0) }
    guard !ticked.isEmpty else { return }
    question = nil
    kept.append(line.saying((label.isEmpty ? "- " : label) + ticked.joined(separator: ", ")))
  }

  /// A question above boxes of which none is ticked asks nothing of the lines below them.
  private mutating func endGroup() {
    if let question { kept.remove(at: question) }
    (label, question, isInGroup) = ("", nil, false)
  }
}

extension Line {
  fileprivate var isTableRow: Bool { text.first { !$0.isWhitespace } == "|" }

  /// `Antivirus:` but no heading, which reaches as far as the next.
  fileprivate var isQuestion: Bool {
    let text = text.trimmed
    return !LineShape(text).isHeading && text.last.map { ":?".contains($0) } == true
  }

  /// `| LDAP | [x] |` is `| LDAP | yes |`; a blank line where the one box is not ticked.
  fileprivate var withCellsTicked: Line? {
    let cells = text.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
    let boxes = cells.map { TickBox.find(in: $0[...]) }
    guard boxes.contains(where: { !$0.isEmpty }) else { return nil }
    let bare = cells.indices.filter { index in
      boxes[index].count == 1
        && boxes[index][0].range == cells[index].startIndex..<cells[index].endIndex
    }
    if bare.count == 1, !boxes[bare[0]][0].isTicked { return saying("") }
    return saying(
      cells.indices.map { index in
        if bare.contains(index) { return boxes[index][0].isTicked ? "yes" : "" }
        guard let choices = Choices(cells[index][...]) else { return cells[index] }
        return choices.label + choices.ticked.joined(separator: ", ")
      }.joined(separator: " | ").trimmed)
  }

  /// The same line with other words, all of which may be an answer.
  func saying(_ words: String) -> Line {
    var line = self
    line.written = written ?? text
    line.text = words
    line.start = nil
    return line
  }
}

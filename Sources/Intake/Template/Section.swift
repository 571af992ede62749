/// A question with the lines of its answer; without a question, what stands outside the template.
struct Section {
  var question: Question?
  /// The question as it was asked, with its examples.
  var asked: Substring = ""
  var lines: [Line]

  /// Splits the lines that are no log into answers.
  static func split(_ lines: [Line]) -> [Section] {
    let lines = FormLines.read(lines)
    var sections = [Section(question: nil, lines: [])]
    var index = 0
    while index < lines.count {
      var line = lines[index]
      if index > 0, lines[index - 1].file != line.file {
        sections.append(Section(question: nil, lines: []))
      }
      if !line.isWideRow, let match = QuestionMatch.find(in: lines, at: index) {
        index = match.line
        line = lines[index]
        line.start = match.place
        sections.append(
          Section(question: match.question, asked: line.text[..<match.place], lines: []))
      } else if line.isTemplateText(atLeast: 4) {
        line.start = line.text.endIndex
      } else if line.endsAnswers {
        sections.append(Section(question: nil, lines: []))
      }
      let last = sections[sections.count - 1]
      // The end of code is a line of signs only.
      if !line.isBlank || LineShape(line.text).isFence || last.isPlaceholder(line)
        || last.question != nil && !last.lines.isEmpty
      {
        sections[sections.count - 1].lines.append(line)
      }
      index += 1
    }
    return sections.filter { !$0.lines.isEmpty }
  }

  /// `Protocols: - sftp` with more items below.
  var isList: Bool {
    guard lines.count > 1, let start = lines[0].start else { return false }
    return LineShape(lines[1].text).isItem
      && ["- ", "* "].contains { lines[0].text[..<start].hasSuffix($0) }
  }

  /// An answer of signs only, such as `-`, `?` or `:-)`, on the line of its question or below it.
  private func isPlaceholder(_ line: Line) -> Bool {
    question != nil && lines.isEmpty
      && line.body.contains { !$0.isWhitespace && !">|*_:".contains($0) }
  }
}

extension Line {
  /// A row of a table of more than a question and its answer.
  fileprivate var isWideRow: Bool {
    let text = text.trimmed
    return text.hasPrefix("|") && text.utf8.count { $0 == UInt8(ascii: "|") } > 3
  }

  /// A signature or the close of a letter: what follows answers nothing.
  fileprivate var endsAnswers: Bool {
    if text.hasPrefix("-- ") || text == "--" { return true }
    let words = Question.words(body.prefix(60))
    return words.count <= 5
      && [
        ["regards"], ["kind", "regards"], ["best", "regards"], ["many", "thanks"], ["thanks"],
        ["thank", "you"], ["cheers"], ["sincerely"], ["yours"], ["mit", "freundlichen"],
        ["cordialement"],
        ["saludos"], ["viele", "grüße"],
      ].contains { words.starts(with: $0) }
  }
}

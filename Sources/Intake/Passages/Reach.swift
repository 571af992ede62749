/// How far a question reaches that no looks tell from an answer.
extension Segmenter {
  /// `Message: Since Monday …`
  func isProse(_ cut: Cut) -> Bool {
    cut.answer > 0 && cut.answer <= 5
      && LabelWords.proseLabels.contains(
        Self.withoutRemark(cut.tokens[..<cut.answer]).map(\.key).joined(separator: " "))
  }

  /// Ends what was asked before: what follows is told of its own accord.
  mutating func beginProse(_ cut: Cut, _ line: Line, _ shape: LineShape) {
    heading = nil
    headingQuestion = nil
    isTemplate = false
    isHeadingMark = shape.isHeading
    guard cut.answer < cut.tokens.count else { return }
    let tokens = Array(cut.tokens[cut.answer...])
    open = (Passage(lines: [line]), Tokenizer(continuing: tokens, trailing: cut.trailing))
    if line.body.count > 300 { append(line, line.body.dropFirst(300)) }
  }

  /// What asks for one thing is answered by the first words below it.
  mutating func endShortAnswer() {
    guard let topics = heading?.topics, !isHeadingMark,
      topics.isDisjoint(with: [.integrations, .other, .logs, .clientLog, .client])
    else { return }
    heading = nil
    headingQuestion = nil
    isTemplate = false
  }

  /// What was asked above code is asked again below it, unless the code was its answer.
  mutating func fence(_ text: String) {
    isFenced.toggle()
    let language = text.lowercased().filter(\.isLetter)
    isCode =
      isFenced && !language.isEmpty
      && !["shell", "text", "txt", "console", "plain", "plaintext", "bash", "sh", "none"].contains(
        language)
    if isFenced {
      beforeFence = (heading, headingQuestion, isTemplate, isHeadingMark)
    } else if let before = beforeFence {
      (heading, headingQuestion, isTemplate, isHeadingMark) = before
      if !isTemplate { endShortAnswer() }
      beforeFence = nil
    }
  }

  /// A field that was left empty asks nothing of the field below it.
  mutating func endEmptyField(before cut: Cut) {
    guard let topics = heading?.topics, !isHeadingMark, !isTemplate else { return }
    let isField =
      topics.isSubset(of: [.timezone, .locale, .arch, .protocols])
      || !cut.label.isPair && topics.isSubset(of: [.product, .version, .os])
        && !cut.label.topics.isEmpty && cut.label.topics.isDisjoint(with: [.version])
    if isField { heading = nil }
  }

  /// `Privacy statement:` asks for something else than the label above it.
  func isUnknownLabel(_ line: Line) -> Bool {
    guard heading != nil, !isHeadingMark, !isTemplate, line.depth == 0 else { return false }
    let words = line.text.trimmed.split(separator: " ")
    return words.last?.last == ":" && words.count <= 5 && words[0].first?.isUppercase == true
  }

  /// Text further below `This is in the log:` is not of the log, which was taken out.
  func isBelowLog(_ line: Line) -> Bool {
    guard let topics = heading?.topics, !isHeadingMark, !isTemplate else { return false }
    return topics.isSubset(of: [.logs, .clientLog]) && !topics.isEmpty
      && line.number > headingLine + 2
  }
}

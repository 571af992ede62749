/// Labels, headings and questions, and where their answers begin.
extension Segmenter {
  struct Cut {
    var label: Label
    var tokens: [Token]
    /// Index of the first token of the answer.
    var answer: Int
    var trailing: Token.Gap
  }

  /// The label that the line begins with, or is.
  func label(of line: Line, _ shape: LineShape) -> Cut? {
    var tokenizer = Tokenizer()
    tokenizer.add(line.body.prefix(300), line: 0)
    let tokens = Examples.left(out: tokenizer.tokens, ofLabel: true)
    guard !tokens.isEmpty, !isCommand(line.body) else { return nil }
    if let cut = repository(of: line, tokens) { return cut }
    let found = cut(tokens, trailing: tokenizer.trailing, line, shape)
    guard var cut = found ?? unknown(tokens, tokenizer) else { return nil }
    if offersChoice(cut, line) {
      cut.tokens.removeSubrange(cut.answer...)
      cut.trailing = .colon
    }
    let asked = Array(tokenizer.tokens.dropLast(max(0, cut.tokens.count - cut.answer)))
    if cut.label.topics.isEmpty, !cut.label.isNamed, asked.count > 3,
      let topic = Offer.topic(of: asked, labels.lexicon)
    {
      cut.label = Label(topics: [topic], side: cut.label.side)
    }
    if listsKinds(cut) { cut.label = Label(topics: [.integrations]) }
    if cut.label.topics.contains(.os) {
      cut.label.offered = Offer.find(in: asked, labels.lexicon)
    }
    return found == nil && cut.label.asksNothing ? nil : cut
  }

  /// `External storage, which one: local/smb/sftp/...`, `Encryption: yes/no`: the form's own words.
  private func offersChoice(_ cut: Cut, _ line: Line) -> Bool {
    let answer = cut.tokens[cut.answer...]
    guard answer.count >= 2, answer.dropFirst().allSatisfy({ $0.gap == .slash }) else {
      return false
    }
    let text = line.body.trimmed
    return text.hasSuffix("/...") || text.hasSuffix("/…") || answer.map(\.key) == ["yes", "no"]
  }

  /// `Firewall, proxy, LDAP, SSO: a Fortinet` asks for all of them and names none.
  private func listsKinds(_ cut: Cut) -> Bool {
    let label = Array(cut.tokens[..<cut.answer])
    let answer = Array(cut.tokens[cut.answer...])
    guard cut.label.isNamed, cut.label.topics.isEmpty, answer.count >= 2,
      Reply(answer, to: label) == nil,
      !answer.contains(where: { Cues.yes.contains($0.key) || Cues.none.contains($0.key) })
        || answer.count >= 4
    else { return false }
    return Offer.kinds(in: label, labels.lexicon).count >= 3
  }

  /// `Systems in use (e.g. firewall, proxy):` asks for what its examples are.
  private func unknown(_ tokens: [Token], _ tokenizer: Tokenizer) -> Cut? {
    guard tokenizer.trailing.has([.colon, .question]), tokens.count <= 8,
      tokenizer.tokens.contains(where: { $0.gap.contains(.open) })
    else { return nil }
    return Cut(
      label: Label(), tokens: tokens, answer: tokens.count, trailing: tokenizer.trailing)
  }

  func asksFirst(_ tokens: [Token]) -> Bool {
    tokens.first.map { LabelWords.askingWords.contains($0.key) } == true
      || tokens.first.map { LabelWords.askingVerbs.contains($0.key) } == true
  }

  /// `Used Zammad Version`, with the version on the next line.
  func endsInVersion(_ tokens: [Token]) -> Bool {
    (2...5).contains(tokens.count) && tokens[0].isCapital
      && tokens.last.map { LabelWords.versionWords.contains($0.key) } == true
      && !tokens.contains { $0.isVersionLike || LabelWords.clauseWords.contains($0.key) }
      && tokens.dropFirst().allSatisfy { $0.gap.isSubset(of: [.space, .hyphen]) }
  }

  /// `With LDAP I see this in the Traefik logs:` says something and asks for nothing.
  func isClause(_ tokens: ArraySlice<Token>, _ label: Label) -> Bool {
    guard !asksFirst(Array(tokens)),
      label.topics.isSubset(of: [.title, .nothing]) || tokens.count > 6
    else { return false }
    return tokens.contains { LabelWords.clauseWords.contains($0.key) }
  }

  /// `$ sudo mount -o vers=3`
  func isCommand(_ text: Substring) -> Bool {
    ["$ ", "sudo ", "% "].contains { text.hasPrefix($0) }
  }

  /// `example/files · issue #12 · closed`: the head of a saved tracker page.
  func repository(of line: Line, _ tokens: [Token]) -> Cut? {
    let parts = line.text.split(separator: "·").map(\.trimmed)
    guard parts.count >= 3, parts[0].count(where: { $0 == "/" }) == 1, !parts[0].contains(" "),
      parts[1].hasPrefix("issue #") || parts[1].hasPrefix("pull request #")
    else { return nil }
    return Cut(label: Label(topics: [.repository]), tokens: tokens, answer: 0, trailing: [])
  }

  static func withoutRemark(_ tokens: ArraySlice<Token>) -> ArraySlice<Token> {
    let open = tokens.dropFirst().firstIndex { token in
      // `protocol(s)` is no remark.
      token.gap.contains(.open) && !["s", "e", "en", "es", "n"].contains(token.key)
    }
    guard let open else {
      return tokens
    }
    return tokens[..<open]
  }

  mutating func begin(_ cut: Cut, _ line: Line, _ shape: LineShape) {
    close()
    named = nil
    if isProse(cut) { return beginProse(cut, line, shape) }
    let hasAnswer = cut.answer < cut.tokens.count
    guard hasAnswer else {
      if shape.isHeading || line.depth > 0 || !isTemplate || !cut.label.asksNothing {
        // Below `## Summary` more is told than a title.
        let isOpen = cut.label.asksNothing || cut.label.topics.isSubset(of: [.nothing, .title])
        heading = isOpen && !cut.label.isNamed && cut.label.side == .unknown ? nil : cut.label
        headingQuestion = nil
        headingLine = line.number
        isTemplate = false
        isHeadingMark = shape.isHeading
        if shape.isHeading { markSide = cut.label.side == .client ? .client : .unknown }
        nameless(cut, line)
      }
      return
    }
    endEmptyField(before: cut)
    var passage = Passage(lines: [line], label: cut.label, isAnswer: true)
    // Within an answer of the template a label only adds to what was asked.
    if isTemplate, cut.label.topics.isEmpty, let heading,
      !heading.topics.isDisjoint(with: [.integrations, .other])
    {
      passage.label.topics = heading.topics
    }
    passage.question = headingQuestion
    if passage.label.side == .unknown { passage.label.side = heading?.side ?? markSide }
    let keepsLabel = cut.label.isNamed || cut.label.isPair
    passage.isAnswer = !cut.label.isPair || heading != nil
    if cut.label.isPair, let heading {
      passage.label.topics = heading.topics
      passage.label.side = heading.side
    }
    passage.labelCount = keepsLabel ? cut.answer : 0
    passage.tokens = keepsLabel ? cut.tokens : Array(cut.tokens[cut.answer...])
    if line.text.trimmed.hasSuffix("/...") { return }
    open = (passage, Tokenizer(continuing: passage.tokens, trailing: cut.trailing))
    if line.body.count > 300 { append(line, line.body.dropFirst(300)) }
  }

  /// A heading that names something (`### SFTPGo version`) is read with its answer.
  mutating func nameless(_ cut: Cut, _ line: Line) {
    guard cut.label.isNamed else { return }
    named = (cut.tokens, line)
  }
}

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
    guard var cut = cut(tokens, trailing: tokenizer.trailing, line, shape) else { return nil }
    if cut.label.topics.contains(.os) {
      let asked = tokenizer.tokens.dropLast(max(0, cut.tokens.count - cut.answer))
      cut.label.offered = Offer.find(in: Array(asked), labels.lexicon)
    }
    return cut
  }

  private func cut(
    _ tokens: [Token], trailing: Token.Gap, _ line: Line, _ shape: LineShape
  ) -> Cut? {
    if shape.isHeading, line.number == 1 || isFirst,
      labels.read(Self.withoutRemark(tokens[...].prefix(8)))?.topics.subtracting([.client]).isEmpty
        != false
        || tokens.count > 8
    {
      return Cut(
        label: Label(topics: [.title]), tokens: tokens, answer: 0, trailing: trailing)
    }
    if let separator = separator(of: tokens, line) {
      var at = separator
      // `OS & Browser: Windows 10 & Chrome`; a remark in brackets belongs to the label.
      let isSentence = tokens[..<separator].dropFirst().contains { token in
        token.gap.has(.sentenceEnds) || token.gap.contains(.period) && token.gap.contains(.space)
      }
      if isSentence { return nil }
      if let label = labels.read(Self.withoutRemark(tokens[..<at])) {
        if label.isNamed || at > 6, isClause(tokens[..<at], label) { return nil }
        if label.isNamed, label.topics.isEmpty, at > 4, !asksFirst(tokens) { return nil }
        at = min(at, tokens.count)
        return Cut(label: label, tokens: tokens, answer: at, trailing: trailing)
      }
      guard separator <= 3, tokens[separator].gap.has([.colon, .equals]),
        tokens[..<separator].allSatisfy({ $0.text.first?.isLetter == true })
      else { return nil }
      return Cut(
        label: Label(isPair: true), tokens: tokens, answer: separator, trailing: trailing)
    }
    let isAlone =
      shape.isHeading || trailing.has([.colon, .question])
      || trailing.isEmpty && endsInVersion(tokens)
    // `Windows Server 2012 R2 :(`
    let isSmiling = [":(", ":)", ":-(", ":-)", ":/"].contains { line.text.trimmed.hasSuffix($0) }
    guard isAlone, !isSmiling else { return nil }
    let asks = trailing.contains(.question)
    // A program's question asks nothing of what stands below its code.
    if asks, isFenced { return nil }
    // `It is 3.0.5. The system:` says something first.
    let saysMore = tokens.dropFirst().contains {
      $0.gap.contains(.period) && $0.gap.has([.space, .close])
    }
    if saysMore, !shape.isHeading { return nil }
    // A customer's own question is none of ours, unless it is quoted back.
    if asks, !shape.isHeading, line.voice == .customer, line.depth == 0, tokens.count > 6 {
      return nil
    }
    let label =
      asks || shape.isHeading
      ? question(Self.withoutRemark(tokens[...])) : labels.read(Self.withoutRemark(tokens[...]))
    // `Oracle Linux 8.8:` is told rather than asked for.
    let tells = tokens.contains { $0.isVersionLike && $0.text.contains(".") }
    if let label, !asks, !shape.isHeading, tells || isClause(tokens[...], label) { return nil }
    // `Docker on a CentOS server:` says something too.
    if let label, !asks, !shape.isHeading, label.isNamed, label.topics.isEmpty, tokens.count > 3,
      line.depth == 0
    {
      return nil
    }
    guard let label else {
      return shape.isHeading
        ? Cut(label: Label(), tokens: tokens, answer: tokens.count, trailing: []) : nil
    }
    return Cut(label: label, tokens: tokens, answer: tokens.count, trailing: trailing)
  }

  /// Where the answer begins; a remark in brackets, such as `(FTP, SFTP, AS2)`, belongs to the label.
  func separator(of tokens: [Token], _ line: Line) -> Int? {
    var (words, isRemark, asked) = (0, false, Int?.none)
    for index in tokens.indices.dropFirst() {
      let gap = tokens[index].gap
      if isRemark, !gap.contains(.close) { continue }
      let asks = gap.contains(.question) && line.voice == .customer
      let opens = gap.contains(.open) && !gap.contains(.close) && index <= 8
      if opens, asks || !gap.has([.colon, .equals, .pipe]) {
        // `Is it virtualised? (VMware, Docker): no`
        if asks { asked = index }
        isRemark = true
        continue
      }
      isRemark = false
      words += 1
      guard words < 13 else { break }
      // `the drive Z: is connected`
      let isDrive = index > 1 && tokens[index - 1].text.count == 1 && tokens[index - 1].isCapital
      if gap.has([.colon, .equals, .pipe]) && !tokens[index - 1].isNumber && !isDrive || asks
        || asked != nil
      {
        return index
      }
    }
    return asked
  }

  func asksFirst(_ tokens: [Token]) -> Bool {
    tokens.first.map { LabelWords.askingWords.contains($0.key) } == true
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
    let asks = tokens.first.map { LabelWords.askingWords.contains($0.key) } == true
    guard !asks, label.topics.isEmpty || tokens.count > 6 else { return false }
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
        heading = cut.label.asksNothing || cut.label.topics == [.nothing] ? nil : cut.label
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

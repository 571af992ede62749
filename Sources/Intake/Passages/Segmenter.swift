/// Cuts lines into passages: answers with their labels, and paragraphs.
struct Segmenter {
  private let labels: LabelReader
  private(set) var passages: [Passage] = []
  /// What the heading or question above asked for; the lines below answer it.
  private var heading: Label?
  private var headingQuestion: Question?
  /// A question of the template is answered until the next one.
  private var isTemplate = false
  private var columns: [Label?] = []
  /// Which columns of the table are of machines that are not meant.
  private var machines: [Bool]?
  private var open: (passage: Passage, tokenizer: Tokenizer)?
  private var blanks = 0
  private var isFenced = false
  /// The heading is one by its looks, so that it reaches as far as the next.
  private var isHeadingMark = false
  /// Whose machine the last heading of that kind spoke of.
  private var markSide = Claim.Side.unknown
  private var isFirst: Bool { passages.isEmpty && open == nil && heading == nil }

  init(_ lexicon: Lexicon) { labels = LabelReader(lexicon: lexicon) }

  static func passages(of sections: [Section], _ lexicon: Lexicon) -> [Passage] {
    var segmenter = Segmenter(lexicon)
    for section in sections { segmenter.add(section) }
    return segmenter.passages
  }

  private mutating func add(_ section: Section) {
    close()
    heading = section.question.map { Label(topics: [Topic($0)], side: markSide) }
    headingQuestion = section.question
    isTemplate = section.question != nil
    isHeadingMark = false
    columns = []
    isFenced = false
    let isInline = section.lines.first.map { $0.start != nil && !$0.isBlank } ?? false
    for (index, line) in section.lines.enumerated() {
      if index == 1, isInline, open == nil || !continues(line, LineShape(line.body)),
        !section.isList
      {
        endShortAnswer()
      }
      add(line)
    }
    close()
  }

  private mutating func add(_ line: Line) {
    if line.voice == .boilerplate { return close() }
    let line = line.withoutUnticked
    if line.isBlank {
      if open?.passage.isAnswer == true, open?.passage.lines.isEmpty == false { endShortAnswer() }
      close()
      blanks += 1
      return
    }
    let shape = LineShape(line.start == nil ? line.text[...] : line.body)
    if shape.isRule {
      if shape.isFence { isFenced.toggle() }
      if !shape.isTableRow { close() }
      return
    }
    if shape.isUnticked || isPledge(line, shape) { return close() }
    if shape.isTableRow, addRow(line) { return }
    if !shape.isTableRow {
      columns = []
      machines = nil
    }
    if line.voice == .support { return ask(line) }
    if let cut = label(of: line, shape) { return begin(cut, line, shape) }
    if isFenced,
      heading?.topics.isDisjoint(with: [.os, .version, .product, .arch, .protocols, .timezone])
        != false
    {
      return close()
    }
    if continues(line, shape) { append(line, line.body) } else { beginPlain(line, shape) }
    blanks = 0
  }

  /// What asks for one thing is answered by the first words below it.
  private mutating func endShortAnswer() {
    guard let topics = heading?.topics, !isHeadingMark,
      topics.isDisjoint(with: [.integrations, .other, .logs, .clientLog, .client])
    else { return }
    heading = nil
    headingQuestion = nil
    isTemplate = false
  }

  // MARK: labels

  /// What our own side says is no answer, but it tells what the next answer is about.
  private mutating func ask(_ line: Line) {
    close()
    named = nil
    blanks = 0
    isTemplate = false
    headingQuestion = nil
    isHeadingMark = false
    var tokenizer = Tokenizer()
    tokenizer.add(line.body.prefix(400), line: 0)
    let tokens = tokenizer.tokens
    let sentences = Sentence.split(tokens, trailing: tokenizer.trailing)
    let asking = sentences.filter(\.asks)
    guard !asking.isEmpty || line.depth > 0 else {
      heading = nil
      return
    }
    var label = Label()
    for sentence in asking.isEmpty ? sentences : asking {
      guard let more = question(Self.withoutRemark(tokens[sentence.range])) else { continue }
      label.topics.formUnion(more.topics)
      if label.side == .unknown { label.side = more.side }
    }
    label.topics.remove(.nothing)
    label.asked =
      asking.first.map {
        Array(tokens[$0.range.lowerBound..<(asking.last?.range.upperBound ?? $0.range.upperBound)])
      } ?? []
    heading = label.asksNothing && label.asked.isEmpty ? nil : label
  }

  private struct Cut {
    var label: Label
    var tokens: [Token]
    /// Index of the first token of the answer.
    var answer: Int
    var trailing: Token.Gap
  }

  /// The label that the line begins with, or is.
  private func label(of line: Line, _ shape: LineShape) -> Cut? {
    var tokenizer = Tokenizer()
    tokenizer.add(line.body.prefix(300), line: 0)
    let tokens = Self.withoutExamples(tokenizer.tokens)
    guard !tokens.isEmpty else { return nil }
    if shape.isHeading, line.number == 1 || isFirst,
      labels.read(Self.withoutRemark(tokens[...].prefix(8)))?.topics.isEmpty != false
        || tokens.count > 8
    {
      return Cut(
        label: Label(topics: [.title]), tokens: tokens, answer: 0, trailing: tokenizer.trailing)
    }
    let separator = tokens.indices.dropFirst().prefix(12).first { index in
      tokens[index].gap.has([.colon, .equals, .pipe]) && !tokens[index - 1].isNumber
        || tokens[index].gap.contains(.question) && line.voice == .customer
    }
    if let separator {
      var at = separator
      // `OS & Browser: Windows 10 & Chrome`; a remark in brackets belongs to the label.
      let isSentence = tokens[..<separator].dropFirst().contains { token in
        token.gap.has(.sentenceEnds) || token.gap.contains(.period) && token.gap.contains(.space)
      }
      if isSentence { return nil }
      if let label = labels.read(Self.withoutRemark(tokens[..<at])) {
        if label.isNamed, label.topics.isEmpty, at > 6 { return nil }
        at = min(at, tokens.count)
        return Cut(label: label, tokens: tokens, answer: at, trailing: tokenizer.trailing)
      }
      guard separator <= 3, tokens[separator].gap.has([.colon, .equals]),
        tokens[..<separator].allSatisfy({ $0.text.first?.isLetter == true })
      else { return nil }
      return Cut(
        label: Label(isPair: true), tokens: tokens, answer: separator, trailing: tokenizer.trailing)
    }
    let isAlone =
      shape.isHeading || tokenizer.trailing.has([.colon, .question])
    guard isAlone else { return nil }
    let asks = tokenizer.trailing.contains(.question)
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
    guard let label else {
      return shape.isHeading
        ? Cut(label: Label(), tokens: tokens, answer: tokens.count, trailing: []) : nil
    }
    return Cut(label: label, tokens: tokens, answer: tokens.count, trailing: tokenizer.trailing)
  }

  /// A whole question may be longer than a label.
  private func question(_ tokens: ArraySlice<Token>) -> Label? {
    if tokens.count <= 12 { return labels.read(tokens) }
    var label = Label()
    for start in stride(from: 0, to: min(tokens.count, 40), by: 6) {
      let part = tokens.dropFirst(start).prefix(8)
      guard let more = labels.read(part) else { continue }
      label.isNamed = label.isNamed || more.isNamed
      label.name = label.name ?? more.name
      label.topics.formUnion(more.topics)
      if label.side == .unknown { label.side = more.side }
    }
    label.topics.remove(.nothing)
    return label.asksNothing ? nil : label
  }

  private static func withoutRemark(_ tokens: ArraySlice<Token>) -> ArraySlice<Token> {
    let open = tokens.dropFirst().firstIndex { token in
      // `protocol(s)` is no remark.
      token.gap.contains(.open) && !["s", "e", "en", "es", "n"].contains(token.key)
    }
    guard let open else {
      return tokens
    }
    return tokens[..<open]
  }

  private mutating func begin(_ cut: Cut, _ line: Line, _ shape: LineShape) {
    close()
    named = nil
    defer { blanks = 0 }
    let hasAnswer = cut.answer < cut.tokens.count
    guard hasAnswer else {
      if shape.isHeading || line.depth > 0 || !isTemplate || !cut.label.asksNothing {
        heading = cut.label.asksNothing || cut.label.topics == [.nothing] ? nil : cut.label
        headingQuestion = nil
        isTemplate = false
        isHeadingMark = shape.isHeading
        if shape.isHeading { markSide = cut.label.side == .client ? .client : .unknown }
        nameless(cut, line)
      }
      return
    }
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

  /// `- [x] I agree to follow the Code of Conduct`: the form's own words.
  private func isPledge(_ line: Line, _ shape: LineShape) -> Bool {
    guard shape.isTicked else { return false }
    let text = line.text.lowercased()
    return [
      "issue", "agree", "searched", "code of conduct", "bug", "confirm", "documentation", "i have",
      "latest",
    ].contains { text.contains($0) }
  }

  /// Without `[e.g. macOS 14]`, the form's own words.
  private static func withoutExamples(_ tokens: [Token]) -> [Token] {
    guard tokens.contains(where: isExample) || tokens.first?.key == "e.g" else { return tokens }
    var (kept, isInside) = ([Token](), false)
    for token in tokens {
      if isExample(token) || kept.isEmpty && token.key == "e.g" {
        isInside = true
      } else if isInside, token.gap.contains(.close) {
        isInside = false
      }
      if !isInside { kept.append(token) }
    }
    return kept
  }

  private static func isExample(_ token: Token) -> Bool {
    (token.gap.contains(.open) || token.gap.contains(.quote))
      && ["e.g", "eg", "z.b", "p.ex", "e.g.:"].contains(token.key)
  }

  /// A heading that names something (`### SFTPGo version`) is read with its answer.
  private mutating func nameless(_ cut: Cut, _ line: Line) {
    guard cut.label.isNamed else { return }
    named = (cut.tokens, line)
  }
  private var named: (tokens: [Token], line: Line)?

  // MARK: paragraphs

  private func continues(_ line: Line, _ shape: LineShape) -> Bool {
    // Each line of a chat stands for itself.
    guard line.start == nil || line.file != open?.passage.lines.last?.file, let open,
      let last = open.passage.lines.last, !shape.isItem, !shape.isHeading,
      last.voice == line.voice, last.depth == line.depth, last.file == line.file,
      last.number + 1 >= line.number || last.number + 2 >= line.number
    else { return false }
    // The answer to a label on one line may be wrapped, but a new sentence is no part of it.
    let begins = line.body.first { !$0.isWhitespace }
    let isIndented = line.text.first?.isWhitespace == true
    let topics = open.passage.label.topics
    if open.passage.isAnswer, open.passage.labelCount > 0 || !topics.isEmpty,
      heading == nil || topics.isDisjoint(with: [.integrations, .other, .logs, .clientLog])
    {
      return (begins?.isLowercase == true || isIndented) && last.text.utf8.count > 50
    }
    if last.text.utf8.count < 50 { return begins?.isLowercase == true }
    return true
  }

  private mutating func beginPlain(_ line: Line, _ shape: LineShape) {
    close()
    if shape.isHeading {
      heading = nil
      isTemplate = false
    }
    var passage = Passage(lines: [], label: heading ?? Label())
    passage.question = headingQuestion
    // An answer in other paragraphs than the first is still one below a heading.
    passage.isAnswer = heading.map { !$0.asksNothing } ?? false
    open = (passage, Tokenizer())
    if let named {
      open?.passage.tokens = named.tokens
      open?.passage.labelCount = named.tokens.count
      open?.tokenizer = Tokenizer(continuing: named.tokens, trailing: .colon)
      self.named = nil
    }
    append(line, line.body)
  }

  private mutating func append(_ line: Line, _ text: Substring) {
    guard var (passage, tokenizer) = open else { return }
    open = nil
    if passage.lines.last?.number != line.number || passage.lines.last?.file != line.file {
      passage.lines.append(line)
    }
    tokenizer.add(text.prefix(4000), line: passage.lines.count - 1)
    open = (passage, tokenizer)
    if passage.lines.count > 200 { close() }
  }

  private mutating func close() {
    guard case .some((var passage, var tokenizer)) = open else { return }
    open = nil
    let asked = passage.label.asked
    if !asked.isEmpty { passage.reply = Reply(tokenizer.tokens) }
    if asked.count(where: { $0.gap.contains(.question) }) == 0, !asked.isEmpty,
      tokenizer.tokens.count <= 3,
      let first = tokenizer.tokens.first,
      Cues.none.contains(first.key) || Cues.yes.contains(first.key)
    {
      tokenizer = Tokenizer(joining: asked, tokenizer)
      passage.labelCount = asked.count
    }
    passage.tokens = Self.withoutExamples(tokenizer.tokens)
    guard passage.tokens.count > passage.labelCount else { return }
    passage.sentences = Sentence.split(passage.tokens, trailing: tokenizer.trailing)
    if passage.labelCount > 0, heading?.isNamed == true, heading?.topics.isEmpty == true {
      heading = nil
    }
    // A version was asked for and told: what else stands there is no answer to it.
    if let topics = heading?.topics, topics.contains(.version),
      topics.isSubset(of: [.version, .product]),
      passage.isAnswer,
      passage.tokens.dropFirst(passage.labelCount).contains(where: {
        $0.isVersionLike && $0.text.contains(".")
      })
    {
      heading = nil
      isTemplate = false
    }
    passages.append(passage)
  }

  // MARK: tables

  /// `| | Production | Test |`: a column for each machine; those of trials are left out.
  private func isByMachine(_ cells: [String]) -> Bool {
    let keys = cells.map { Folding.key($0.split(separator: " ").first.map(String.init) ?? "") }
    return keys.contains(where: Self.trials.contains)
      && keys.contains {
        [
          "production", "prod", "produktion", "live", "productie", "produccion", "producao",
          "produkcja",
        ].contains($0)
      }
  }

  private static let trials: Set<String> = [
    "test", "staging", "dev", "development", "qa", "uat", "testsystem", "preprod",
  ]

  /// A row of a table whose columns are known, or whose first cell is a label.
  private mutating func addRow(_ line: Line) -> Bool {
    let cells = line.text.drop { $0.isWhitespace || $0 == ">" }.split(
      separator: "|", omittingEmptySubsequences: false
    ).dropFirst().map(\.trimmed)
    guard cells.count >= 2 else { return false }
    if columns.isEmpty, cells.count >= 3, isByMachine(cells) {
      close()
      machines = cells.map { cell in
        Self.trials.contains(Folding.key(cell.split(separator: " ").first.map(String.init) ?? ""))
      }
      return true
    }
    if let trials = machines {
      let kept = zip(cells, trials + Array(repeating: false, count: cells.count)).filter { !$0.1 }
        .map(\.0)
      guard kept.count < cells.count else { return false }
      var copy = line
      copy.text = "| " + kept.joined(separator: " | ")
      copy.start = nil
      add(copy)
      return true
    }
    let read = cells.prefix(20).map { cell -> Label? in
      var tokenizer = Tokenizer()
      tokenizer.add(cell[...].prefix(100), line: 0)
      return labels.read(tokenizer.tokens[...])
    }
    if columns.isEmpty {
      let known = read.compactMap { $0 }.filter { !$0.topics.isEmpty }.count
      if known >= 2, known * 2 >= cells.count(where: { !$0.isEmpty }) {
        close()
        columns = read
        return true
      }
      return false
    }
    for (cell, label) in zip(cells, columns) where !cell.isEmpty {
      var tokenizer = Tokenizer()
      tokenizer.add(cell[...], line: 0)
      open = (Passage(lines: [line], label: label ?? Label(), isAnswer: true), tokenizer)
      close()
    }
    return true
  }
}

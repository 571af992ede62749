/// Cuts lines into passages: answers with their labels, and paragraphs.
struct Segmenter {
  let labels: LabelReader
  var passages: [Passage] = []
  /// What the heading or question above asked for; the lines below answer it.
  var heading: Label?
  var headingQuestion: Question?
  /// Of the heading.
  var headingLine = 0
  /// A question of the template is answered until the next one.
  var isTemplate = false
  var columns: [Label?] = []
  /// Which columns of the table are of machines that are not meant.
  var machines: [Bool]?
  /// Whose machine each column of the table tells of.
  var sides: [Claim.Side]?
  var open: (passage: Passage, tokenizer: Tokenizer)?
  /// A heading that names something waits for its answer.
  var named: (tokens: [Token], line: Line)?
  /// What our own side asked last.
  var lastAsked: Label?
  /// Whether code is being read, and what was asked above it.
  var isFenced = false
  /// Code of a language that is named; the rest may be what somebody copied from a page.
  var isCode = false
  var beforeFence: (label: Label?, question: Question?, isTemplate: Bool, isMark: Bool)?
  /// The heading is one by its looks, so that it reaches as far as the next.
  var isHeadingMark = false
  /// Whose machine the last heading of that kind spoke of.
  var markSide = Claim.Side.unknown
  var isFirst: Bool { passages.isEmpty && open == nil && heading == nil }

  init(_ lexicon: Lexicon) { labels = LabelReader(lexicon: lexicon) }

  static func passages(of sections: [Section], _ lexicon: Lexicon) -> [Passage] {
    var segmenter = Segmenter(lexicon)
    for section in sections { segmenter.add(section) }
    return segmenter.passages
  }

  mutating func add(_ section: Section) {
    close()
    heading = section.question.map { Label(topics: [Topic($0)], side: markSide) }
    if section.question == .os {
      heading?.offered = Offer.find(in: Tokenizer(section.asked).tokens, labels.lexicon)
    }
    // `### Which version of Foo?` / `Version: 2.1`
    if section.question != nil, section.question != .productVersion { named = nil }
    headingQuestion = section.question
    isTemplate = section.question != nil
    isHeadingMark = false
    columns = []
    isFenced = false
    isCode = false
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

  mutating func add(_ line: Line) {
    if line.voice == .boilerplate { return close() }
    var shape = LineShape(line.start == nil ? line.text[...] : line.body)
    if (line.isBlank || line.isNoResponse) && !shape.isFence {
      if open?.passage.isAnswer == true, open?.passage.lines.isEmpty == false { endShortAnswer() }
      close()
      return
    }
    shape.isHeading = shape.isHeading || line.isUnderlined
    if shape.isRule {
      if !shape.isTableRow { close() }
      if shape.isFence { fence(line.text) }
      return
    }
    if shape.isTableRow, addRow(line) { return }
    if !shape.isTableRow {
      columns = []
      (machines, sides) = (nil, nil)
    }
    if line.voice == .support { return ask(line) }
    // `# TZ=Etc/UTC`: a setting that is left out.
    if isFenced, shape.isHeading, line.text.utf8.contains(UInt8(ascii: "=")) { return close() }
    if let cut = label(of: line, shape) { return begin(cut, line, shape) }
    // `External storage, which one: local/smb/...`, of a label that nobody knows
    if line.text.utf8.contains(UInt8(ascii: ":")), line.text.trimmed.hasSuffix("/...") {
      return close()
    }
    if isCode,
      heading?.topics.isDisjoint(with: [.os, .version, .product, .arch, .protocols, .timezone])
        != false
    {
      return close()
    }
    if continues(line, shape) { append(line, line.body) } else { beginPlain(line, shape) }
  }

  func continues(_ line: Line, _ shape: LineShape) -> Bool {
    // Each line of a chat stands for itself.
    guard line.start == nil || line.file != open?.passage.lines.last?.file, let open,
      let last = open.passage.lines.last, !shape.isItem, !shape.isHeading,
      last.voice == line.voice, last.depth == line.depth, last.file == line.file,
      last.number + 1 >= line.number || last.number + 2 >= line.number
    else { return false }
    // `windows server` / `2022`, sent one after the other.
    let number = line.body.first { !$0.isWhitespace }?.isNumber == true
    if number, open.passage.has(.os), line.text.utf8.count < 20, last.text.utf8.count < 40 {
      return true
    }
    // The answer to a label on one line may be wrapped, but a new sentence is no part of it.
    let begins = line.body.first { !$0.isWhitespace }
    let isIndented = line.text.first?.isWhitespace == true
    let topics = open.passage.label.topics
    if open.passage.isAnswer, open.passage.labelCount > 0 || !topics.isEmpty,
      heading == nil || topics.isDisjoint(with: [.integrations, .other, .logs, .clientLog])
    {
      let isWithin = begins?.isNumber == true && last.text.trimmed.last?.isLetter == true
      return (begins?.isLowercase == true || isIndented || isWithin) && last.text.utf8.count > 50
    }
    if last.text.utf8.count < 50 { return begins?.isLowercase == true }
    return true
  }

  mutating func beginPlain(_ line: Line, _ shape: LineShape) {
    close()
    if shape.isHeading || isBelowLog(line) || isUnknownLabel(line) {
      heading = nil
      isTemplate = false
    }
    var passage = Passage(lines: [], label: heading ?? Label())
    passage.question = headingQuestion
    // An answer in other paragraphs than the first is still one below a heading.
    passage.isAnswer = heading.map { !$0.asksNothing } ?? false
    open = (passage, Tokenizer())
    // Further below stands something else: what was to be named was taken out.
    if let named, line.number <= named.line.number + (isHeadingMark ? 12 : 4) {
      open?.passage.tokens = named.tokens
      open?.passage.labelCount = named.tokens.count
      open?.tokenizer = Tokenizer(continuing: named.tokens, trailing: .colon)
    }
    named = nil
    append(line, line.body)
  }

  mutating func append(_ line: Line, _ text: Substring) {
    guard var (passage, tokenizer) = open else { return }
    open = nil
    if passage.lines.last?.number != line.number || passage.lines.last?.file != line.file {
      passage.lines.append(line)
    }
    // Of a chat each line is a sentence, but for `windows server` / `2022`.
    if let before = passage.lines.dropLast().last, before.message != line.message,
      text.first(where: { !$0.isWhitespace })?.isNumber != true
    {
      tokenizer.endSentence()
    }
    tokenizer.add(text.prefix(4000), line: passage.lines.count - 1)
    open = (passage, tokenizer)
    if passage.lines.count > 200 { close() }
  }
}

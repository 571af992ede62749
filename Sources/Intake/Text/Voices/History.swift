/// Walks through a letter from what is new to what it quotes.
struct History {
  /// Who wrote what is new.
  private(set) var voice: Voice
  private var isReply: Bool
  /// What it quotes was written to the customer, by somebody who is not our side.
  private let isForward: Bool
  private var isOfThird = false
  /// Earlier mails that follow without quote marks of their own, each deeper in the past.
  private var boundaries: [(depth: Int, voice: Voice)] = []
  /// Who wrote the lines of a depth, by the introduction above them.
  private var quoted: [Int: Voice] = [:]
  /// By their first line.
  private var introductions: [Int: QuoteIntroduction] = [:]

  init(voice: Voice, isReply: Bool, isForward: Bool = false) {
    self.voice = voice
    self.isReply = isReply
    self.isForward = isForward
  }

  mutating func mark(_ lines: inout [Line], _ sides: inout Sides) {
    for found in lines.indices.compactMap({ QuoteIntroduction.find(in: lines, endingAt: $0) }) {
      introductions[found.range.lowerBound] = found
    }
    var (index, isStart) = (0, true)
    while index < lines.count {
      let depth = lines[index].depth
      while let last = boundaries.last, last.depth > depth { boundaries.removeLast() }
      let end = markers(&lines, at: index, isStart, &sides)
      if end > index {
        index = end
        continue
      }
      if lines[index].voice != .boilerplate { lines[index].voice = voice(at: depth) }
      lines[index].isForwarded = isOfThird && boundaries.count == 1
      lines[index].message = -(boundaries.count + depth)
      if !lines[index].isVoid { isStart = false }
      index += 1
    }
  }

  /// Handles what announces an earlier mail; returns where the lines after it begin.
  private mutating func markers(
    _ lines: inout [Line], at index: Int, _ isStart: Bool, _ sides: inout Sides
  ) -> Int {
    if let block = HeaderBlock.find(in: lines, at: index, opensText: isStart) {
      apply(block, &lines, isStart, &sides)
      return block.range.upperBound
    }
    // `Ticket: no uploads since Monday`, above the `From:`.
    if isStart, !lines[index].isVoid, lines[index].text.trimmed.last != ":",
      index + 1 < lines.count,
      let block = HeaderBlock.find(in: lines, at: index + 1, opensText: true),
      !block.fields.values.contains(.subject)
    {
      lines[index].voice = voice
      apply(block, &lines, true, &sides)
      return block.range.upperBound
    }
    if !isStart || index == 0, HistorySeparator.isOne(lines[index]) {
      lines[index].voice = .boilerplate
      let next = lines[(index + 1)...].prefix(6).firstIndex { !$0.isVoid }
      // The block below it names the sender; without one, whoever writes answers the other side.
      if let next, HeaderBlock.find(in: lines, at: next, opensText: true) != nil {
        for blank in lines[index..<next].indices { silence(&lines[blank]) }
        if isStart { return next }
        let block = HeaderBlock.find(in: lines, at: next, opensText: true)
        if let block { apply(block, &lines, false, &sides) }
        return block?.range.upperBound ?? next
      }
      silence(&lines[index])
      enter(lines[index].depth, voice(at: lines[index].depth).other)
      return index + 1
    }
    if let found = introductions[index] {
      apply(found, &lines, sides)
      return found.range.upperBound + 1
    }
    return index
  }

  private mutating func apply(
    _ block: HeaderBlock, _ lines: inout [Line], _ isStart: Bool, _ sides: inout Sides
  ) {
    let depth = lines[block.range.lowerBound].depth
    if isStart {
      if let from = block.from, let known = sides.voice(of: from) { voice = known }
      if let from = block.from { sides.learn(Sides.Person(text: from), voice) }
      isReply = true
    } else {
      let known = block.from.flatMap { sides.voice(of: $0) }
      isOfThird =
        isForward && boundaries.isEmpty && voice == .customer && sides.knowsOurs && known == nil
      // Who writes to us is the customer, also where it is a colleague of the writer.
      let isToUs = block.to.flatMap { sides.voice(of: $0) } == .support
      let author =
        known ?? (isToUs ? .customer : isOfThird ? voice : voice(at: depth).other)
      if let from = block.from { sides.learn(Sides.Person(text: from), author) }
      enter(depth, author)
    }
    for index in block.range {
      silence(&lines[index])
      if isStart, block.fields[index] == .subject { lines[index].voice = voice }
    }
  }

  private mutating func apply(
    _ found: QuoteIntroduction, _ lines: inout [Line], _ sides: Sides
  ) {
    let depth = lines[found.range.lowerBound].depth
    let author = sides.voice(of: found.text) ?? voice(at: depth).other
    for index in found.range { silence(&lines[index]) }
    let next = lines[(found.range.upperBound + 1)...].first { !$0.isVoid }
    if let next, next.depth > depth {
      quoted[next.depth] = author
      isReply = true
    } else {
      enter(depth, author)
    }
  }

  private mutating func enter(_ depth: Int, _ author: Voice) {
    // Quotes within it are its own.
    quoted = quoted.filter { $0.key <= depth }
    if boundaries.count < 1000 { boundaries.append((depth, author)) }
  }

  private func silence(_ line: inout Line) {
    line.voice = .boilerplate
    line.message = -(boundaries.count + line.depth)
  }

  private func voice(at depth: Int) -> Voice {
    let base = boundaries.last
    let (floor, author) = (base?.depth ?? 0, base?.voice ?? voice)
    if depth <= floor { return author }
    if let known = quoted[depth] { return known }
    guard isReply || !boundaries.isEmpty else { return author }
    // People answer each other in turn, from the nearest depth whose author is known.
    var (near, voice) = (floor, author)
    for (level, known) in quoted where level > near && level < depth {
      (near, voice) = (level, known)
    }
    return (depth - near).isMultiple(of: 2) ? voice : voice.other
  }
}

extension Sides.Person {
  /// `Robin Example <robin@example.com>` or `Robin Example [mailto:robin@example.com]`
  init(text: String) {
    let words = text.split { " <>[]()\"',;".contains($0) }
    let address = words.first { $0.contains("@") }.map { word in
      word.hasPrefix("mailto:") ? String(word.dropFirst(7)) : String(word)
    }
    let name = words.prefix { !$0.contains("@") }.joined(separator: " ")
    self.init(name: name.isEmpty ? nil : name, address: address)
  }
}

/// What our own side asks, which tells what the customer's next words are about.
extension Segmenter {
  mutating func ask(_ line: Line) {
    close()
    named = nil
    isTemplate = false
    headingQuestion = nil
    isHeadingMark = false
    var tokenizer = Tokenizer()
    tokenizer.add(line.body.prefix(400), line: 0)
    let tokens = Examples.left(out: tokenizer.tokens, ofLabel: true)
    var asking = asking(tokens, trailing: tokenizer.trailing)
    if asking.isEmpty, isField(tokens, tokenizer.trailing) { asking = [tokens.indices] }
    guard !asking.isEmpty || line.depth > 0 else {
      // `Where do I see that?` `In the about box.`: what was asked before still is.
      heading = isAskedBack ? lastAsked : nil
      return
    }
    var label = Label()
    for range in asking.isEmpty ? [tokens.indices] : asking {
      let words = Self.withoutRemark(tokens[range])
      if let more = question(words) {
        label.topics.formUnion(more.topics)
        if label.side == .unknown { label.side = more.side }
      }
      if label.topics.isEmpty, tokens.count <= 14 { label.topics = named(in: words) }
    }
    label.topics.remove(.nothing)
    label.asked =
      asking.first.map {
        Array(tokens[$0.lowerBound..<(asking.last?.upperBound ?? $0.upperBound)])
      } ?? []
    if label.topics.contains(.os) {
      label.offered = Offer.find(in: tokenizer.tokens, labels.lexicon)
    }
    heading = label.asksNothing && label.asked.isEmpty ? nil : label
    lastAsked = heading
  }

  /// `4) Firewall, NAT, proxy:` asks, too.
  private func isField(_ tokens: [Token], _ trailing: Token.Gap) -> Bool {
    trailing.contains(.colon) && (1...16).contains(tokens.count)
      && !Offer.kinds(in: tokens, labels.lexicon).isEmpty
  }

  /// The sentences that ask, also `which macOS` in a chat, where nobody types the question mark.
  private func asking(_ tokens: [Token], trailing: Token.Gap) -> [Range<Int>] {
    var asking: [Range<Int>] = []
    for sentence in Sentence.split(tokens, trailing: trailing) {
      let first = tokens[sentence.range.lowerBound]
      let isShort = sentence.range.count <= 6 && LabelWords.askingWords.contains(first.key)
      guard sentence.asks || isShort && tokens.count <= 8 || isRequest(tokens[sentence.range])
      else { continue }
      // `Which version of Foo! is it?`
      let before = sentence.range.lowerBound - 1
      if sentence.range.count <= 3, before >= 0, first.gap.contains(.exclamation) {
        let start = tokens[...before].lastIndex { LabelWords.askingWords.contains($0.key) }
        asking.append((start ?? sentence.range.lowerBound)..<sentence.range.upperBound)
      } else {
        asking.append(sentence.range)
      }
    }
    return asking
  }

  /// `Please tell us your operating system.`
  private func isRequest(_ tokens: ArraySlice<Token>) -> Bool {
    guard tokens.count <= 30, tokens.contains(where: { LabelWords.pleaseWords.contains($0.key) }),
      tokens.contains(where: { LabelWords.tellingWords.contains($0.key) }),
      let label = question(tokens)
    else { return false }
    return !label.topics.isDisjoint(with: [.os, .version, .protocols, .integrations, .arch])
  }

  /// `no`, `yes`: to be read with the one question that it answers.
  func isYesOrNo(_ tokens: [Token], to asked: [Token]) -> Bool {
    tokens.count <= 3 && !asked.isEmpty && !asked.contains { $0.gap.contains(.question) }
      && (tokens.first.map {
        Cues.none.contains($0.key) && !Reply.asksForDeed(asked) || Cues.yes.contains($0.key)
      } ?? false)
  }

  /// `ah no, just this one`, `yes plain, no TLS`: says more than its yes or no, but nothing else
  /// of what was asked.
  func reply(_ tokens: [Token], to asked: [Token]) -> Reply? {
    let words = tokens.drop { Self.interjections.contains($0.key) }
    if let reply = Reply(Array(words), to: asked) { return reply }
    guard !asked.contains(where: { $0.gap.contains(.question) }), let first = words.first,
      (3...10).contains(tokens.count)
    else { return nil }
    // `between the two of them none`
    if let last = words.last, DenialCues.endings.contains(last.key), !Reply.asksForDeed(asked),
      tokens.indices.allSatisfy({ labels.lexicon.entries(in: tokens[$0...]).isEmpty })
    {
      return Reply.none
    }
    guard tokens.count >= 4 else { return nil }
    let isNo = Cues.none.contains(first.key) || Bearing.plainNo.contains(first.key)
    guard isNo || Cues.yes.contains(first.key) else { return nil }
    let names = { (tokens: ArraySlice<Token>) in
      tokens.indices.count { !self.labels.lexicon.entries(in: tokens[$0...]).isEmpty }
    }
    if isNo { return names(words.dropFirst()) == 0 ? Reply.none : nil }
    return names(asked[...]) == 1 ? .all : nil
  }

  private static let interjections: Set<String> = [
    "ah", "oh", "hm", "hmm", "ok", "okay", "well", "uh", "um", "ach", "also", "aeh", "bah", "eh",
    "euh", "bueno", "nou", "beh", "allora", "no to",
  ]

  /// `Behind a proxy or firewall?` `none of the two`; `Proxy, LDAP, SSO: no`
  func reply(_ tokens: [Token], labelled count: Int) -> Reply? {
    guard count > 0 else { return nil }
    let (label, answer) = (Array(tokens[..<count]), Array(tokens[count...]))
    if answer.count == 1, Bearing.plainNo.contains(answer[0].key),
      Offer.kinds(in: label, labels.lexicon).count >= 3
    {
      return Reply.none
    }
    return Reply(answer, to: label)
  }

  /// The customer's last words were a question, not an answer.
  private var isAskedBack: Bool {
    guard let last = passages.last, last.first?.voice == .customer, last.tokens.count <= 8,
      let first = last.tokens.first
    else { return false }
    return last.sentences.last?.asks == true || LabelWords.askingWords.contains(first.key)
      || ["whats", "what's", "wheres", "where's"].contains(first.key)
  }

  /// `Does it run on Linux or Windows?`, `which FileZilla is it?`
  private func named(in tokens: ArraySlice<Token>) -> Set<Topic> {
    var topics: Set<Topic> = []
    for index in tokens.indices {
      let isFirst = index == tokens.startIndex
      let isAsked = isFirst || LabelWords.askingWords.contains(tokens[index - 1].key)
      if tokens[index].key == "linux" { topics.insert(.os) }
      for entry in labels.lexicon.entries(in: tokens[index...]) where !entry.isCommon {
        switch entry.meaning {
        case .os: topics.insert(.os)
        case .product where isAsked && !isFirst, .client where isAsked && !isFirst:
          topics.insert(.version)
        default: break
        }
      }
    }
    return topics
  }

  /// A whole question may be longer than a label.
  func question(_ tokens: ArraySlice<Token>) -> Label? {
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
}

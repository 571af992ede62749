/// Ends a passage: what was asked for it, and how far the question reaches.
extension Segmenter {
  mutating func close() {
    guard case .some((var passage, var tokenizer)) = open else { return }
    open = nil
    if let reply = reply(tokenizer.tokens, labelled: passage.labelCount) {
      passage.label.asked = Array(tokenizer.tokens[..<passage.labelCount])
      passage.reply = reply
    }
    let asked = passage.label.asked
    if !asked.isEmpty, passage.reply == nil {
      passage.reply = reply(tokenizer.tokens, to: asked)
    }
    if passage.reply == nil, isYesOrNo(tokenizer.tokens, to: asked) {
      tokenizer = Tokenizer(joining: asked, tokenizer)
      passage.labelCount = asked.count
    }
    if passage.labelCount == 0, !passage.label.offered.isEmpty {
      tokenizer = Tokenizer(
        continuing: named(tokenizer.tokens, by: passage.label.offered),
        trailing: tokenizer.trailing)
    }
    passage.tokens = Examples.left(out: tokenizer.tokens, ofLabel: false)
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
}

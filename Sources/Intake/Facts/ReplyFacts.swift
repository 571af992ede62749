import CaseModel

/// `both`, `neither` and `no`, which speak of what was asked.
extension PassageReader {
  mutating func readReply(_ lexicon: Lexicon) {
    guard let reply = passage.reply else { return }
    let stance: Claim.Stance = reply == .all ? .present : .absent
    for mention in MentionScan(lexicon: lexicon).mentions(in: passage.label.asked) {
      // `no, AD` denies the other one of the two.
      if stance == .absent,
        mentions.contains(where: {
          $0.meanings == mention.meanings && $0.range.lowerBound >= passage.labelCount
        })
      {
        continue
      }
      for name in mention.protocols {
        claim(.protocol(name), at: 0..<tokens.count, stance: stance, source: .answer)
      }
      // Who has neither PostgreSQL nor MySQL may have another database.
      if let (kind, isMake) = mention.integration,
        stance == .present || kind != "database" || !isMake
      {
        let name =
          isMake ? passage.label.asked[mention.range].map(\.text).joined(separator: " ") : nil
        claim(
          .integration(kind: kind, name: name, detail: nil), at: 0..<tokens.count, stance: stance,
          source: .answer)
      }
    }
  }
}

import CaseModel

/// `both`, `neither` and `no`, which speak of what was asked.
extension PassageReader {
  mutating func readReply(_ lexicon: Lexicon) {
    guard let reply = passage.reply else { return readWay(lexicon) }
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

  /// `FTP, plain or with TLS?` `plain`
  private mutating func readWay(_ lexicon: Lexicon) {
    guard !mentions.contains(where: { !$0.protocols.isEmpty }),
      MentionScan(lexicon: lexicon).mentions(in: passage.label.asked).contains(where: {
        ["ftp", "ftps"].contains($0.protocols.first)
      }),
      let at = tokens.indices.prefix(4).first(where: { Self.ways[tokens[$0].key] != nil }),
      let name = Self.ways[tokens[at].key], bearing.stance(of: at..<at + 1) == .present
    else { return }
    claim(.protocol(name), at: at..<at + 1, source: .answer)
  }

  private static let ways = [
    "ftp":
      "plain plano plana unverschluesselt klartext clair simple onversleuteld zwykle nieszyfrowane chiaro normal",
    "ftps":
      "tls ssl encrypted cifrado verschluesselt chiffre criptografado versleuteld szyfrowane cifrato explicit explizit explicite",
  ].reduce(into: [String: String]()) { ways, way in
    for word in way.value.split(separator: " ") { ways[String(word)] = way.key }
  }
}

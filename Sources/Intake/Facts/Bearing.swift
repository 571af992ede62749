/// How a passage means what it names: whether it is there, and on whose machine.
struct Bearing {
  let passage: Passage
  let mentioned: Set<Int>
  /// Of those the ones that may fail as well as be missing: `FTPS auch nicht`.
  let services: Set<Int>

  init(_ passage: Passage, _ mentions: [Mention]) {
    self.passage = passage
    services = Set(
      mentions.filter { !$0.protocols.isEmpty || $0.integration != nil }.flatMap {
        Array($0.range)
      })
    mentioned = Set(mentions.flatMap { Array($0.range) })
  }

  var tokens: [Token] { passage.tokens }

  func sentence(of index: Int) -> Sentence? {
    passage.sentences.first { $0.range.contains(index) }
  }

  func clause(of index: Int) -> Range<Int> {
    sentence(of: index)?.clauses.first { $0.contains(index) } ?? index..<index + 1
  }

  func stance(of range: Range<Int>) -> Claim.Stance {
    if let stance = passage.label.stance { return stance }
    guard let sentence = sentence(of: range.lowerBound) else { return .present }
    let clause = clause(of: range.lowerBound)
    if let answer = answered(range, sentence) { return answer }
    if let thing = explained(range, sentence) { return stance(of: thing) }
    // `why was there no failover?`
    if sentence.asks, !passage.isAnswer, opensQuestion(sentence.range) { return .planned }
    if isDenied(range, clause, sentence) { return .absent }
    // `x86_64-unknown-linux-gnu` doubts nothing.
    // What a label asks is no doubt of its answer: `> and tell whether there is a firewall`.
    let said = range.lowerBound < passage.labelCount ? 0 : passage.labelCount
    let keys = clause.filter { $0 >= said && !tokens[$0].gap.contains(.hyphen) }.map {
      tokens[$0].key
    }
    if sentence.asks, isStated(clause, sentence) {
      return keys.contains(where: Cues.doubts.contains) ? .doubtful : .present
    }
    if isDoubted(keys, clause, sentence) { return .doubtful }
    return sentence.asks && !passage.isAnswer ? .planned : .present
  }

  /// `no reverse proxy (HAProxy)`: the name in brackets is of what stands before them.
  private func explained(_ range: Range<Int>, _ sentence: Sentence) -> Range<Int>? {
    let before = range.lowerBound - 1
    guard tokens[range.lowerBound].gap.contains(.open), sentence.range.contains(before),
      mentioned.contains(before), range.lowerBound > passage.labelCount,
      range.upperBound >= tokens.count || tokens[range.upperBound].gap.has([.close, .period])
    else { return nil }
    return before..<before + 1
  }

  /// `LDAP: no`, `Proxy? none`, `SSO (no)`.
  func answered(_ range: Range<Int>, _ sentence: Sentence) -> Claim.Stance? {
    // `Antivirus (ICAP): no`: the answer is to every name of its label.
    let next = range.upperBound < passage.labelCount ? passage.labelCount : range.upperBound
    guard next < tokens.count else { return nil }
    let gap = tokens[next].gap
    let key = tokens[next].key
    // `ClamAV. (Maybe that?)`
    if gap.contains(.period), gap.has([.space, .line]) { return nil }
    guard
      gap.has([.colon, .dash, .equals, .question, .open, .pipe, .arrow])
        || next == passage.labelCount
        || Self.plainNo.contains(key)
          && (next + 1 >= tokens.count
            || tokens[next + 1].gap.has([
              .comma, .semicolon, .period, .question, .exclamation, .close, .line, .dash, .open,
            ]))
    else { return nil }
    let isLast =
      next + 1 >= tokens.count
      || !tokens[next + 1].gap.isSubset(of: [.space, .hyphen, .apostrophe])
    // `without the antivirus (ESET): no difference`
    if next + 1 < tokens.count, tokens[next + 1].gap == .space,
      DenialCues.trials.contains(tokens[next + 1].key) || Self.things.contains(tokens[next + 1].key)
    {
      return nil
    }
    // `Antivirus: no sé`
    if next + 1 < tokens.count, Self.flatNo.contains(key),
      Self.knowing.contains(tokens[next + 1].key)
    {
      return .doubtful
    }
    if (key == "n" && next + 1 < tokens.count && tokens[next + 1].key == "a")
      || (Self.flatNo.contains(key) && (isLast || !mentioned.contains(next + 1)))
    {
      return .absent
    }
    if [
      "unknown", "unsure", "?", "unbekannt", "inconnu", "desconocido", "nieznany", "maybe",
      "onbekend",
    ].contains(key)
      || (key == "not" && next + 1 < tokens.count
        && ["sure", "known"].contains(tokens[next + 1].key))
    {
      return .doubtful
    }
    return nil
  }

  /// What one has not who does not know: `keine Ahnung`, `no idea`, `não sei`.
  private static let knowing: Set<String> = [
    "ahnung", "idea", "idee", "ideia", "clue", "sei", "se", "sabemos", "wiem", "wiemy", "pojecia",
    "so", "sappiamo", "sure", "seguro", "certeza",
  ]

  /// Behind a name with nothing between: `Proxy yok`, `AD yes, proxy no`.
  static let plainNo: Set<String> = [
    "no", "nope", "nein", "yok", "none", "non", "nee", "nao", "nie", "nej", "ne", "brak",
  ]
  static let flatNo: Set<String> = [
    "n", "without", "ohne", "sans", "sin", "sem", "bez", "zonder", "なし", "無し", "无", "没有", "無",
    "いいえ",
    "no", "nope", "none", "not", "nein", "non", "aucun", "aucune", "ninguno", "ninguna", "nao",
    "nenhum",
    "nenhuma", "nee", "geen", "brak", "nie", "nessuno", "nessuna", "ingen", "inget", "keine",
    "keiner", "kein", "zadny", "zadna", "ne", "nej", "disabled", "false", "nil", "never", "nothing",
    "yok", "hayir", "off", "keins", "unused", "inga", "niet", "neni",
  ]
}

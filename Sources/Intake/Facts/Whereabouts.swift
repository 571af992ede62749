/// Whose machine is spoken of.
extension Bearing {
  /// Whose machine the clause speaks of; the nearer word decides.
  func side(of range: Range<Int>) -> Claim.Side {
    let own = passage.label.side
    // `Server: a Windows PC on the LAN`
    if own != .unknown, passage.isAnswer, passage.lines.count == 1,
      passage.tokens.count <= 12 || isToldFirst(range),
      !passage.tokens.dropFirst(max(1, passage.labelCount)).contains(where: {
        $0.gap.contains(.colon)
      })
    {
      return own
    }
    let clause = clause(of: range.lowerBound)
    var best: (side: Claim.Side, distance: Int)?
    for index in clause where !range.contains(index) && !isPartOfName(index) {
      let key = tokens[index].key
      let side: Claim.Side =
        Cues.clients.contains(key) || key.hasSuffix("laptops") || key.hasSuffix("notebooks")
        ? .client : Cues.servers.contains(key) || Cues.places.contains(key) ? .server : .unknown
      guard side != .unknown else { continue }
      let before = index < range.lowerBound
      var distance = before ? range.lowerBound - index : index - range.upperBound + 1
      guard distance <= 10 else { continue }
      // `the client is a CentOS machine`: a machine may be anybody's.
      if Cues.places.contains(key) { distance += 20 }
      if distance < best?.distance ?? .max { best = (side, distance) }
    }
    return best?.side ?? apposed(clause, range) ?? own
  }

  /// In the first sentence of an answer, before other things are told.
  private func isToldFirst(_ range: Range<Int>) -> Bool {
    guard let first = passage.sentences.first else { return false }
    return first.range.contains(range.lowerBound) && first.range.count <= 12
  }

  /// `on my home server, NixOS.`: a clause that is only a name tells of what stands before it.
  private func apposed(_ clause: Range<Int>, _ range: Range<Int>) -> Claim.Side? {
    guard clause.count <= range.count + 1, clause.lowerBound > 0,
      tokens[clause.lowerBound].gap.has([.comma, .open, .dash]),
      sentence(of: clause.lowerBound)?.range.contains(clause.lowerBound - 1) == true
    else { return nil }
    return (max(0, clause.lowerBound - 3)..<clause.lowerBound).reversed().lazy.compactMap { index in
      let key = tokens[index].key
      return isPartOfName(index)
        ? nil
        : Cues.clients.contains(key) || key.hasSuffix("laptops") || key.hasSuffix("notebooks")
          ? .client : Cues.servers.contains(key) ? .server : nil
    }.first
  }

  func isPartOfName(_ index: Int) -> Bool { mentioned.contains(index) }

  /// Whether the clause tells of another machine, or of nothing that is there.
  func isElsewhere(_ range: Range<Int>) -> Bool {
    if tokens.prefix(passage.labelCount).contains(where: { Self.trials.contains($0.key) }) {
      return true
    }
    let clause = clause(of: range.lowerBound)
    // `in our test environment (7.5.0, Rocky 9)`
    if let open = bracket(around: range.lowerBound), open > clause.lowerBound - 6,
      (max(0, open - 3)..<open).contains(where: { Cues.others.contains(tokens[$0].key) }),
      sentence(of: open)?.range.contains(max(0, open - 1)) == true
    {
      return true
    }
    // `ProFTPD 1.3.7 on Debian 11 - that's the test server`
    if let next = sentence(of: range.lowerBound)?.clauses.first(where: {
      $0.lowerBound == clause.upperBound
    }), next.count <= 5, tokens[next.lowerBound].gap.has([.dash, .comma, .open]),
      next.contains(where: { Self.testing.contains(tokens[$0].key) })
    {
      return true
    }
    return clause.contains { index in
      !range.contains(index) && Cues.others.contains(tokens[index].key) && !isOtherOfTwo(index)
        && abs(index - range.lowerBound) <= 8
    }
  }

  /// Where the bracket opens that the words stand in.
  private func bracket(around index: Int) -> Int? {
    guard let sentence = sentence(of: index)?.range else { return nil }
    for at in (max(sentence.lowerBound, index - 12)...index).reversed() {
      if tokens[at].gap.contains(.open) { return at > sentence.lowerBound ? at : nil }
      if tokens[at].gap.contains(.close) { return nil }
    }
    return nil
  }

  private static let testing: Set<String> = [
    "test", "testing", "staging", "testsystem", "testserver", "testumgebung", "testmaschine",
    "testmachine", "testomgeving", "testowy", "testowa", "testowe", "testowym", "pruebas", "teste",
    "testes", "homologacao", "recette", "essai", "prova", "sandbox", "lab", "preprod", "uat",
  ]
  static let trials: Set<String> = [
    "agent", "agents", "runner", "runners", "test", "testing", "staging", "dev", "development",
    "sandbox", "lab", "testsystem",
    "testserver", "qa", "preprod", "uat",
  ]

  /// `the other one runs 3.0.5`: the second of two that are both meant.
  func isOtherOfTwo(_ index: Int) -> Bool {
    ["other", "andere", "autre", "otro", "outro"].contains(tokens[index].key)
      && index + 1 < tokens.count
      && ["one", "runs", "has", "is", "server", "machine", "hat", "est", "tiene", "node"].contains(
        tokens[index + 1].key)
  }
}

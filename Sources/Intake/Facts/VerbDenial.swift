/// A denied verb beside a thing: `we don't use LDAP`, unlike `LDAP does not work`.
extension Bearing {
  func verbDenies(_ range: Range<Int>, _ clause: Range<Int>, _ sentence: Sentence) -> Bool {
    guard !hasThingBehind(range) else { return false }
    return clause.contains { at in
      !range.contains(at) && isDenying(at, clause)
        && (at < range.lowerBound ? range.lowerBound - at : at - range.upperBound) <= 6
        && denies(at, range, clause, sentence)
    }
  }

  /// A denying adverb, or a word that is one here: `no usamos`, `no longer`, `n'utilisons plus`.
  func isDenying(_ at: Int, _ clause: Range<Int>) -> Bool {
    let key = tokens[at].key
    if DenialCues.adverbs.contains(key) { return true }
    if key == "longer" { return at > clause.lowerBound && tokens[at - 1].key == "no" }
    if key == "plus" {
      return (max(clause.lowerBound, at - 4)..<at).contains {
        ["n", "ne"].contains(tokens[$0].key)
      }
    }
    return key == "no" && !passage.isPortuguese && isBeforeVerb(at, clause)
  }

  /// `no usamos LDAP`, `SFTP no lo usamos`, unlike `no connection`.
  private func isBeforeVerb(_ at: Int, _ clause: Range<Int>) -> Bool {
    var next = at + 1
    while clause.contains(next),
      ["lo", "la", "los", "las", "le", "se", "nos", "esta", "estan"].contains(tokens[next].key)
    {
      next += 1
    }
    guard clause.contains(next), tokens[next].gap.isSubset(of: [.space, .line]) else {
      return false
    }
    if tokens[next - 1].key.hasPrefix("esta") { return true }
    return Cues.uses.contains(tokens[next].key)
      && !["need", "use", "used", "set", "setup", "active", "running"].contains(tokens[next].key)
  }

  /// What governs the denying word: the verb behind it, else the one before.
  private func denies(
    _ at: Int, _ range: Range<Int>, _ clause: Range<Int>, _ sentence: Sentence
  ) -> Bool {
    let between = at < range.lowerBound ? at + 1..<range.lowerBound : range.upperBound..<at
    let isBefore = at < range.lowerBound
    if isNotWithin(at, range, clause) { return true }
    // `nie korzystamy z SSO`: the word is the verb's own.
    let hasOwn = between.contains { tokens[$0].key.hasPrefix("korzyst") }
    if isBefore,
      between.contains(where: {
        DenialCues.leaping.contains(tokens[$0].key)
          && !(hasOwn && ["z", "ze"].contains(tokens[$0].key))
      })
    {
      return false
    }
    if clause.contains(where: {
      $0 < at && at - $0 <= 3 && DenialCues.modals.contains(tokens[$0].key)
    }) {
      return false
    }
    if clause.contains(where: { DenialCues.qualities.contains(tokens[$0].key) }) { return false }
    var isUnknown = false
    for index in at + 1..<max(at + 1, min(clause.upperBound, at + 6)) where !range.contains(index) {
      let key = tokens[index].key
      // `kommt nicht zum Einsatz`
      if key == "zum", index + 1 < clause.upperBound,
        ["einsatz", "zuge"].contains(tokens[index + 1].key)
      {
        return true
      }
      if DenialCues.softeners.contains(key) { return false }
      if isPresence(index, isBefore),
        !["have", "has", "ha"].contains(key) || isLast(index, clause) || isBefore
      {
        // `SFTP e FTPS não têm problema`
        if index + 1 < clause.upperBound, Cues.troubles.contains(tokens[index + 1].key) {
          return false
        }
        return !isOfAnother(index, range)
      }
      if Cues.troubles.contains(key) { return false }
      if mentioned.contains(index) || DenialCues.fillers.contains(key)
        || Self.adjectives.contains(key)
      {
        continue
      }
      if DenialCues.definites.contains(key) { continue }
      if isBefore, index > range.lowerBound { break }
      isUnknown =
        !Self.prepositions.contains(key) && !DenialCues.leaping.contains(key)
        && !DenialCues.conditions.contains(key)
      break
    }
    for index in (max(clause.lowerBound, at - 6)..<at).reversed() where !range.contains(index) {
      let key = tokens[index].key
      if Cues.troubles.contains(key) { return false }
      if isPresence(index, isBefore) { return !isUnknown && !isOfAnother(index, range) }
    }
    return isBare(at, range, clause, sentence)
  }

  /// `we don't run LDAP`, unlike `LDAP does not run`; `we don't allow FTP`, unlike `it is not allowed in`.
  private func isPresence(_ index: Int, _ isBefore: Bool) -> Bool {
    let key = tokens[index].key
    if ["run", "runs", "allow", "need", "needs"].contains(key) { return isBefore }
    return Cues.uses.contains(key) || DenialCues.presences.contains(key)
  }

  private func isLast(_ index: Int, _ clause: Range<Int>) -> Bool {
    index + 1 >= clause.upperBound
      || !tokens[index + 1].gap.isSubset(of: [.space, .line])
      || DenialCues.fillers.contains(tokens[index + 1].key)
      || Self.prepositions.contains(tokens[index + 1].key)
  }

  /// `we don't have access to the firewall`: what one does not have is another thing.
  private func isOfAnother(_ verb: Int, _ range: Range<Int>) -> Bool {
    guard verb < range.lowerBound else { return false }
    let hasOwn = tokens[verb].key.hasPrefix("korzyst")
    return (verb + 1..<range.lowerBound).contains { index in
      !(hasOwn && ["z", "ze"].contains(tokens[index].key)) && !mentioned.contains(index)
        && !Self.adjectives.contains(tokens[index].key)
        && (Self.prepositions.contains(tokens[index].key)
          || DenialCues.leaping.contains(tokens[index].key))
    }
  }

  /// `not in a container`, `nie jest w klastrze`, `not behind the load balancer`
  private func isNotWithin(_ at: Int, _ range: Range<Int>, _ clause: Range<Int>) -> Bool {
    guard at < range.lowerBound, range.lowerBound - at <= 5,
      let place = (at + 1..<range.lowerBound).last(where: {
        DenialCues.places.contains(tokens[$0].key)
      }),
      !isTrouble(clause), !hasThingBehind(range),
      (at + 1..<place).allSatisfy({
        DenialCues.fillers.contains(tokens[$0].key) || Cues.uses.contains(tokens[$0].key)
      })
    else { return false }
    let inner = place + 1..<range.lowerBound
    let isBehind = ["behind", "hinter", "derriere", "detras", "atras", "achter", "za", "dietro"]
      .contains(tokens[place].key)
    return inner.allSatisfy {
      mentioned.contains($0) || Self.adjectives.contains(tokens[$0].key)
        || DenialCues.empties.contains(tokens[$0].key)
        || isBehind && DenialCues.definites.contains(tokens[$0].key)
    }
  }

  /// `Een proxy is er niet`, `LDAP auch nicht`: nothing but that it is not there.
  private func isBare(
    _ at: Int, _ range: Range<Int>, _ clause: Range<Int>, _ sentence: Sentence
  ) -> Bool {
    guard !services.contains(range.lowerBound) || !isTrouble(sentence.range),
      clause == min(range.lowerBound, at)..<max(range.upperBound, at + 1)
        || !["not", "don't", "doesn't", "didn't", "isn't", "dont", "doesnt", "isnt"].contains(
          tokens[at].key),
      clause.count <= 8
    else { return false }
    // `die Firewall ist es nicht`
    if range.lowerBound > clause.lowerBound,
      DenialCues.definites.contains(tokens[range.lowerBound - 1].key),
      !clause.contains(where: { Self.existentials.contains(tokens[$0].key) })
    {
      return false
    }
    return clause.allSatisfy { index in
      // `AD-Anmeldung ebenfalls nicht`
      range.contains(index) || mentioned.contains(index)
        || index == range.upperBound && tokens[index].gap == .hyphen
        || DenialCues.empties.contains(tokens[index].key)
        || DenialCues.adverbs.contains(tokens[index].key)
        || DenialCues.definites.contains(tokens[index].key)
        || ["mehr", "meer", "anymore", "wiecej", "mas", "mais"].contains(tokens[index].key)
    }
  }

  /// `l'antivirus non c'è`, `il n'y a pas`
  private static let existentials: Set<String> = ["c", "ci", "y", "hay", "er", "there", "ma"]
}

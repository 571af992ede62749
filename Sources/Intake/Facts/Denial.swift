/// Whether what is named is said not to be there.
///
/// A reader looks for it in four places: a `no` before the thing (`DeterminerDenial`), a denied
/// verb beside it (`VerbDenial`), a state or an ending behind it (`StateDenial`), and here the
/// sentences that lean on the words around.
extension Bearing {
  func isDenied(_ range: Range<Int>, _ clause: Range<Int>, _ sentence: Sentence) -> Bool {
    determinerDenies(range, clause, sentence) || isSwitchedOff(range, clause, sentence)
      || isTakenBack(clause, sentence) || isDeniedByEnding(range, clause)
      || isNotThis(range, sentence) || verbDenies(range, clause, sentence)
      || isGivenUp(range, clause) || isDeniedToo(range, clause, sentence)
  }

  /// Denied by a verb only, which may also be the complaint: `it says that LDAP is not configured`.
  func isWeaklyDenied(_ range: Range<Int>) -> Bool {
    guard let sentence = sentence(of: range.lowerBound), !passage.isAnswer else { return false }
    let clause = clause(of: range.lowerBound)
    return answered(range, sentence) == nil && !determinerDenies(range, clause, sentence)
  }

  /// `no other proxy`, `no proxy other than the gateway`: there may be one.
  func deniesOthers(_ range: Range<Int>) -> Bool {
    let start = max(clause(of: range.lowerBound).lowerBound, range.lowerBound - 2)
    return (start..<range.lowerBound).contains { DenialCues.others.contains(tokens[$0].key) }
      || tokens[range.upperBound...].prefix(2).map(\.key) == ["other", "than"]
  }

  /// `antivirus – we don't have one`, `AS2 is licensed but we never turned it on`
  func isTakenBack(_ clause: Range<Int>, _ sentence: Sentence) -> Bool {
    guard var next = sentence.clauses.first(where: { $0.lowerBound == clause.upperBound }) else {
      return false
    }
    // `wird` / `aber von niemandem verwendet`
    if next.count <= 2,
      let more = sentence.clauses.first(where: { $0.lowerBound == next.upperBound }),
      more.first.map({ tokens[$0].gap.isSubset(of: [.space, .line]) }) == true
    {
      next = next.lowerBound..<more.upperBound
    }
    // What has a thing of its own speaks of that: `from Active Directory, SSO nutzen wir nicht`.
    guard next.count <= 8, !next.contains(where: mentioned.contains) else { return false }
    let keys = next.map { tokens[$0].key }
    if isNeverUsed(keys) { return true }
    return keys.indices.contains { index in
      let ahead = keys[(index + 1)...].prefix(2)
      if DenialCues.adverbs.contains(keys[index]) {
        let isBegun =
          keys[index] == "never" && ahead.contains { ["turned", "enabled"].contains($0) }
        let verb = keys[(index + 1)...].prefix(2).firstIndex(where: DenialCues.possessions.contains)
        // `those do not use this rule` denies the rule.
        let isWhole = verb.map { verb in
          keys[(verb + 1)...].allSatisfy {
            DenialCues.pronouns.contains($0) || DenialCues.empties.contains($0)
              || DenialCues.fillers.contains($0) || DenialCues.endings.contains($0)
              || DenialCues.adverbs.contains($0)
          }
        }
        return (isBegun || isWhole == true)
          && keys.contains(where: DenialCues.pronouns.contains)
      }
      // `haben wir nicht`, `we have none`
      return DenialCues.possessions.contains(keys[index])
        && (ahead.first.map(DenialCues.endings.contains) == true
          || keys[(index + 1)...].last.map {
            DenialCues.adverbs.contains($0) || DenialCues.endings.contains($0)
          } == true)
    }
  }

  /// `wird von niemandem verwendet`
  private static let nobody: Set<String> = [
    "niemand", "niemandem", "keinem", "nobody", "noone", "personne", "nadie", "ninguem", "niemand",
    "nikt", "nessuno",
  ]

  /// `installed, never used`, `lizenziert, aber nicht in Gebrauch`
  private func isNeverUsed(_ keys: [String]) -> Bool {
    guard
      let at = keys.firstIndex(where: {
        DenialCues.adverbs.contains($0) || Self.nobody.contains($0)
      }),
      at <= 4
    else { return false }
    let rest = keys[(at + 1)...].drop { DenialCues.fillers.contains($0) || $0 == "longer" }
    // `those do not use this rule` denies the rule.
    if ["use", "usa", "utilise", "uzywamy"].contains(rest.first),
      !rest.dropFirst().allSatisfy({ DenialCues.fillers.contains($0) })
    {
      return false
    }
    return rest.first.map(DenialCues.service.contains) == true
      && !keys.contains { DenialCues.softeners.contains($0) || DenialCues.qualities.contains($0) }
  }

  /// `FTPS, not SFTP`
  func isNotThis(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    let before = range.lowerBound - 1
    guard before >= sentence.range.lowerBound,
      tokens[range.lowerBound].gap.isSubset(of: [.space, .line, .quote])
    else { return false }
    // `isn't domain joined`
    let isState = tokens[range.upperBound - 1].key.hasSuffix("ed")
    guard
      ["not", "nicht", "pas", "niet", "nie", "inte", "ikke"].contains(tokens[before].key)
        || isState && ["isn't", "isnt", "aren't", "arent", "wasn't"].contains(tokens[before].key)
    else { return false }
    return !isTrouble(range.upperBound..<min(range.upperBound + 3, sentence.range.upperBound))
      && !isTrouble(clause(of: before).lowerBound..<before)
  }

  /// `SCP is disabled, FTPS too`: the clause says only that it is the same with this one.
  func isDeniedToo(_ range: Range<Int>, _ clause: Range<Int>, _ sentence: Sentence) -> Bool {
    guard clause.count <= 5, clause.lowerBound > sentence.range.lowerBound,
      clause.contains(where: { DenialCues.alsos.contains(tokens[$0].key) }),
      clause.allSatisfy({
        mentioned.contains($0) || DenialCues.alsos.contains(tokens[$0].key)
          || Self.adjectives.contains(tokens[$0].key) || DenialCues.adverbs.contains(tokens[$0].key)
      }),
      let before = sentence.clauses.last(where: { $0.upperBound == clause.lowerBound }),
      let other = before.first(where: mentioned.contains)
    else { return false }
    return isDenied(other..<other + 1, before, sentence)
  }

  /// `auf WebDAV verzichten wir`, `on se passe de LDAP`, `we got rid of the proxy`
  func isGivenUp(_ range: Range<Int>, _ clause: Range<Int>) -> Bool {
    let near =
      max(clause.lowerBound, range.lowerBound - 5)..<min(clause.upperBound, range.upperBound + 4)
    guard !near.contains(where: { DenialCues.conditions.contains(tokens[$0].key) }) else {
      return false
    }
    if near.contains(where: { DenialCues.givingUp.contains(tokens[$0].key) }) {
      return !isTrouble(near) && !hasThingBehind(range)
    }
    let before = tokens[max(clause.lowerBound, range.lowerBound - 4)..<range.lowerBound].map(\.key)
    return zip(before, before.dropFirst()).contains {
      ($0 == "rid" && $1 == "of") || ($0 == "away" && $1 == "with")
        || (["passe", "passons"].contains($0) && ["de", "d"].contains($1) && before.contains("se"))
    }
  }

  /// `no firewall rules were changed`: it is the rules that are spoken of.
  func hasThingBehind(_ range: Range<Int>) -> Bool {
    range.upperBound < tokens.count
      && tokens[range.upperBound].gap.isSubset(of: [.space, .line, .hyphen])
      && Self.things.contains(tokens[range.upperBound].key)
  }

  func isTrouble(_ range: Range<Int>) -> Bool {
    // The `load` of a load balancer is none.
    range.contains { index in
      index < tokens.count && Cues.troubles.contains(tokens[index].key)
        && !mentioned.contains(index)
    }
  }
}

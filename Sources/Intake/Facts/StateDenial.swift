/// A state or an ending behind a thing that says it is not there: `FTP is disabled`.
extension Bearing {
  /// `FTP is disabled`, `NFS en ftp staan uit`, `NFS mamy wyłączone`, `we have disabled FTP`
  func isSwitchedOff(_ range: Range<Int>, _ clause: Range<Int>, _ sentence: Sentence) -> Bool {
    guard !hasThingBehind(range),
      !clause.contains(where: { DenialCues.conditions.contains(tokens[$0].key) }),
      !sentence.range.contains(where: { DenialCues.trials.contains(tokens[$0].key) })
    else { return false }
    return isOffBehind(range, clause) || isOffBefore(range, clause)
  }

  private func isOffBehind(_ range: Range<Int>, _ clause: Range<Int>) -> Bool {
    // `FTP is blocked in the packet filter`: that is where, not what.
    var before = range.lowerBound - 1
    while clause.contains(before), DenialCues.definites.contains(tokens[before].key) { before -= 1 }
    // `NFS en ftp` is a list.
    if clause.contains(before), DenialCues.places.contains(tokens[before].key),
      !mentioned.contains(before - 1)
    {
      return false
    }
    var (hasState, isInPlace) = (tokens[range.upperBound - 1].key.hasSuffix("'s"), false)
    for index in behind(range, clause) {
      let key = tokens[index].key
      if DenialCues.off.contains(key) { return true }
      if DenialCues.weaklyOff.contains(key) { return hasState }
      if DenialCues.adverbs.contains(key) { return false }
      if DenialCues.states.contains(key) {
        hasState = true
      } else if hasState, DenialCues.times.contains(key) || tokens[index].isNumber {
        continue
      } else if ["without", "ohne", "sans", "sin", "sem", "zonder", "bez", "senza"].contains(key) {
        // `FTP without TLS is off`
        isInPlace = true
      } else if [
        "on", "auf", "sur", "op", "na", "su", "of", "de", "von", "van", "w", "im", "in", "dans",
        "no", "nel",
      ]
      .contains(key) {
        isInPlace = true
      } else if index == range.upperBound, tokens[index].gap == .hyphen {
        continue
      } else if !mentioned.contains(index), !isInPlace, !Self.adjectives.contains(key) {
        // `firewall logging is disabled`
        return false
      }
    }
    return false
  }

  /// The rest of its clause; of `the firewall (ufw) is off` that is the same for both names.
  private func behind(_ range: Range<Int>, _ clause: Range<Int>) -> [Int] {
    let end = sentence(of: range.lowerBound)?.range.upperBound ?? clause.upperBound
    var (rest, isInside) = ([Int](), false)
    for index in range.upperBound..<max(range.upperBound, min(end, range.upperBound + 10)) {
      let gap = tokens[index].gap
      if gap.contains(.close) { isInside = false }
      if gap.contains(.open) { isInside = true }
      if !gap.has([.open, .close]), !clause.contains(index), gap.has(Token.Gap.clauseEnds) {
        break
      }
      if gap.has([.comma, .dash, .semicolon]) { break }
      if !isInside { rest.append(index) }
    }
    return rest
  }

  /// `disabled FTP`, `we have turned off FTPS`; not of what somebody tried alone.
  private func isOffBefore(_ range: Range<Int>, _ clause: Range<Int>) -> Bool {
    let start = max(clause.lowerBound, range.lowerBound - 3)
    guard
      let at = (start..<range.lowerBound).last(where: { DenialCues.off.contains(tokens[$0].key) }),
      (at + 1..<range.lowerBound).allSatisfy({
        mentioned.contains($0) || Self.adjectives.contains(tokens[$0].key)
          || DenialCues.definites.contains(tokens[$0].key)
      })
    else { return false }
    return clause.lowerBound == at
      || clause.contains { ["we", "wir", "nous", "on"].contains(tokens[$0].key) }
  }

  /// `LDAP haben wir keins`, `LDAP は使用していません`, `没有 LDAP`
  func isDeniedByEnding(_ range: Range<Int>, _ clause: Range<Int>) -> Bool {
    let last = clause.upperBound - 1
    if last > range.upperBound, last - range.upperBound <= 7,
      !(range.upperBound..<last).contains(where: mentioned.contains),
      DenialCues.endings.contains(tokens[last].key)
    {
      return true
    }
    return clause.contains { index in
      abs(index - range.lowerBound) <= 4 && !tokens[index].text.utf8.allSatisfy { $0 < 0x80 }
        && ["ません", "ない", "なし", "無し", "没有", "未使用", "不使用", "不用"].contains {
          tokens[index].text.contains($0)
        }
    }
  }
}

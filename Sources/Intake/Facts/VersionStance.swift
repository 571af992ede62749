/// Whether a version is the one that runs, a former or a planned one.
extension PassageReader {
  func versionStance(_ spot: Range<Int>, _ name: Range<Int>) -> Claim.Stance {
    var stance = bearing.stance(of: spot)
    if stance == .absent, bearing.stance(of: name) != .absent, spot != name {
      // `not 1.3.7 but 1.3.8`
      stance = .former
    }
    if isInstead(spot.lowerBound) || isComparedFine(spot.lowerBound) { return .former }
    if stance == .present || stance == .doubtful {
      if bearing.isFormer(spot) { return .former }
      // A lone version in an answer is the one that runs, whatever else is planned.
      let isLone =
        passage.isAnswer && passage.has(.version)
        && !tokens[..<spot.lowerBound].dropFirst(passage.labelCount).contains {
          $0.isVersionLike && $0.text.contains(".")
        }
      if bearing.isPlanned(spot), !isLone { return .planned }
    }
    return stance
  }

  /// `since 1.4`, `after 0.12.0`, `>= 0.14.0`: it may be a later one that runs.
  func isBound(_ index: Int) -> Bool {
    if tokens[index].gap.contains(.equals), index >= passage.labelCount, index > 0 { return true }
    let before = tokens[max(0, index - 3)..<index].map(\.key)
    guard let at = before.lastIndex(where: { Self.bounds.contains($0) }) else { return false }
    return before[(at + 1)...].allSatisfy { LabelWords.versionWords.contains($0) || $0 == "the" }
      || at == before.count - 2
  }

  private static let bounds: Set<String> = [
    "since", "after", "past", "until", "before", "below", "above", "beyond", "bis", "seit", "ab",
    "nach", "vor", "depuis", "apres", "avant", "desde", "despues", "antes", "hasta", "sinds", "na",
    "voor", "od", "przed", "dopo", "prima", "depois", "than",
  ]

  /// `from 2.0.1 up to 2.1`, `7.2 -> 7.4`: what it became.
  func endsChange(_ index: Int) -> Bool {
    let start = bearing.clause(of: index).lowerBound
    let earlier = (max(start, index - 5)..<index).last {
      VersionText.product(tokens[$0].text) != nil && mention(at: $0) == nil
        && tokens[$0].text.contains(".")
    }
    guard let earlier else { return false }
    if tokens[index].gap.contains(.arrow), earlier == index - 1 { return true }
    let between = tokens[(earlier + 1)..<index].map(\.key)
    return !between.isEmpty
      && ["to", "auf", "a", "naar", "na", "para", "vers"].contains(between.last)
      && between.allSatisfy {
        ["up", "to", "auf", "a", "la", "naar", "na", "para", "vers"].contains($0)
      }
  }

  /// `not 1.3.8a`, `instead of 1.3.8a`
  func isInstead(_ index: Int) -> Bool {
    guard index > 0, !(passage.isPortuguese && tokens[index - 1].key == "no") else { return false }
    let before = tokens[max(0, index - 3)..<index].map(\.key)
    return ["not", "nicht", "pas", "no", "nao", "niet", "nie", "non", "statt", "anstatt", "inte"]
      .contains(before.last)
      || before.suffix(2) == ["instead", "of"] || before.suffix(2) == ["rather", "than"]
      || before.suffix(2) == ["lieu", "de"]
      || before.suffix(2) == ["en", "vez"] || before.suffix(2) == ["au", "lieu"]
  }

  /// `1.3.7 did it, now on 1.3.8`: of two in a sentence the one that runs now.
  func isNow(_ index: Int, after mention: Mention) -> Bool {
    guard let sentence = bearing.sentence(of: index)?.range, index > mention.range.lowerBound,
      mention.range.lowerBound > sentence.lowerBound,
      (sentence.lowerBound..<mention.range.lowerBound).contains(where: {
        tokens[$0].text.contains(".") && tokens[$0].isVersionLike
      })
    else { return false }
    return tokens[max(sentence.lowerBound, mention.range.lowerBound - 4)..<index].contains {
      Cues.atPresent.contains($0.key)
    }
  }

  /// `we went to 8.2.0`, `instalou a 15.4.1`, `on 11.0.9 now`: what runs since, and no longer what
  /// was said before.
  func hasBecome(_ index: Int) -> Bool {
    guard tokens[index].text.contains("."), !isBound(index), !isInstead(index) else { return false }
    let clause = bearing.clause(of: index)
    let start = max(clause.lowerBound, passage.labelCount)
    guard index > start, !Cues.froms.subtracting(["de", "a"]).contains(tokens[index - 1].key) else {
      return false
    }
    let before = (max(start, index - 6)..<index).reversed().prefix {
      !tokens[$0].isVersionLike && !Cues.not.contains(tokens[$0].key)
    }
    if before.contains(where: { Cues.became.contains(tokens[$0].key) }) { return true }
    // `hat 8.2.0 eingespielt`
    let behind = index + 1..<max(index + 1, min(clause.upperBound, index + 3))
    if behind.contains(where: { Cues.became.contains(tokens[$0].key) }) { return true }
    let near = max(start, index - 3)..<min(clause.upperBound, index + 4)
    return near.contains { Cues.atPresent.contains(tokens[$0].key) }
  }

  /// Whether all is well with this version, so that it is not the one that troubles.
  private func isCure(_ index: Int) -> Bool {
    guard let sentence = bearing.sentence(of: index)?.range else { return false }
    return (index + 1..<max(index + 1, min(sentence.upperBound, index + 12))).contains { at in
      Self.cures.contains(tokens[at].key)
        // `this error doesn't happen`
        || ["happen", "occur", "appear"].contains(tokens[at].key)
          && DenialCues.adverbs.contains(tokens[at - 1].key)
    }
  }

  private static let cures: Set<String> = [
    "cures", "cured", "helps", "helped", "fixes", "fixed", "works", "worked", "behaves", "solves",
    "solved", "resolves", "resolved", "fine", "ok", "hilft", "funktioniert", "geht", "laeuft",
    "fonctionne", "marche",
    "funciona", "werkt", "dziala", "funzionano", "funziona",
  ]

  /// `Back on 5.3.2 it behaves`, `with 6.3 it did`: held up against the one that does not.
  func isComparedFine(_ index: Int) -> Bool {
    let before = tokens[max(0, index - 4)..<index].map(\.key)
    let isBack = zip(before, before.dropFirst()).contains { a, b in
      [
        "back", "zurueck", "downgrade", "downgraded", "downgrading", "revert", "reverted",
        "reverting",
      ]
      .contains(a) && ["on", "to", "auf", "zu", "with", "at"].contains(b)
    }
    if isBack, isCure(index) { return true }
    return zip(before, before.dropFirst()).contains { a, b in
      ["did", "worked", "was"].contains(a) && ["with", "in", "on", "under"].contains(b)
    }
  }

  /// `rolled back to 2.5.6`, `downgraded to 2.5.6`
  func isRolledBack(to index: Int) -> Bool {
    let before = tokens[max(0, index - 4)..<index].map(\.key)
    // `going back to 2.5.6 cures it`, `back on 2.5.6 it works`: so the case is about the other one.
    if before.contains(where: { ["going", "rolling", "reverting", "downgrading"].contains($0) })
      || isCure(index)
    {
      return false
    }
    return zip(before, before.dropFirst()).contains { a, b in
      ["back", "downgraded", "reverted", "zurueck", "downgrade", "rollback"].contains(a)
        && ["to", "auf", "zu", "a", "naar", "na"].contains(b)
    }
  }
}

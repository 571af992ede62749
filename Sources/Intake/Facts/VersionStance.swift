/// Whether a version is the one that runs, a former or a planned one.
extension PassageReader {
  func versionStance(_ spot: Range<Int>, _ name: Range<Int>) -> Claim.Stance {
    var stance = bearing.stance(of: spot)
    if stance == .absent, bearing.stance(of: name) != .absent, spot != name {
      // `not 1.3.7 but 1.3.8`
      stance = .former
    }
    if isInstead(spot.lowerBound) { return .former }
    if stance == .present || stance == .doubtful {
      if bearing.isFormer(spot) { return .former }
      if bearing.isPlanned(spot), !(passage.isAnswer && passage.label.topics.contains(.version)) {
        return .planned
      }
    }
    return stance
  }

  /// `not 1.3.8a`, `instead of 1.3.8a`
  func isInstead(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = tokens[max(0, index - 3)..<index].map(\.key)
    return ["not", "nicht", "pas", "no", "nao", "niet", "nie", "non", "statt", "anstatt", "inte"]
      .contains(before.last)
      || before.suffix(2) == ["instead", "of"] || before.suffix(2) == ["rather", "than"]
      || before.suffix(2) == ["lieu", "de"]
      || before.suffix(2) == ["en", "vez"] || before.suffix(2) == ["au", "lieu"]
  }

  /// `rolled back to 2.5.6`, `downgraded to 2.5.6`
  func isRolledBack(to index: Int) -> Bool {
    let before = tokens[max(0, index - 3)..<index].map(\.key)
    return zip(before, before.dropFirst()).contains { a, b in
      ["back", "downgraded", "reverted", "zurueck", "downgrade", "rollback"].contains(a)
        && ["to", "auf", "zu", "a", "naar", "na"].contains(b)
    }
  }
}

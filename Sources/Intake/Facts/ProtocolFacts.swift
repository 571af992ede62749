import CaseModel

/// The file transfer protocols that a passage names.
extension PassageReader {
  mutating func readProtocols() {
    let isAsked = passage.isAnswer && passage.has(.protocols)
    // What `curl -V` is able to.
    if tokens.contains(where: { ["gopher", "telnet", "imaps", "pop3s"].contains($0.key) }) {
      return
    }
    for (position, mention) in mentions.enumerated() where !mention.protocols.isEmpty {
      guard !isInAnsweredLabel(mention) else { continue }
      guard isAsked || !isUsed(mention.range.lowerBound) || mention.product == nil else { continue }
      for name in names(mention, position, isAsked) { claimProtocol(name, mention, isAsked) }
      if isAsked { use(mention.range) }
    }
  }

  private mutating func claimProtocol(_ name: String, _ mention: Mention, _ isAsked: Bool) {
    var stance = bearing.stance(of: mention.range)
    // `NFS is off` tells something of every protocol, `uses NFS` may tell where the files are.
    guard isAsked || isUse(name, mention) || stance == .absent && isDeniable(mention) else {
      return
    }
    if stance == .present, bearing.isOpenList(mention.range) { stance = .absent }
    if stance == .present || stance == .doubtful {
      if bearing.isPlanned(mention.range) { stance = .planned }
      if isFormerProtocol(mention.range) { stance = .former }
      if bearing.isLeftOut(mention.range) { stance = .planned }
    }
    if stance == .planned, bearing.sentence(of: mention.range.lowerBound)?.asks == true { return }
    let isAside = !isAsked && bearing.isElsewhere(mention.range) && isOnlyCompared(mention.range)
    claim(
      .protocol(name), at: mention.range, stance: stance,
      source: isAsked && !passage.label.isFurther
        ? .answer
        : isAside || stance == .absent && bearing.isWeaklyDenied(mention.range)
          || passage.has(.title) && isGeneric(mention) ? .aside : .sentence,
      isCorrection: bearing.isCorrection(mention.range)
        || stance == .present && saysOnly(mention.range))
  }

  /// Denied by its name alone, rather than with what stands behind it: `no S3 bucket`.
  private func isDeniable(_ mention: Mention) -> Bool {
    guard !mention.isCommon, !passage.has(.title) else { return false }
    guard mention.range.upperBound < tokens.count else { return true }
    let next = tokens[mention.range.upperBound]
    return !next.gap.has([.slash, .underscore])
      && (!next.gap.isSubset(of: [.space, .hyphen])
        || mentions.contains { $0.range.contains(mention.range.upperBound) }
        || DenialCues.states.contains(next.key) || DenialCues.fillers.contains(next.key)
        || DenialCues.adverbs.contains(next.key) || DenialCues.off.contains(next.key))
  }

  /// `only FTPS`, `tylko z FTPS`
  private func saysOnly(_ range: Range<Int>) -> Bool {
    let clause = bearing.clause(of: range.lowerBound)
    return
      (max(clause.lowerBound, range.lowerBound - 3)..<min(clause.upperBound, range.upperBound + 2))
      .contains {
        [
          "only", "nur", "ausschliesslich", "seulement", "uniquement", "solo", "solamente",
          "unicamente", "apenas", "somente", "alleen", "uitsluitend", "tylko", "wylacznie",
          "soltanto", "endast", "jen", "pouze",
        ].contains(tokens[$0].key)
      }
  }

  /// `from FTP to SFTP`, `FTP was replaced`.
  private func isFormerProtocol(_ range: Range<Int>) -> Bool {
    let clause = bearing.clause(of: range.lowerBound)
    let before = clause.lowerBound..<range.lowerBound
    let cues: Set<String> = [
      "formerly", "previously", "old", "replaced", "replacing", "migrated", "moved", "switched",
      "former", "früher", "frueher", "vorher", "anciennement", "avant", "antes", "voorheen",
      "wczesniej",
    ]
    guard before.contains(where: { cues.contains(tokens[$0].key) }) else { return false }
    return !(max(clause.lowerBound, range.lowerBound - 2)..<range.lowerBound).contains {
      ["to", "by", "auf", "zu", "vers", "a", "naar", "na", "para", "with"].contains(tokens[$0].key)
    }
  }

  private func isOnlyCompared(_ range: Range<Int>) -> Bool {
    let clause = bearing.clause(of: range.lowerBound)
    return clause.contains {
      ["example", "e.g", "instead", "rather", "supports", "supported", "compared", "stattdessen"]
        .contains(tokens[$0].key)
    }
  }
}

import CaseModel

/// The software under support, and its version.
extension Deciding {
  private typealias Named = ProductRanking.Named

  mutating func decideProduct() {
    let named = claims.compactMap { claim -> Named? in
      switch claim.subject {
      case .product(let name?, let version):
        Named(name: name, version: version, claim: claim, isClient: false)
      case .software(let name, let version) where !name.isEmpty:
        Named(name: name, version: version, claim: claim, isClient: true)
      default: nil
      }
    }
    // `DMS version` asks for docker-mailserver's.
    let known = Set(named.map(\.name).filter(Lexicon.servers.contains))
    let naming = named.filter { one in
      one.claim.place != .list
        && !known.contains { one.claim.source == .answer && one.isShort(of: $0) }
    }
    let name = chooseName(naming) ?? chooseMake(naming)
    detail.product.name = name
    decideVersion(named, name)
  }

  /// The case is about the product's own client: `nextcloud desktop`, or the version that is spoken
  /// of is the one that was answered for the client.
  var isDesktop: Bool {
    guard let name = detail.product.name else { return false }
    if name.hasSuffix(" desktop") {
      return !clientVersions(of: name).isEmpty
        || !claims.contains { if case .product(_, _?) = $0.subject { true } else { false } }
    }
    let answered = Set(clientVersions(of: name).filter { $0.claim.source == .answer }.map(\.value))
    guard !answered.isEmpty else { return false }
    return claims.contains { claim in
      guard case .product(nil, let version?) = claim.subject, claim.source != .answer else {
        return false
      }
      return answered.contains { $0 == version || $0.hasPrefix(version + ".") }
    }
  }

  /// `0.16.3` of a product that had `0.16.2` is the same line of it.
  private static func isNearby(_ a: String, _ b: String) -> Bool {
    let (first, second) = (a.split(separator: "."), b.split(separator: "."))
    return first.count >= 2 && second.count >= 2 && first[0] == second[0] && a != b
  }

  /// Versions of one product, as far as they look: `10.6.1` and `11.1.0`, not `10.6.1` and `4.2`.
  private static func isAlike(_ a: String, _ b: String) -> Bool {
    let (first, second) = (a.split(separator: "."), b.split(separator: "."))
    guard first.count >= 2, second.count >= 2, abs(first.count - second.count) <= 1,
      let major = Int(first[0]), let other = Int(second[0])
    else { return false }
    return abs(major - other) <= 2
  }

  /// `20.04 is our backup box`, where an Ubuntu was said to be that.
  private func isOfSystem(_ version: String) -> Bool {
    claims.contains { claim in
      guard case .os(_, let versions) = claim.subject else { return false }
      return versions.contains(version)
    }
  }

  /// Versions of a client that goes by the product's name, or by none.
  private func clientVersions(of name: String) -> [Option] {
    let base = name.replacing(" desktop", with: "")
    return claims.compactMap { claim in
      guard case .software(let software, let version?) = claim.subject,
        [base, name].contains(software) || software.isEmpty && claim.source >= .answer
      else { return nil }
      return Option(value: version, claim: claim)
    }
  }

  private mutating func chooseName(_ named: [Named]) -> String? {
    let ranking = ProductRanking(named, among: claims)
    guard let best = ranking.best else { return nil }
    let alike = ranking.answeredAlike
    if alike.count > 1 {
      unclear("product.name", alike, "the answers name \(alike.count) products", best.claim)
      return nil
    }
    detail.evidence["product.name"] = best.claim.evidence
    return best.name
  }

  /// `Docker` is the product where nothing else is named, and a title, a label or every second
  /// sentence names it.
  private mutating func chooseMake(_ named: [Named]) -> String? {
    guard named.isEmpty else { return nil }
    var counts: [String: Int] = [:]
    for claim in claims where claim.stance == .present && claim.source < .answer {
      // `SFTP in our Kubernetes` is where, not what.
      guard case .integration(_, let name?, _) = claim.subject, claim.emphasis >= 0 else {
        continue
      }
      counts[Folding.key(name), default: 0] += claim.place == .title ? 3 : 1
    }
    guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value >= 3,
      counts.values.count(where: { $0 == best.value }) == 1,
      let claim = claims.first(where: { $0.names(best.key) })
    else { return nil }
    detail.evidence["product.name"] = claim.evidence
    return best.key
  }

  private mutating func decideVersion(_ named: [Named], _ name: String?) {
    if let name, isDesktop || Lexicon.userSide.contains(name) {
      let own = clientVersions(of: name)
      if !own.isEmpty {
        detail.product.version = choose("product.version", own, refines: Self.refinesVersion)
        return
      }
    }
    let isClient = isClientProduct
    let isNamed =
      name.map(Lexicon.servers.contains) == true
      && named.contains { $0.name == name && !$0.isClient }
    var options = named.filter { !(isNamed && $0.isClient) }.filter { one in
      // The other end has the same program: `Remote Host: Borg 1.1.7`.
      let other: Claim.Side = isClient ? .server : .client
      if one.claim.machine != nil, one.claim.side == other { return false }
      return one.name == name || name.map { one.isNamed($0) } == true
    }.compactMap { one in
      one.version.map { Option(value: $0, claim: one.claim) }
    }
    var loose = claims.compactMap { claim -> Option? in
      guard case .product(nil, let version?) = claim.subject else { return nil }
      return Option(value: version, claim: claim)
    }
    let latest = options.map(\.claim.message).max() ?? -1
    let passing = loose.filter { $0.claim.isPassing }
    let latestLine =
      options.filter { $0.claim.message == latest }.map(\.claim.evidence.line).max() ?? 0
    let isLater = { (claim: Claim) in
      claim.message > latest
        // `ProFTPD 1.3.7 hangs. We went to 1.3.8.`
        || claim.message == latest && claim.source != .aside && claim.evidence.line >= latestLine
    }
    if let last = passing.last(where: { isLater($0.claim) && $0.claim.stance == .present }),
      options.contains(where: { Self.isNearby($0.value, last.value) })
    {
      detail.evidence["product.version"] = last.claim.evidence
      detail.product.version = last.value
      return
    }
    loose.removeAll { isOfSystem($0.value) && $0.claim.source < .answer }
    // `3.6.1, and it hangs all the same`: what is told later of the same kind.
    let known = options + loose.filter { $0.claim.source > .aside }
    let last = known.map(\.claim.message).max() ?? -1
    let later = loose.filter { $0.claim.message > last && $0.claim.stance == .present }
    if let last = later.last, later.allSatisfy({ $0.claim.source == .aside }),
      known.contains(where: { Self.isAlike($0.value, last.value) })
    {
      detail.evidence["product.version"] = last.claim.evidence
      detail.product.version = last.value
      return
    }
    loose.removeAll { $0.claim.isPassing && $0.claim.source == .aside }
    let isAnswered = options.contains { $0.claim.source >= .answer && $0.claim.stance == .present }
    let matters = loose.contains { option in
      option.claim.source == .answer && !isAnswered || option.claim.isCorrection
        || option.claim.message > latest
    }
    let hasPresent = options.contains { $0.claim.stance == .present && $0.claim.source != .aside }
    if !hasPresent || matters { options += loose }
    detail.product.version = choose("product.version", options, refines: Self.refinesVersion)
  }
}

extension Claim {
  fileprivate func names(_ key: String) -> Bool {
    if case .integration(_, let name?, _) = subject { Folding.key(name) == key } else { false }
  }
}

extension ProductRanking.Named {
  /// `docker-mailserver` of a list is `docker mailserver`, and `apache tomcat` a `tomcat`.
  fileprivate func isNamed(_ other: String) -> Bool {
    name.hasSuffix(" " + other) || claim.source == .answer && isShort(of: other)
      || claim.place == .list && Self.bare(name) == Self.bare(other)
  }

  /// `DMS version` of docker-mailserver, `Go version` of gocd.
  fileprivate func isShort(of other: String) -> Bool {
    guard (2...5).contains(name.utf8.count), !Lexicon.software.contains(name),
      name.first == other.first
    else { return false }
    var rest = other[...]
    return name.allSatisfy { letter in
      guard let at = rest.firstIndex(of: letter) else { return false }
      rest = rest[rest.index(after: at)...]
      return true
    }
  }

  private static func bare(_ name: String) -> String { name.filter(\.isWordCharacter) }
}

import CaseModel

/// Machines of what stands beside the product.
extension Deciding {
  /// `the Windows is right` says nothing new beside `Windows Server 2016`.
  mutating func demoteBareSystems() {
    let isTold = claims.contains { claim in
      guard case .os(let id, let versions) = claim.subject else { return false }
      return id.hasPrefix("windows") && (!versions.isEmpty || id == "windows-server")
        && claim.side != .client && claim.stance == .present && claim.source > .aside
    }
    guard isTold else { return }
    for index in claims.indices {
      if case .os("windows", []) = claims[index].subject { claims[index].source = .aside }
    }
  }

  /// `HAProxy (2.8.5, Debian 12)` tells of the balancer's machine, where another is told of as well.
  mutating func demoteOthersSystems() {
    guard let product = detail.product.name else { return }
    let isOthers = claims.map { claim in
      guard case .os(let id, _) = claim.subject, !id.isEmpty, let owner = claim.owner else {
        return false
      }
      return owner != product && !product.hasPrefix(owner) && !owner.hasPrefix(product)
    }
    let isTold = zip(claims, isOthers).contains { claim, isOther in
      guard case .os(let id, _) = claim.subject, !id.isEmpty else { return false }
      return !isOther && claim.stance == .present && claim.side != .client
        && claim.source > .aside
    }
    guard isTold else { return }
    for index in claims.indices where isOthers[index] { claims[index].source = .aside }
  }
}

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
    let name = chooseName(named)
    detail.product.name = name
    decideVersion(named, name)
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

  private mutating func decideVersion(_ named: [Named], _ name: String?) {
    var options = named.filter { one in
      one.name == name || name.map { one.name.hasSuffix(" " + $0) } == true
    }.compactMap { one in
      one.version.map { Option(value: $0, claim: one.claim) }
    }
    let loose = claims.compactMap { claim -> Option? in
      guard case .product(nil, let version?) = claim.subject else { return nil }
      return Option(value: version, claim: claim)
    }
    let latest = options.map(\.claim.message).max() ?? -1
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

import CaseModel

/// The software under support, and its version.
extension Deciding {
  private struct Named {
    var name: String
    var version: String?
    var claim: Claim
    var isClient: Bool

    /// Rather stands beside a product than is one.
    var isHelper: Bool {
      [
        "squid", "haproxy", "nginx", "keycloak", "openldap", "samba", "mysql", "mariadb",
        "postgresql", "minio", "traefik", "caddy", "redis", "mongodb", "vault", "apache httpd",
        "postfix", "grafana", "prometheus", "zabbix", "elasticsearch", "plesk", "cpanel", "webmin",
        "pfsense", "opnsense", "freeipa", "sssd", "authentik", "authelia", "lemonldap-ng", "tomcat",
        "kafka",
      ].contains(name)
    }
  }

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

  /// The name that is said best: asked for, then of the tracker's project or the title, then with
  /// its version, then oftenest and first.
  private mutating func chooseName(_ named: [Named]) -> String? {
    let current = named.filter { [.present, .doubtful].contains($0.claim.stance) }
    let later = named.filter { [.former, .planned].contains($0.claim.stance) && !$0.isClient }
    let pool = current.contains { !$0.isClient } ? current : current + later
    guard !pool.isEmpty else { return nil }
    let asked = Set(
      claims.compactMap { claim -> String? in
        guard case .product(nil, let version?) = claim.subject, claim.source == .answer,
          claim.stance == .present
        else { return nil }
        return version
      })
    let titled = Set(pool.filter { $0.claim.place == .title && !$0.isClient }.map(\.name))
    let counts = Dictionary(pool.map { ($0.name, 1) }, uniquingKeysWith: +)
    let hasKnownAnswer = pool.contains {
      $0.claim.source == .answer && $0.claim.place == .text && Lexicon.servers.contains($0.name)
    }
    let hasKnown = pool.contains { Lexicon.software.contains($0.name) }
    var scores: [String: Int] = [:]
    for (index, one) in pool.enumerated() {
      var score = Self.score(one) - min(index, 8) + (index == 0 ? 8 : 0)
      // Its version is not the one that was asked for, so it is something beside the product.
      if one.claim.source < .answer, let version = one.version, !asked.isEmpty,
        !asked.contains(where: { $0.hasPrefix(version) || version.hasPrefix($0) })
      {
        score -= 30
      }
      // `Foo version: 5.4`, where a product that is known as one is named as well.
      if hasKnown, one.claim.source == .answer, one.claim.place == .text,
        !Lexicon.software.contains(one.name)
      {
        score -= 60
      }
      // A tracker of many products: the one that was asked for is another.
      if one.claim.place == .repository, hasKnownAnswer, !Lexicon.software.contains(one.name) {
        score -= 300
      }
      // A repository that nobody speaks of again, and a title that names something else.
      if one.claim.place == .repository, counts[one.name] == 1, !titled.isEmpty { score -= 300 }
      if one.isClient, index == 0, one.version != nil, one.claim.opens { score += 30 }
      scores[one.name] = max(scores[one.name] ?? .min, score) + (scores[one.name] == nil ? 0 : 2)
    }
    let ranked = scores.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    guard let best = ranked.first, let source = pool.first(where: { $0.name == best.key }) else {
      return nil
    }
    // Two products that are asked for and answered alike.
    let answered = pool.filter { one in
      one.claim.source == .answer && !one.isClient && one.claim.side != .client
        && one.claim.message == source.claim.message && scores[one.name] ?? 0 >= best.value - 4
    }.map(\.name).uniqued()
    if answered.count > 1, !pool.contains(where: { $0.claim.place == .repository }) {
      unclear(
        "product.name", answered, "the answers name \(answered.count) products", source.claim)
      return nil
    }
    detail.evidence["product.name"] = source.claim.evidence
    return best.key
  }

  private static func score(_ one: Named) -> Int {
    var score = one.isClient ? 0 : one.version == nil ? 18 : 23
    if !one.isClient, one.claim.side == .server { score += 6 }
    if one.claim.stance != .present { score -= 10 }
    if one.isHelper, one.claim.source < .answer, one.claim.place == .text { score -= 12 }
    switch one.claim.source {
    case .answer: score += one.isClient && one.claim.side == .client ? 10 : 100
    case .machine: score += 25
    case .sentence: score += 15
    case .aside: score -= 12
    }
    if one.version != nil { score += 12 }
    if one.claim.place == .title { score += 40 }
    if one.claim.place == .repository { score += 200 }
    if one.claim.isCorrection { score += 150 }
    return score
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

import CaseModel

/// What interacts with the product, and what does not.
extension Deciding {
  mutating func decideIntegrations() {
    var kinds: [String] = []
    var byKind: [String: [Claim]] = [:]
    let isClient = isClientProduct
    for claim in claims {
      guard case .integration(let kind, _, _) = claim.subject else { continue }
      // What a client's machine prints that it has, the product has not.
      if !isClient, claim.machine != nil, claim.side == .client { continue }
      if byKind[kind] == nil { kinds.append(kind) }
      byKind[kind, default: []].append(claim)
    }
    // A flat `none` first: it holds only while nothing is named.
    let flat = byKind.removeValue(forKey: "integration") ?? []
    for kind in kinds where kind != "integration" { decide(kind, byKind[kind] ?? []) }
    if detail.integrations.isEmpty { decide("integration", flat) }
  }

  private mutating func decide(_ kind: String, _ claims: [Claim]) {
    let said = claims.filter {
      [.present, .absent, .doubtful].contains($0.stance)
        && ($0.stance == .absent || !isTheProduct($0))
        && !(kind == "ha" && $0.source == .aside && $0.stance != .absent && hasOrchestration)
    }
    let firm = said.filter { $0.stance != .doubtful }
    guard let message = (firm.isEmpty ? said : firm).map(\.message).max() else { return }
    let now = (firm.isEmpty ? said : firm).filter { $0.message == message }
    let present = now.filter { $0.stance == .present }
    if let claim = now.first(where: { $0.stance == .absent }) {
      // `podman, not docker`: in a report about podman the kind is there.
      if present.isEmpty, claim.namesMake,
        claims.contains(where: { $0.stance == .present && isTheProduct($0) })
      {
        return
      }
      guard let best = present.map(\.source).max() else { return deny(kind, claim) }
      // `firewall: none on the host, a FortiGate in front` is in use.
      if !present.contains(where: \.namesMake) {
        if now.contains(where: { $0.stance == .absent && $0.source > best }) {
          return deny(kind, claim)
        }
        return unclear("integrations", [kind, "no \(kind)"], "it is both named and denied", claim)
      }
    }
    if present.isEmpty, let claim = now.first {
      return unclear("integrations", [kind, "no \(kind)"], "it is said with a doubt", claim)
    }
    // `Firewall: yes` in a form, `a WatchGuard` in the mail before.
    let named =
      present.contains(where: \.namesMake)
      ? []
      : said.filter {
        $0.stance == .present && $0.namesMake
      }
    let all = named + present
    let isNamed = all.contains(where: \.namesMake)
    for claim in all { add(claim, besideNamed: isNamed) }
  }

  /// What the product itself is, when no other make is named.
  private static let ownKinds: [String: Set<String>] = [
    "database": ["postgresql", "mysql", "mariadb", "mongodb", "redis", "elasticsearch", "ldap2pg"],
    "ldap": ["openldap", "389-ds", "freeipa", "opendj"],
    "sso": ["keycloak", "authentik", "authelia", "lemonldap-ng"],
    "proxy": ["haproxy", "nginx", "traefik", "squid", "caddy", "envoy", "apache httpd"],
    "load-balancer": ["haproxy", "nginx", "traefik", "envoy"],
    "container": ["podman", "docker"],
    "firewall": ["pfsense", "opnsense"],
    "network-storage": ["samba", "minio"],
    "syslog": ["graylog"], "management": ["zabbix", "prometheus", "grafana", "plesk", "cpanel"],
  ]

  /// `the cluster` of an installation in Kubernetes is that one.
  private var hasOrchestration: Bool {
    claims.contains { claim in
      guard case .integration("container", let name?, _) = claim.subject else { return false }
      return claim.stance == .present
        && !["docker", "podman", "lxc", "lxd"].contains(Folding.key(name))
    }
  }

  /// HAProxy is no integration of HAProxy.
  private func isTheProduct(_ claim: Claim) -> Bool {
    guard case .integration(let kind, let name, _) = claim.subject,
      let product = detail.product.name
    else { return false }
    guard let name else { return Self.ownKinds[kind]?.contains(product) == true }
    let key = Folding.key(name)
    // The NAS that it runs on.
    if kind == "network-storage", detail.os.id?.hasPrefix(key) == true { return true }
    // Several of them: `our Minios`.
    return product == key || product.hasPrefix(key) || key.hasPrefix(product + " ")
      || key == product + "s"
  }

  private mutating func add(_ claim: Claim, besideNamed isNamed: Bool) {
    guard case .integration(let kind, let name, let text) = claim.subject else { return }
    if name == nil, isNamed { return }
    let isKnown = detail.integrations.contains { other in
      other.kind == kind && (name == nil || other.name.map(Folding.key) == name.map(Folding.key))
    }
    guard !isKnown else { return }
    detail.evidence["integrations[\(detail.integrations.count)]"] = claim.evidence
    detail.integrations.append(.init(kind: kind, name: name, detail: text))
  }
}

extension Claim {
  fileprivate var namesMake: Bool {
    if case .integration(_, .some, _) = subject { true } else { false }
  }
}

/// Of several machines that printed something, which is the product's, and which is a client's.
struct PrintedMachines {
  private var claims: [Claim]
  private let hosts: [String]

  static func sided(_ claims: [Claim]) -> [Claim] {
    var machines = PrintedMachines(claims: claims)
    machines.setAside()
    machines.sideToldDesktops()
    guard machines.hosts.count > 1 else { return machines.claims }
    machines.sideDesktops()
    machines.sideByProduct()
    return machines.claims
  }

  private init(claims: [Claim]) {
    self.claims = claims
    hosts = Array(claims.compactMap(\.machine?.host).uniqued().prefix(50))
  }

  /// `TEST` beside `PROD`: it says nothing where the other one says something.
  private mutating func setAside() {
    for at in claims.indices where claims[at].machine?.role == .other {
      claims[at].source = .aside
    }
  }

  private func claims(of host: String) -> [Claim] {
    claims.filter { $0.machine?.host == host }
  }

  /// What is told of the machine, or was found out.
  private func side(of host: String) -> Claim.Side? {
    let own = claims(of: host)
    if own.contains(where: { $0.machine?.role == .other }) { return nil }
    return own.first { $0.side != .unknown }?.side ?? .unknown
  }

  private mutating func give(_ side: Claim.Side, to host: String) {
    for at in claims.indices where claims[at].machine?.host == host { claims[at].give(side) }
  }

  /// A desktop that somebody names beside a system that was printed is a client's:
  /// `Thunderbird on Windows 11`, below the server's own output.
  private mutating func sideToldDesktops() {
    let printed = Set(
      claims.compactMap { claim -> String? in
        guard case .os(let id, _) = claim.subject, claim.source == .machine,
          claim.side != .client, !Self.desktops.contains(id)
        else { return nil }
        return id
      })
    guard !printed.isEmpty else { return }
    for at in claims.indices where claims[at].side == .unknown && claims[at].source < .answer {
      guard case .os(let id, let versions) = claims[at].subject, Self.desktops.contains(id) else {
        continue
      }
      // Who speaks of Windows beside a Windows Server means that one.
      if id == "windows", versions.isEmpty, printed.contains("windows-server") { continue }
      claims[at].side = .client
    }
  }

  private static let desktops: Set = ["windows", "macos"]

  /// A desktop's system beside another one is the client's, and all that this machine printed.
  private mutating func sideDesktops() {
    let systems = hosts.map { host in
      claims(of: host).compactMap { claim -> String? in
        if case .os(let id, _) = claim.subject { id } else { nil }
      }
    }
    guard systems.contains(where: { $0.contains { !Self.desktops.contains($0) } }) else { return }
    for (host, ids) in zip(hosts, systems) where ids.contains(where: Self.desktops.contains) {
      if side(of: host) == .unknown { give(.client, to: host) }
    }
  }

  /// The one that printed the product's version is the product's; what is left is beside it.
  private mutating func sideByProduct() {
    let open = hosts.filter { side(of: $0) == .unknown }
    let isServerTold = hosts.contains { side(of: $0) == .server }
    if !isServerTold {
      var products = productHosts(open)
      if products.isEmpty, open.count == 1, hosts.count > 1 { products = open }
      guard !products.isEmpty else { return }
      for host in products { give(.server, to: host) }
    }
    for host in hosts where side(of: host) == .unknown {
      for at in claims.indices where claims[at].machine?.host == host {
        claims[at].source = .aside
      }
    }
  }

  /// Those that printed a version of what the ticket names most.
  private func productHosts(_ open: [String]) -> [String] {
    var counts: [String: Int] = [:]
    for claim in claims {
      guard case .product(let name?, _) = claim.subject, claim.stance != .former else { continue }
      counts[name, default: 0] += claim.place == .title ? 5 : claim.machine == nil ? 2 : 1
    }
    let printing = open.map { host in
      (
        host: host,
        names: claims(of: host).compactMap { claim -> String? in
          if case .product(let name?, .some) = claim.subject { name } else { nil }
        }
      )
    }
    // A database's machine is not the product's where the ticket speaks of something else.
    let most = counts.values.max() ?? 0
    let best = printing.flatMap(\.names).uniqued().filter { counts[$0] == most }
    guard best.count == 1 else { return [] }
    return printing.filter { $0.names.contains(best[0]) }.map(\.host)
  }
}

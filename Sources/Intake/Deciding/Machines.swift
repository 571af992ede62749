import CaseModel

/// Operating systems of the server and of the clients.
extension Deciding {
  private struct System {
    var id: String
    var versions: [String]
    var claim: Claim
  }

  mutating func decideSystems() {
    let all = claims.compactMap { claim -> System? in
      guard case .os(let id, let versions) = claim.subject else { return nil }
      return System(id: id, versions: versions, claim: claim)
    }
    let bare = all.filter(\.id.isEmpty)
    var named = all.filter { !$0.id.isEmpty }
    for index in named.indices
    where named[index].versions.isEmpty && named[index].claim.source == .answer {
      let claim = named[index].claim
      let version = bare.first { $0.claim.message == claim.message && $0.claim.side == claim.side }
      named[index].versions = version?.versions ?? []
    }
    if isClientProduct {
      // `Server: Windows 10` is the other end.
      let isTransfer = detail.product.name.map(Lexicon.clients.contains) == true
      let isOwnTold = named.contains {
        $0.claim.side == .client && $0.claim.stance == .present && $0.claim.source != .aside
      }
      let own = named.filter { system in
        let isTold = system.claim.isSideAsked || system.claim.machine != nil
        return system.claim.side != .server || !isTold && !isOwnTold && !isTransfer
      }
      // `WinSCP on Windows 10. The server end is ProFTPD on Debian 11.`
      let mine = own.filter { $0.claim.side != .server }
      if mine.contains(where: { $0.claim.side == .client && $0.claim.stance == .present }) {
        return decide(mine, "os", isServer: true)
      }
      return decide(own.isEmpty && !isTransfer ? named : own, "os", isServer: true)
    }
    let clients = named.filter { $0.claim.side == .client }
    let servers = named.filter { $0.claim.side != .client }
    // A program that is no server's runs where its user sits.
    let isMeantAlone =
      !servers.contains { [.present, .doubtful].contains($0.claim.stance) }
      && (!isKnownProduct && !isWeb || clients.contains { $0.id == "windows-server" })
    if isMeantAlone { return decide(clients, "os", isServer: true) }
    decide(servers, "os", isServer: true)
    decide(clients.filter { !isSaidAgain($0) }, "client.os", isServer: false)
  }

  /// A sentence that names the server's own system, and a client in passing: `the AIX Web Download
  /// Pack`.
  private func isSaidAgain(_ system: System) -> Bool {
    system.id == detail.os.id && system.versions.isEmpty && system.claim.source == .sentence
      && !system.claim.isSideAsked
  }

  private mutating func decide(_ systems: [System], _ field: String, isServer: Bool) {
    let current = systems.filter { [.present, .doubtful].contains($0.claim.stance) }
    guard !current.isEmpty else { return }
    let options = sided(current).map { Option(value: $0.id, claim: $0.claim) }
    guard let id = exact(Self.best(options), current, field) ?? pickID(Self.best(options), field)
    else {
      return
    }
    let versions = sided(current).filter { $0.id == id }.flatMap { system in
      system.versions.map { Option(value: $0, claim: system.claim) }
    }
    let others = current.filter { $0.id == id }.flatMap { system in
      system.versions.map { Option(value: $0, claim: system.claim) }
    }
    let version = choose(
      field + ".version", versions.isEmpty ? others : versions, refines: Self.refinesVersion)
    let os = InstallationDetail.OperatingSystem(id: id, version: version)
    if isServer {
      detail.os = os
    } else {
      detail.client = detail.client ?? .init()
      detail.client?.os = os
    }
  }

  /// `Debian/Ubuntu` in a form, and `Debian 12.4` elsewhere in the message.
  private mutating func exact(_ options: [Option], _ current: [System], _ field: String) -> String?
  {
    let ids = Set(options.map(\.value))
    guard ids.count > 1, !options.contains(where: \.claim.namesVersion) else { return nil }
    let told = current.filter {
      ids.contains($0.id) && !$0.versions.isEmpty && $0.claim.stance == .present
        && $0.claim.source != .aside
    }
    guard let first = told.first, Set(told.map(\.id)).count == 1 else { return nil }
    detail.evidence[field + ".id"] = first.claim.evidence
    return first.id
  }

  /// A claim whose side is told is better than one that leaves it open, unless that was asked for.
  private func sided(_ systems: [System]) -> [System] {
    let latest = systems.filter { $0.claim.source != .aside }.map(\.claim.message).max()
    let systems =
      latest.map { message in systems.filter { $0.claim.message >= message } } ?? systems
    let told = systems.filter { $0.claim.side != .unknown && $0.claim.source != .aside }
    let open = systems.filter { $0.claim.side == .unknown }.map(\.claim.source).max() ?? .aside
    guard let source = told.map(\.claim.source).max(), source >= open else { return systems }
    return systems.filter { $0.claim.side != .unknown || $0.claim.isCorrection }
  }

  private mutating func pickID(_ options: [Option], _ field: String) -> String? {
    let firm = options.filter { $0.claim.stance == .present }
    let pool = firm.isEmpty ? options : firm
    var ids = pool.map(\.value).uniqued()
    // `as a Windows service on Windows Server 2016`
    if ids.contains("windows-server"),
      !pool.contains(where: { $0.value == "windows" && $0.claim.namesVersion })
    {
      ids.removeAll { $0 == "windows" }
    }
    guard let first = pool.first(where: { $0.value == ids.first }) else { return nil }
    if ids.count == 1, firm.isEmpty, first.claim.namesVersion {
      detail.evidence[field + ".id"] = first.claim.evidence
      return first.value
    }
    if ids.count > 1 || firm.isEmpty {
      let why =
        ids.count > 1
        ? "several operating systems are named and it is not said which is meant"
        : "it is said with a doubt"
      unclear(field, ids.map { shown($0, pool) }, why, first.claim)
      return nil
    }
    detail.evidence[field + ".id"] = first.claim.evidence
    return first.value
  }

  private func shown(_ id: String, _ options: [Option]) -> String {
    for option in options where option.value == id {
      if case .os(_, let versions) = option.claim.subject, let version = versions.first {
        return id + " " + version
      }
    }
    return id
  }

  /// A browser was asked for and told, so that the product is on the web.
  private var isWeb: Bool {
    claims.contains { claim in
      guard case .software(let name, _) = claim.subject else { return false }
      return Lexicon.browsers.contains(name) && claim.source == .answer
    }
  }

  /// A server product that is known as one.
  private var isKnownProduct: Bool {
    detail.product.name.map(Lexicon.servers.contains) ?? true
  }

  /// The product is itself a client program, so the client's machine is the product's.
  var isClientProduct: Bool {
    guard let name = detail.product.name else { return false }
    if isDesktop || Lexicon.userSide.contains(name) || Lexicon.clients.contains(name) {
      return true
    }
    var isClient = false
    for claim in claims {
      if case .product(name, _) = claim.subject { return false }
      if case .software(name, _) = claim.subject { isClient = true }
    }
    return isClient
  }
}

extension Claim {
  fileprivate var namesVersion: Bool {
    if case .os(_, let versions) = subject { !versions.isEmpty } else { false }
  }
}

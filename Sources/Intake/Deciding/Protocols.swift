import CaseModel

/// The protocols in use, and where the machine stands.
extension Deciding {
  mutating func decideProtocols() {
    let all = claims.compactMap { claim -> Option? in
      guard case .protocol(let name) = claim.subject else { return nil }
      return Option(value: name, claim: claim)
    }
    // Where they are asked for, only the answers count, and what is said later.
    let answers = all.filter { $0.claim.source >= .answer && $0.claim.stance == .present }
    let answered = answers.filter { $0.claim.source == .answer }.map(\.claim.message).max()
    let only = all.filter { $0.claim.isCorrection && $0.claim.stance == .present }.map(
      \.claim.message
    ).max()
    for name in all.map(\.value).uniqued() {
      let said = all.filter { $0.value == name }.map(\.claim).filter { claim in
        guard claim.stance != .planned else { return false }
        guard let answered else { return claim.source != .aside || claim.stance == .absent }
        return claim.source == .answer || claim.stance == .absent || claim.message > answered
      }
      // Everybody says FTP in a subject.
      let isTitle = name == "ftp" && said.allSatisfy { $0.place == .title }
      if isTitle, all.contains(where: { $0.value != name && $0.claim.stance == .present }) {
        continue
      }
      guard let message = said.map(\.message).max() else { continue }
      // `only FTPS` in a later message.
      if let only, message < only { continue }
      decide(name, said.filter { $0.message == message })
    }
    readProductsOwn()
  }

  /// OpenAS2 and MinIO speak nothing else, and their users need not say so.
  private mutating func readProductsOwn() {
    guard let product = detail.product.name else { return }
    let own = product.contains("as2") ? "as2" : ["samba": "smb", "minio": "s3"][product]
    if let own { add(own, evidence: detail.evidence["product.name"]) }
  }

  private mutating func add(_ name: String, evidence: InstallationDetail.Evidence?) {
    guard !detail.protocols.contains(name), !detail.denied.contains(where: { $0.kind == name })
    else { return }
    detail.evidence["protocols[\(detail.protocols.count)]"] = evidence
    detail.protocols.append(name)
  }

  /// A share that is mounted, or a bucket that is written to, carries files by its own protocol.
  mutating func readStorageProtocols() {
    // Where the protocols were asked for, all of them were told.
    let isAnswered = claims.contains { claim in
      if case .protocol = claim.subject { claim.source == .answer } else { false }
    }
    guard !isAnswered else { return }
    for (index, integration) in detail.integrations.enumerated() {
      guard integration.kind == "network-storage", let name = integration.name else { continue }
      let words = Folding.key(name).split { !$0.isLetter && !$0.isNumber }
      guard let own = words.lazy.compactMap({ Self.storageProtocols[String($0)] }).first else {
        continue
      }
      add(own, evidence: detail.evidence["integrations[\(index)]"])
    }
  }

  private static let storageProtocols = [
    "nfs": "nfs", "cifs": "smb", "smb": "smb", "samba": "smb", "s3": "s3", "s3fs": "s3",
  ]

  private mutating func decide(_ name: String, _ now: [Claim]) {
    if let claim = now.first(where: { $0.stance == .present }) {
      let denied = now.contains { $0.stance == .absent && $0.source >= claim.source }
      if denied, !now.contains(where: { $0.stance == .present && $0.source == .answer }) {
        return unclear("protocols", [name, "no \(name)"], "it is both named and denied", claim)
      }
      add(name, claim)
    } else if let claim = now.first(where: { $0.stance == .absent }) {
      // `explicit FTPS, not implicit` denies no FTPS.
      if name != "ftps-implicit" { deny(name, claim) }
    } else if let claim = now.first(where: { $0.stance == .doubtful }) {
      unclear("protocols", [name, "no \(name)"], "it is said with a doubt", claim)
    }
  }

  /// Implicit FTPS is FTPS, begun otherwise.
  private mutating func add(_ name: String, _ claim: Claim) {
    let isImplicit = name == "ftps-implicit"
    let shown = isImplicit ? "ftps" : name
    if shown == "ftps" { detail.ftpsModes.append(isImplicit ? "implicit" : "explicit") }
    guard !detail.protocols.contains(shown) else { return }
    detail.evidence["protocols[\(detail.protocols.count)]"] = claim.evidence
    detail.protocols.append(shown)
  }

  mutating func deny(_ kind: String, _ claim: Claim) {
    guard !detail.denied.contains(where: { $0.kind == kind }) else { return }
    detail.evidence["denied[\(detail.denied.count)]"] = claim.evidence
    detail.denied.append(.init(kind: kind))
  }

  mutating func decidePlaces() {
    let isClient = isClientProduct
    let others = otherHosts
    let mine = claims.filter { claim in
      if let host = claim.machine?.host, others.contains(host) { return false }
      return isClient ? claim.machine == nil || claim.side != .server : claim.side != .client
    }
    detail.arch = choose(
      "arch", mine.options { if case .arch(let name) = $0 { name } else { nil } })
    detail.timezone = choose(
      "timezone", mine.options { if case .timezone(let name) = $0 { name } else { nil } },
      refines: { $0.contains("/") && !$1.contains("/") })
    detail.locale = choose(
      "locale", mine.options { if case .locale(let name) = $0 { name } else { nil } },
      refines: { $0.hasPrefix($1 + ".") })
  }
}

extension Deciding {
  /// Hosts that printed another system than the product's, beside one that printed it.
  private var otherHosts: Set<String> {
    var systems: [String: Set<String>] = [:]
    for claim in claims {
      guard let host = claim.machine?.host, case .os(let id, _) = claim.subject else { continue }
      systems[host, default: []].insert(id)
    }
    guard let id = detail.os.id, systems.values.contains(where: { $0.contains(id) }) else {
      return []
    }
    return Set(systems.filter { !$0.value.contains(id) }.keys)
  }
}

extension [Claim] {
  fileprivate func options(_ value: (Claim.Subject) -> String?) -> [Deciding.Option] {
    compactMap { claim in value(claim.subject).map { Deciding.Option(value: $0, claim: claim) } }
  }
}

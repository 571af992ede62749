import CaseModel

/// The client's program.
extension Deciding {
  /// `Client version: 3.10.1` of a product that goes by one name on both sides.
  private mutating func decideOwnClient() -> Bool {
    guard let name = detail.product.name, Self.syncing.contains(name), !isClientProduct else {
      return false
    }
    let versions = claims.compactMap { claim -> Option? in
      guard case .software("", let version?) = claim.subject, version.contains(".") else {
        return nil
      }
      return Option(value: version, claim: claim)
    }
    guard let version = choose("client.software.version", versions, refines: Self.refinesVersion)
    else { return false }
    detail.evidence["client.software.name"] = detail.evidence["client.software.version"]
    detail.client = detail.client ?? .init()
    detail.client?.software = .init(name: name == "ocis" ? "owncloud" : name, version: version)
    return true
  }

  /// Products whose users have a client of the same name.
  private static let syncing: Set<String> = [
    "nextcloud", "owncloud", "ocis", "seafile", "filecloud", "pydio", "mattermost", "rocket.chat",
    "syncplify server", "bitvise ssh server",
  ]

  /// `the WS_FTP database` of a WS_FTP Server; FileZilla is a program of its own.
  private func isShortened(_ name: String, _ version: String?, _ claim: Claim) -> Bool {
    version == nil && !claim.isSideAsked && name != "filezilla"
      && detail.product.name == name + " server"
  }

  /// The client's program, when it is not itself the product.
  mutating func decideClient() {
    let found = claims.compactMap { claim -> (option: Option, version: String?)? in
      guard case .software(let name, let version) = claim.subject, !name.isEmpty,
        name != detail.product.name || claim.machine != nil && claim.side == .client,
        !isShortened(name, version, claim)
      else { return nil }
      return (Option(value: name, claim: claim), version)
    }
    if found.allSatisfy({ Lexicon.browsers.contains($0.option.value) }), decideOwnClient() {
      return
    }
    guard !found.isEmpty, !isClientProduct else { return }
    let present = Self.best(found.map(\.option).filter { $0.claim.stance == .present })
    let names = present.map(\.value).uniqued()
    // `Firefox 122, the same with Chrome`
    var programs = names.filter { !Lexicon.browsers.contains($0) }
    // `davfs2 1.6.1, and curl does the same`
    if programs.count > 1 { programs.removeAll { ["curl", "wget"].contains($0) } }
    let titled = present.first { $0.claim.place == .title && programs.contains($0.value) }?.value
    if let titled { programs = [titled] }
    guard let name = programs.first ?? names.first,
      let source = present.first(where: { $0.value == name })
    else { return }
    if programs.count > 1 {
      return unclear("client.software", names, "several clients are named", source.claim)
    }
    detail.evidence["client.software.name"] = source.claim.evidence
    let versions = found.filter { $0.option.value == name }.compactMap { option, version in
      version.map { Option(value: $0, claim: option.claim) }
    }
    let version = choose("client.software.version", versions, refines: Self.refinesVersion)
    detail.client = detail.client ?? .init()
    detail.client?.software = .init(name: name, version: version)
  }
}

import CaseModel

/// The links and nodes that stand for what the customer's product works with.
enum Surroundings {
  /// Adds a node for each integration that the catalogue has a companion for, and a client for them
  /// to be used from; nothing where there is none.
  static func add(
    to profile: inout EnvironmentProfile, _ detail: InstallationDetail, _ product: Product,
    _ catalogue: Catalogue
  ) throws(CaselabError) {
    let companions = try catalogue.companions()
    var chosen: [Companion] = []
    var words: [String: [String]] = [:]
    for (index, integration) in detail.integrations.enumerated() {
      guard let companion = choose(integration, from: companions) else { continue }
      if !chosen.contains(companion) { chosen.append(companion) }
      words[companion.name, default: []] += detail.words(of: integration, index)
    }
    guard !chosen.isEmpty else { return }
    if let client = companions.first(where: { $0.role == .client }) { chosen.append(client) }
    var names: [String: String] = [:]
    for companion in chosen.sorted(by: { ($0.role, $0.name) < ($1.role, $1.name) }) {
      var node = EnvironmentProfile.NodeWanted(companion: companion.name)
      node.files = files(companion, in: detail)
      node.settings = heard(companion, in: words[companion.name] ?? [], files: node.files)
        .merging(HeardSettings(deployable: companion).heard(in: detail)) { $1 }
      let role = companion.role.rawValue
      let name = profile.nodes[role] == nil ? role : companion.name
      profile.nodes[name] = node
      names[companion.name] = name
    }
    if chosen.contains(where: { $0.role == .balancer }), !product.isAbsent {
      profile.nodes["product-2"] = .init(companion: EnvironmentProfile.productNode)
    }
    profile.links = LinkLayout(nodes: profile.nodes, companions: chosen).links
  }

  /// The one of the make that the customer named, else the first of the kind.
  private static func choose(
    _ integration: InstallationDetail.Integration, from companions: [Companion]
  ) -> Companion? {
    let able = companions.filter { $0.rebuilds(integration) }
    return integration.name.flatMap { name in able.first { $0.isMake(name) } } ?? able.first
  }

  /// What the customer sent of configuration that the companion loads as it is: the first of each
  /// kind, as two make no file.
  private static func files(
    _ companion: Companion, in detail: InstallationDetail
  ) -> [String: String] {
    companion.settings.compactMapValues { declaration in
      detail.configuration.lazy.filter { declaration.takes?.contains($0.kind) ?? false }
        .compactMap(\.text).first
    }
  }

  /// The settings whose values stand in the customer's words, or in the files that they sent.
  private static func heard(
    _ companion: Companion, in words: [String], files: [String: String]
  ) -> [String: Setting] {
    var values: [String: Setting] = [:]
    for (name, declaration) in companion.settings {
      let value =
        files.values.lazy.compactMap { declaration.value(heardInFile: $0) }.first
        ?? words.lazy.compactMap { declaration.value(heardIn: $0) }.first
      if let value, value != declaration.default { values[name] = value }
    }
    return values
  }
}

extension Product.SettingDeclaration {
  /// Nil where the words say nothing of it, or what this setting does not take.
  func value(heardIn text: String) -> Setting? {
    if type == .bool {
      if heardNot.flatMap({ Self.first($0, in: text) }) != nil { return .bool(false) }
      return heard.flatMap { Self.first($0, in: text) } == nil ? nil : .bool(true)
    }
    return heard.flatMap { Self.first($0, in: text) }.flatMap(taken)
  }

  func value(heardInFile text: String) -> Setting? {
    guard let heardInFile, let groups = Self.groups(heardInFile, in: text) else { return nil }
    if type == .bool, !Rule.expressionWithGroup.holds(heardInFile) { return .bool(true) }
    return taken(groups.joined(separator: "-"))
  }

  private func taken(_ found: String) -> Setting? {
    let value: Setting? =
      switch type {
      case .integer: Int(found).map { .integer($0) }
      case .bool: .bool(["on", "yes", "true", "1"].contains(found.lowercased()))
      default: .string(found)
      }
    return value.flatMap { complaint(about: $0) == nil ? $0 : nil }
  }

  private static func first(_ pattern: String, in text: String) -> String? {
    groups(pattern, in: text)?.first
  }

  /// All of the match where the pattern has no group.
  private static func groups(_ pattern: String, in text: String) -> [String]? {
    guard let match = try? Regex(pattern).firstMatch(in: text) else { return nil }
    let groups = match.output.count > 1 ? Array(match.output.dropFirst()) : Array(match.output)
    return groups.map { String($0.substring ?? "") }
  }
}

extension InstallationDetail {
  /// What the customer said of an integration.
  fileprivate func words(of integration: Integration, _ index: Int) -> [String] {
    let evidence = self.evidence.filter { $0.key.hasPrefix("integrations[\(index)]") }
    return [integration.detail, integration.name].compactMap { $0 }
      + evidence.sorted { $0.key < $1.key }.map(\.value.text)
  }
}

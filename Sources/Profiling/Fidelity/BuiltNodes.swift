import CaseModel

/// The nodes that a profile builds around the product, for the rows of what they stand for.
struct BuiltNodes {
  let profile: EnvironmentProfile
  let companions: [String: Companion]

  /// The OS of the machine that the suites' clients run on; nil where there is none of their own.
  var client: EnvironmentProfile.OSWanted? {
    sorted.first { $0.companion.role == .client }.map(\.os)
  }

  private var sorted: [(name: String, companion: Companion, os: EnvironmentProfile.OSWanted)] {
    profile.nodes.sorted { $0.key < $1.key }.compactMap { name, node in
      companions[node.companion].map { (name, $0, node.os ?? $0.image) }
    }
  }

  /// What becomes of an integration; `row` as it is where no node stands for it.
  func row(
    _ row: FidelityRow, for integration: InstallationDetail.Integration, _ product: Product
  ) -> FidelityRow {
    guard
      let node = sorted.first(where: { $0.companion.rebuilds(integration) })
    else { return row }
    var row = row
    row.built = "\(node.companion.title) on \(node.os.id) \(node.os.version)"
    row.how = "node \(node.name)"
    row.why = nil
    if let make = integration.name, node.companion.isMake(make) {
      row.fidelity = .equivalent
      row.why = "the version of \(node.os.id) \(node.os.version)"
    } else {
      row.fidelity = .approximate
      row.why = integration.name == nil ? "no make was named" : "another make of the same kind"
    }
    if Self.serving.contains(node.companion.role), !product.uses.contains(node.companion.role) {
      row.fidelity = .approximate
      row.why = "it stands beside the product, whose configuration does not use it"
    }
    return row
  }

  /// What becomes of the configuration that the customer sent; `row` as it is where no node loads it
  /// or is set by it.
  func row(
    _ row: FidelityRow, for sent: InstallationDetail.Attachment
  ) -> FidelityRow {
    guard let text = sent.text else { return row }
    let loading = sorted.compactMap { node in
      profile.nodes[node.name]?.files.sorted { $0.key < $1.key }
        .first { node.companion.settings[$0.key]?.takes?.contains(sent.kind) ?? false }
        .map { (node: node.name, setting: $0.key, text: $0.value) }
    }
    // Of two that were sent, another may be the one that is loaded.
    if let file = loading.first(where: { $0.text == text }) {
      var row = row
      row.built = "the same file"
      row.fidelity = .equivalent
      row.how = "node \(file.node), files.\(file.setting)"
      row.why = "it is loaded as it is; names and addresses in it are the customer's"
      return row
    }
    return sorted.reduce(row) { row, node in
      HeardSettings(deployable: node.companion).row(
        row, for: sent, built: profile.nodes[node.name]?.settings ?? [:],
        in: "nodes.\(node.name).settings", rest: "nothing else of the file is taken over")
    }
  }

  /// Roles that do nothing for a product that is not configured to use them.
  private static let serving: Set<NodeRole> = [
    .directory, .identity, .storage, .logs, .names, .time, .mail,
  ]
}

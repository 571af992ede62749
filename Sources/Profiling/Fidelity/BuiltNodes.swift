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
      let node = sorted.first(where: { $0.companion.standsFor.contains(integration.kind) })
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

  /// Roles that do nothing for a product that is not configured to use them.
  private static let serving: Set<NodeRole> = [
    .directory, .identity, .storage, .logs, .names, .time, .mail,
  ]
}

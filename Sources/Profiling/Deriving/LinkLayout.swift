import CaseModel

/// Puts nodes on links: clients outside, the product inside, and between them in a row what stands
/// on both sides, the firewall before the balancer.
struct LinkLayout {
  let nodes: [String: EnvironmentProfile.NodeWanted]
  let companions: [Companion]

  private static let subnets = [
    "outside": "198.51.100.0/24", "dmz": "172.31.77.0/24", "inside": "10.77.0.0/24",
  ]

  var links: [String: EnvironmentProfile.LinkWanted] {
    let between = dividers
    let names =
      switch between.count {
      case 0: ["inside"]
      case 1: ["outside", "inside"]
      default: ["outside", "dmz", "inside"]
      }
    var members = Dictionary(uniqueKeysWithValues: names.map { ($0, [String: String]()) })
    for (place, node) in between.prefix(2).enumerated() {
      members[names[place]]?[node] = "auto"
      members[names[place + 1]]?[node] = "auto"
    }
    for (node, wanted) in nodes where !between.prefix(2).contains(node) {
      let sides = companion(wanted)?.links ?? [.inside]
      if sides.contains(.outside) { members[names[0]]?[node] = "auto" }
      // A proxy is with the clients: beside a firewall it would be a way around it.
      if sides.contains(.inside), !(sides.contains(.outside) && role(wanted) == .proxy) {
        members[names[names.count - 1]]?[node] = "auto"
      }
    }
    members[names[names.count - 1]]?[EnvironmentProfile.productNode] = "auto"
    return members.reduce(into: [:]) { links, link in
      links[link.key] = .init(
        subnet: Self.subnets[link.key] ?? "", nodes: link.value)
    }
  }

  /// What the way to the product leads through; a proxy or an identity provider is beside it.
  private var dividers: [String] {
    nodes.filter { companion($0.value).map { $0.forwards || $0.fronts != "never" } ?? false }
      .sorted { (role($0.value), $0.key) < (role($1.value), $1.key) }.map(\.key)
  }

  private func companion(_ node: EnvironmentProfile.NodeWanted) -> Companion? {
    companions.first { $0.name == node.companion }
  }

  private func role(_ node: EnvironmentProfile.NodeWanted) -> NodeRole {
    companion(node)?.role ?? .product
  }
}

import CaseModel

/// A profile's links and nodes: each known, each connected, each address at its place.
struct TopologyCheck {
  var profile: EnvironmentProfile
  var catalogue: Catalogue

  /// A host has only so many ports and so much memory.
  private static let nodeLimit = 32
  private static let product = EnvironmentProfile.productNode

  func run(_ check: inout ShapeCheck) {
    if profile.nodes.count > Self.nodeLimit {
      check.add(
        "nodes", "expected at most \(Self.nodeLimit) nodes, got \(profile.nodes.count)")
    }
    for (name, node) in profile.nodes.sorted(by: { $0.key < $1.key }) {
      do throws(CaselabError) {
        try checkNode(name, node, &check)
      } catch {
        check.add("nodes.\(name)", error.told)
      }
    }
    for (name, link) in profile.links.sorted(by: { $0.key < $1.key }) {
      checkLink(name, link, &check)
      if IPSubnet(link.subnet)?.isIPv6 == true { checkIPv6(name, link, &check) }
    }
    checkConnections(&check)
  }

  private func checkNode(
    _ name: String, _ node: EnvironmentProfile.NodeWanted, _ check: inout ShapeCheck
  ) throws(CaselabError) {
    let path = "nodes.\(name)"
    if name == Self.product {
      check.add(path, "\"product\" is the product's own node; its size is under \"node\"")
    }
    guard node.companion != Self.product else {
      for (field, isThere) in [
        ("settings", !node.settings.isEmpty), ("files", !node.files.isEmpty),
      ]
      where isThere {
        check.add("\(path).\(field)", "the product's settings are under \"product\"")
      }
      return
    }
    let companion = try catalogue.companion(named: node.companion)
    check.checkSettings(
      node.settings, of: companion, called: "companion \"\(companion.name)\"",
      at: "\(path).settings")
    for file in node.files.keys.sorted() where companion.settings[file]?.type != .file {
      check.add("\(path).files.\(file)", "companion \"\(companion.name)\" takes no such file")
    }
    let os = node.os ?? companion.image
    if !companion.os.contains(os.id) {
      check.add(
        "\(path).os.id",
        "companion \"\(companion.name)\" installs on \(companion.os.joined(separator: ", ")), got \(Problem.quoted(os.id))"
      )
    }
    try check.checkImage(of: os, arch: profile.arch, in: catalogue, at: "\(path).os")
  }

  private func checkLink(
    _ name: String, _ link: EnvironmentProfile.LinkWanted, _ check: inout ShapeCheck
  ) {
    guard let subnet = IPSubnet(link.subnet) else { return }
    var taken: [IPAddress: String] = [:]
    for (node, text) in link.nodes.sorted(by: { $0.key < $1.key }) {
      let path = "links.\(name).nodes.\(node)"
      if node != Self.product, profile.nodes[node] == nil {
        check.add(path, "no node is called \(Problem.quoted(node))")
      }
      guard let address = IPAddress(text) else { continue }
      if !subnet.holds(address) {
        check.add(path, "\(address) is no node's address in \(subnet)")
      } else if address == subnet.gateway {
        check.add(path, "\(address) is kept for what watches the link")
      } else if let other = taken.updateValue(node, forKey: address) {
        check.add(path, "\(address) is the address of node \(other) already")
      }
    }
    if link.nodes.count > subnet.room {
      check.add("links.\(name).subnet", "\(subnet) has no room for \(link.nodes.count) nodes")
    }
    for (other, wanted) in profile.links where other < name {
      if let second = IPSubnet(wanted.subnet), second.overlaps(subnet) {
        check.add("links.\(name).subnet", "\(subnet) overlaps \(second) of link \(other)")
      }
    }
  }

  /// What stands around the product is told of by IPv4's addresses in many a file.
  private func checkIPv6(
    _ name: String, _ link: EnvironmentProfile.LinkWanted, _ check: inout ShapeCheck
  ) {
    if !profile.system.ipv6, link.nodes[Self.product] != nil {
      check.add("system.ipv6", "the product is on link \(name), which has IPv6 only")
    }
    for node in link.nodes.keys.sorted() {
      guard let wanted = profile.nodes[node],
        let companion = try? catalogue.companion(named: wanted.companion),
        companion.role != .client,
        !companion.forwards || companion.isFront(wanted.settings)
      else { continue }
      check.add(
        "links.\(name).nodes.\(node)",
        "\(companion.title) cannot be on a link with IPv6: a client can, and a firewall without NAT"
      )
    }
  }

  private func checkConnections(_ check: inout ShapeCheck) {
    let connected = Set(profile.links.values.flatMap(\.nodes.keys))
    for name in profile.nodes.keys.sorted() where !connected.contains(name) {
      check.add("nodes.\(name)", "it is on no link; put it under links")
    }
    if !profile.links.isEmpty, !connected.contains(Self.product) {
      check.add("links", "the product's node is on no link")
    }
  }
}

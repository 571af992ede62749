import CaseModel

extension Topology {
  /// - Parameter companions: those of the profile's nodes, by name.
  /// - Throws: `badInput` for a profile that `profile check` refuses.
  public init(
    _ profile: EnvironmentProfile, companions: [String: Companion]
  ) throws(CaselabError) {
    var links: [Link] = []
    var interfaces: [String: [Interface]] = [:]
    let order = Self.linkOrder(profile)
    for (index, name) in order.enumerated() {
      guard let wanted = profile.links[name], let subnet = IPSubnet(wanted.subnet) else {
        throw CaselabError(.badInput, "link \"\(name.printable())\" has no usable subnet")
      }
      let link = Link(name: name, subnet: subnet)
      links.append(link)
      let addresses = try Self.addresses(of: wanted, link) { node in
        Self.role(of: node, profile, companions)
      }
      for (place, entry) in addresses.sorted(by: { $0.key < $1.key }).enumerated() {
        interfaces[entry.key, default: []].append(
          Interface(
            link: name, mac: Self.mac(link: index, node: place), address: entry.value,
            prefix: subnet.prefix))
      }
    }
    self.links = links
    var nodes = [
      Node(
        name: EnvironmentProfile.productNode, role: .product,
        host: profile.product.host ?? "server.\(profile.domain)",
        interfaces: interfaces[EnvironmentProfile.productNode] ?? [], forwards: false,
        isFront: false)
    ]
    for (name, wanted) in profile.nodes {
      let companion = companions[wanted.companion]
      nodes.append(
        Node(
          name: name, role: companion?.role ?? .product, companion: companion?.name,
          host: wanted.host ?? "\(Self.label(name, companion)).\(profile.domain)",
          interfaces: interfaces[name] ?? [], forwards: companion?.forwards ?? false,
          isFront: companion?.isFront(wanted.settings) ?? false))
    }
    self.nodes = nodes.sorted { ($0.role, $0.name) < ($1.role, $1.name) }
  }

  /// The companion's host name for the node of its role, the node's own for a second one.
  private static func label(_ node: String, _ companion: Companion?) -> String {
    guard let companion, node == companion.role.rawValue else { return node }
    return companion.host
  }

  private static func role(
    of node: String, _ profile: EnvironmentProfile, _ companions: [String: Companion]
  ) -> NodeRole {
    profile.nodes[node].flatMap { companions[$0.companion]?.role } ?? .product
  }

  /// Those that the clients are on first, as far as names tell.
  private static func linkOrder(_ profile: EnvironmentProfile) -> [String] {
    let product = EnvironmentProfile.productNode
    return profile.links.sorted { left, right in
      let last = (left.value.nodes[product] != nil, right.value.nodes[product] != nil)
      return last.0 == last.1 ? left.key < right.key : last.1
    }.map(\.key)
  }

  /// Firewalls get the first addresses, as gateways do, products those from 10 and all others those
  /// from 20 on.
  private static func addresses(
    of wanted: EnvironmentProfile.LinkWanted, _ link: Link, role: (String) -> NodeRole
  ) throws(CaselabError) -> [String: IPAddress] {
    var addresses = wanted.nodes.compactMapValues { IPAddress($0) }
    var taken = Set(addresses.values).union([link.subnet.gateway].compactMap { $0 })
    let open = wanted.nodes.keys.filter { addresses[$0] == nil }
      .sorted { (role($0), $0) < (role($1), $1) }
    for node in open {
      let start: UInt32 =
        switch role(node) {
        case .firewall: 1
        case .product: 10
        default: 20
        }
      // To the end of the network, or to where so many nodes must have found a place.
      let end = UInt32(clamping: min(link.subnet.room + 1, wanted.nodes.count + 20))
      let free = { (numbers: ClosedRange<UInt32>) in
        numbers.lazy.compactMap(link.subnet.address).first { !taken.contains($0) }
      }
      let choice = (start <= end ? free(start...end) : nil) ?? free(1...max(1, end))
      guard let choice else {
        throw CaselabError(
          .badInput, "link \"\(link.name)\" has no address left for node \"\(node.printable())\"")
      }
      addresses[node] = choice
      taken.insert(choice)
    }
    return addresses
  }

  /// Locally unique is enough: a link has no way out. `52:54:00` is QEMU's.
  private static func mac(link: Int, node: Int) -> String {
    let bytes = [0x52, 0x54, 0x00, 0x4C, link & 0xFF, node + 1 & 0xFF]
    return bytes.map { byte in
      let hex = String(byte, radix: 16)
      return hex.count == 1 ? "0" + hex : hex
    }.joined(separator: ":")
  }
}

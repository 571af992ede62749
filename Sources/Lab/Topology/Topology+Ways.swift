import CaseModel

/// How the nodes reach each other: over their own links, and through those that forward.
extension Topology {
  public struct Route: Equatable, Sendable {
    public var subnet: IPSubnet
    public var via: IPAddress
  }

  /// The ways from a node to the links that it is not on.
  public func routes(of node: Node) -> [Route] {
    ways(from: node).compactMap { link, via in
      guard let via, let subnet = self.link(link)?.subnet else { return nil }
      return Route(subnet: subnet, via: via)
    }.sorted { $0.subnet.network < $1.subnet.network }
  }

  /// The address that a node has for another; nil when it cannot reach it.
  public func address(of other: Node, from node: Node) -> IPAddress? {
    let ways = ways(from: node)
    return ways.compactMap { other.interface(on: $0.link)?.address }.first
  }

  /// What the product's names mean to a node: the product itself, or who answers for it.
  public func productAddress(from node: Node) -> IPAddress? {
    guard node.role != .product else { return node.interfaces.first?.address }
    for way in ways(from: node) {
      let members = members(of: way.link)
      if let product = members.first(where: { $0.role == .product }) {
        return product.interface(on: way.link)?.address
      }
      let front = members.first { $0.isFront && $0 != node && leads(inward: $0, from: way.link) }
      if let front { return front.interface(on: way.link)?.address }
    }
    return nil
  }

  /// Where the clients find the product when something else answers for it there.
  public var frontAddress: IPAddress? {
    guard let client = nodes(of: .client).first, let address = productAddress(from: client) else {
      return nil
    }
    let own = nodes(of: .product).flatMap { $0.interfaces.map(\.address) }
    return own.contains(address) ? nil : address
  }

  /// hosts(5) of a node: each name with the address that it has from there.
  public func hosts(for node: Node) -> [(address: IPAddress, names: [String])] {
    var lines: [(IPAddress, [String])] = []
    for other in nodes where other.name != node.name {
      let isMain = other.name == EnvironmentProfile.productNode
      let address = isMain ? productAddress(from: node) : address(of: other, from: node)
      guard let address else { continue }
      lines.append((address, [other.host, other.name]))
    }
    return lines.map { (address: $0.0, names: $0.1) }
  }

  /// Links by their distance, each with the forwarder on the way to it: nil for the node's own.
  private func ways(from node: Node) -> [(link: String, via: IPAddress?)] {
    var found: [(link: String, via: IPAddress?)] = node.interfaces.map { ($0.link, nil) }
    var next = 0
    while next < found.count {
      let (link, via) = found[next]
      next += 1
      for hop in members(of: link) where hop.forwards && hop.name != node.name {
        for interface in hop.interfaces where !found.contains(where: { $0.link == interface.link })
        {
          // What answers for the product hides what lies behind it from those in front.
          if hop.isFront, depth(interface.link) < depth(link) { continue }
          found.append((interface.link, via ?? hop.interface(on: link)?.address))
        }
      }
    }
    return found
  }

  private func leads(inward node: Node, from link: String) -> Bool {
    node.interfaces.contains { depth($0.link) < depth(link) }
  }

  /// Nodes between a link and the product: 0 for the product's own links.
  private func depth(_ link: String) -> Int {
    var reached = Set(nodes(of: .product).flatMap { $0.interfaces.map(\.link) })
    var depth = 0
    while !reached.contains(link) {
      let further = nodes.filter { node in node.interfaces.contains { reached.contains($0.link) } }
        .flatMap { $0.interfaces.map(\.link) }
      guard !reached.isSuperset(of: further) else { return .max }
      reached.formUnion(further)
      depth += 1
    }
    return depth
  }
}

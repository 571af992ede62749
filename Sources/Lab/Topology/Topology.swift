import CaseModel

/// The graph of an environment's nodes and links, with every address worked out.
public struct Topology: Equatable, Sendable {
  public var links: [Link]
  /// In the order in which they are configured.
  public var nodes: [Node]

  public struct Link: Equatable, Sendable {
    public var name: String
    public var subnet: IPSubnet
  }

  public struct Node: Equatable, Sendable {
    public var name: String
    public var role: NodeRole
    /// As the catalogue has it; nil for a node of the product.
    public var companion: String?
    /// Full host name.
    public var host: String
    public var interfaces: [Interface]
    /// Whether traffic crosses it.
    public var forwards: Bool
    /// Whether it answers to the product's names where the product is not.
    public var isFront: Bool
  }

  public struct Interface: Equatable, Sendable {
    public var link: String
    public var mac: String
    public var address: IPAddress
    public var prefix: Int
  }

  /// Whether there is only the product's node, without a network.
  public var isAlone: Bool { links.isEmpty }

  public func node(_ name: String) -> Node? { nodes.first { $0.name == name } }
  public func nodes(of role: NodeRole) -> [Node] { nodes.filter { $0.role == role } }
  public func link(_ name: String) -> Link? { links.first { $0.name == name } }
  public func members(of link: String) -> [Node] {
    nodes.filter { $0.interface(on: link) != nil }
  }
}

extension Topology.Node {
  public func interface(on link: String) -> Topology.Interface? {
    interfaces.first { $0.link == link }
  }
}

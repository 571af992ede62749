/// The nodes and links that a run built, and what would have left them: kept with the run.
public struct RunEnvironment: Codable, Equatable, Sendable {
  /// From the clients to the product.
  public var links: [Link]
  public var nodes: [Node]
  /// Nothing leaves a sealed environment; what tried to is worth knowing.
  public var attempts: [Attempt] = []

  public struct Link: Codable, Equatable, Sendable {
    public var name: String
    public var subnet: String
    public init(name: String, subnet: String) {
      self.name = name
      self.subnet = subnet
    }
  }

  public struct Node: Codable, Equatable, Sendable {
    public var name: String
    public var role: NodeRole
    /// What is installed in it.
    public var title: String
    public var os: String
    public var host: String
    /// Link -> address.
    public var addresses: [String: String]
    public init(
      name: String, role: NodeRole, title: String, os: String, host: String,
      addresses: [String: String]
    ) {
      self.name = name
      self.role = role
      self.title = title
      self.os = os
      self.host = host
      self.addresses = addresses
    }
  }

  /// Packets of one node to one place outside.
  public struct Attempt: Codable, Equatable, Sendable {
    public var node: String
    /// `tcp 203.0.113.7:443`, or the name that was asked for: `name updates.example.com`.
    public var target: String
    /// The name of the process, where the guest's kernel told it.
    public var process: String?
    public var count: Int
    /// ISO 8601, UTC.
    public var first: String
    public var last: String
    public init(node: String, target: String, count: Int, first: String, last: String) {
      self.node = node
      self.target = target
      self.count = count
      self.first = first
      self.last = last
    }
  }

  public init(links: [Link], nodes: [Node]) {
    self.links = links
    self.nodes = nodes
  }
}

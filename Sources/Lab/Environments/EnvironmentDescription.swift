import CaseModel
import Foundation

/// What a suite is told of the environment: `/etc/caselab/environment.json` in the guest.
struct EnvironmentDescription: Codable, Equatable, Sendable {
  var schema = "caselab.environment/1"
  var `case`: String
  var run: Int
  var product: InstallationDetail.Software
  /// The product as it is reached from this node.
  var host: String
  var protocols: [String: Product.Endpoint]
  /// Protocols of the product that the profile does not have.
  var notUsed: [String]
  var accounts: [EnvironmentLayout.Account]
  var settings: [String: Setting]
  var features: [String]
  var timezone: String
  var tls = TLS()
  /// The one that reads this.
  var node: Node
  var nodes: [Node]

  struct Node: Codable, Equatable, Sendable {
    var name: String
    var role: NodeRole
    var companion: String?
    var host: String
    /// As it is reached from the node that reads this; nil when it is not.
    var address: String?
    var settings: [String: Setting]
  }

  struct TLS: Codable, Equatable, Sendable {
    var ca = StepEnvironment.authority[0]
  }

  enum CodingKeys: String, CodingKey {
    case schema, `case`, run, product, host, protocols, accounts, settings, features, timezone, tls
    case node, nodes
    case notUsed = "not_used"
  }

  /// - Parameter version: of the product, as the product counts.
  init(_ layout: EnvironmentLayout, in node: Topology.Node, version: String?) {
    let (profile, product) = (layout.profile, layout.product)
    self.case = profile.case
    run = layout.run
    self.product = .init(name: product.name, version: version)
    host = layout.productHost(from: node)
    protocols = product.protocols.filter { profile.protocols.contains($0.key) }
    notUsed = product.protocols.keys.filter { !profile.protocols.contains($0) }.sorted()
    accounts = layout.accounts
    settings = StepEnvironment.settings(profile, product: product)
    features = product.features
    timezone = profile.timezone ?? "Etc/UTC"
    self.node = Self.describe(node, from: node, layout)
    nodes = layout.topology.nodes.map { Self.describe($0, from: node, layout) }
  }

  private static func describe(
    _ other: Topology.Node, from node: Topology.Node, _ layout: EnvironmentLayout
  ) -> Node {
    let topology = layout.topology
    let address =
      other == node ? node.interfaces.first?.address : topology.address(of: other, from: node)
    return Node(
      name: other.name, role: other.role, companion: other.companion, host: other.host,
      address: address?.description, settings: layout.settings(other))
  }

  func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try Array(encoder.encode(self))
  }
}

import CaseModel
import Lab
import Profiling
import Suites

/// Finds for each node of a topology what it is made from.
struct NodeAssembly {
  let profile: EnvironmentProfile
  let product: Product
  let companions: [String: Companion]
  let topology: Topology
  var suites: [Suite] = []
  let catalogue: Catalogue
  let store: ImageStore
  /// Digest of the very image to use for the product; nil: the one there is.
  let productImage: String?

  func plan(_ node: Topology.Node) throws -> NodePlan {
    let companion = companion(of: node)
    let os = os(of: node)
    guard let recipe = try catalogue.recipe(for: os, arch: profile.arch) else {
      throw CaselabError(
        .badInput, "no image of \(os.id) \(os.version) is known",
        hint: "caselab image import FILE --os \(os.id):\(os.version)")
    }
    return NodePlan(
      node: node, deployable: companion ?? product,
      wanted: companion == nil ? profile.product.version : nil,
      size: companion?.node ?? profile.node, recipe: recipe,
      image: try image(of: node), suites: try suites.filter { try place(of: $0) == node })
  }

  private func companion(of node: Topology.Node) -> Companion? {
    node.companion.flatMap { companions[$0] }
  }

  private func os(of node: Topology.Node) -> EnvironmentProfile.OSWanted {
    profile.nodes[node.name]?.os ?? companion(of: node)?.image ?? profile.os
  }

  /// The node that a suite runs in.
  private func place(of suite: Suite) throws -> Topology.Node? {
    for role in suite.on {
      let node =
        role == .product
        ? topology.node(EnvironmentProfile.productNode) : topology.nodes(of: role).first
      if let node, try !isClosed(node), try !hasWindows(node) { return node }
    }
    return nil
  }

  /// Roles whose node runs no suites, each with why.
  ///
  /// - Throws: `badInput` where that cannot be: for what the lab is to configure, or without another
  ///   node that it is seen from.
  func closedRoles() throws -> [NodeRole: String] {
    let closed = try topology.nodes.filter { try isClosed($0) }
    guard let first = closed.first else {
      let windows = try topology.nodes.filter { try hasWindows($0) }.map(\.role)
      return Dictionary(windows.map { ($0, "whose machine has Windows") }) { one, _ in one }
    }
    if let other = closed.first(where: { $0.role != .product }) {
      throw CaselabError(
        .badInput,
        "node \"\(other.name)\" is for the lab to configure, and its image \(try called(other)) was imported with --access none",
        hint: "take another image for it: nodes.\(other.name).os in the profile")
    }
    guard !topology.nodes(of: .client).isEmpty else {
      throw CaselabError(
        .badInput,
        "node \"\(first.name)\" is only seen from outside (its image \(try called(first)) was imported with --access none), and the profile has no client",
        hint:
          "add one on a link with it: caselab profile edit CASE: nodes: { client: { companion: client } }"
      )
    }
    return [.product: "whose machine has no agent and no SSH"]
  }

  private func called(_ node: Topology.Node) throws -> String {
    try image(of: node).map { "\"\($0.name)\"" } ?? ""
  }

  private func hasWindows(_ node: Topology.Node) throws -> Bool {
    try image(of: node)?.os.isWindows ?? false
  }

  private func isClosed(_ node: Topology.Node) throws -> Bool {
    try image(of: node)?.isClosed ?? false
  }

  private func image(of node: Topology.Node) throws -> ImageManifest? {
    guard let digest = node.role == .product ? productImage : nil else {
      return try store.image(os: os(of: node), arch: profile.arch)
    }
    if let image = try store.list().first(where: { $0.digest == digest }) { return image }
    throw CaselabError(
      .labFailed, "image \(Digest.short(digest)) of that run is not here any more",
      hint: "run without --again to use the image that is here now")
  }
}

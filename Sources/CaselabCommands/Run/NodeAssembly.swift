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
  let suites: [Suite]
  let catalogue: Catalogue
  let store: ImageStore

  /// - Parameter productImage: digest of the very image to use for the product; nil: the one there is.
  func plan(_ node: Topology.Node, productImage: String?) throws -> NodePlan {
    let companion = node.companion.flatMap { companions[$0] }
    let os = profile.nodes[node.name]?.os ?? companion?.image ?? profile.os
    guard let recipe = try catalogue.recipe(for: os, arch: profile.arch) else {
      throw CaselabError(
        .badInput, "no image of \(os.id) \(os.version) is known",
        hint: "caselab image import FILE --os \(os.id):\(os.version)")
    }
    let digest = node.role == .product ? productImage : nil
    return NodePlan(
      node: node, deployable: companion ?? product,
      wanted: companion == nil ? profile.product.version : nil,
      size: companion?.node ?? profile.node, recipe: recipe,
      image: try image(digest, os: os), suites: suites.filter { place(of: $0) == node })
  }

  /// The node that a suite runs in.
  private func place(of suite: Suite) -> Topology.Node? {
    let main = topology.node(EnvironmentProfile.productNode)
    return suite.on.lazy.compactMap { role in
      role == .product ? main : topology.nodes(of: role).first
    }.first
  }

  private func image(_ digest: String?, os: EnvironmentProfile.OSWanted) throws -> ImageManifest? {
    guard let digest else { return try store.image(os: os, arch: profile.arch) }
    if let image = try store.list().first(where: { $0.digest == digest }) { return image }
    throw CaselabError(
      .labFailed, "image \(Digest.short(digest)) of that run is not here any more",
      hint: "run without --again to use the image that is here now")
  }
}

import CaseModel

/// One machine of an environment before it is built: what it is made from, and on what.
public struct NodePlan: Sendable {
  public var node: Topology.Node
  public var deployable: any Deployable
  /// Version of the product that the customer named; nil for a companion.
  public var wanted: String?
  public var size: EnvironmentProfile.NodeSize
  public var recipe: ImageRecipe
  /// Nil while it is not built.
  public var image: ImageManifest?
  /// Those that run in it.
  public var suites: [Suite]

  public init(
    node: Topology.Node, deployable: any Deployable, wanted: String?,
    size: EnvironmentProfile.NodeSize, recipe: ImageRecipe, image: ImageManifest?, suites: [Suite]
  ) {
    self.node = node
    self.deployable = deployable
    self.wanted = wanted
    self.size = size
    self.recipe = recipe
    self.image = image
    self.suites = suites
  }

  /// Whether the lab has no way into it: its disk is taken as it is.
  public var isClosed: Bool { image?.isClosed ?? false }

  /// - Parameter digest: of the image that it stands on.
  public func layers(on digest: String) -> [LayerRecipe] {
    guard !isClosed else { return [] }
    return LayerRecipe.chain(
      on: digest, deployable, isProduct: node.role == .product, wanted: wanted, suites: suites)
  }
}

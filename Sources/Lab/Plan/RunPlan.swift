import CaseModel

/// What a run would build, with nothing built: `caselab plan --json`.
public struct RunPlan: Codable, Equatable, Sendable {
  public var schema = "caselab.plan/1"
  public var `case`: String
  public var nodes: [PlannedNode]
  public var image: PlannedImage
  public var layers: [PlannedLayer]
  public var suites: [PlannedSuite]
  /// What a run would do, in order.
  public var steps: [String]
  /// MiB for all nodes at once.
  public var memoryMiB: Int
  /// GiB that the nodes' disks may grow to.
  public var diskGiB: Int
  public var fidelity: [FidelityRow]

  public struct PlannedNode: Codable, Equatable, Sendable {
    public var name: String
    public var role: String
    public var memoryMiB: Int
    public var cpus: Int
    public var diskGiB: Int
    public var network: String
  }

  public struct PlannedImage: Codable, Equatable, Sendable {
    public var name: String
    public var os: EnvironmentProfile.OSWanted
    /// Nil while it is not built.
    public var digest: String?
  }

  public struct PlannedLayer: Codable, Equatable, Sendable {
    public var name: String
    /// Nil while the image below is not built: the digest depends on the image's.
    public var digest: String?
    public var cached: Bool
    public var steps: [String]
  }

  public struct PlannedSuite: Codable, Equatable, Sendable {
    public var name: String
    public var timeLimit: Int
  }
}

/// Lays out a plan from what is in the home; reads manifests, makes nothing.
public struct Planner: Sendable {
  let home: Home

  public init(home: Home) { self.home = home }

  public func plan(
    _ profile: EnvironmentProfile, product: Product, suites: [Suite], recipe: String,
    image: ImageManifest?
  ) throws -> RunPlan {
    let chain = LayerRecipe.chain(
      on: image?.digest ?? "unbuilt", profile: profile, product: product, suites: suites)
    let store = LayerStore(home: home)
    let layers = try chain.map { layer in
      RunPlan.PlannedLayer(
        name: layer.name, digest: image == nil ? nil : layer.digest,
        cached: try image != nil && store.manifest(layer.digest) != nil,
        steps: layer.steps.map(\.name))
    }
    return RunPlan(
      case: profile.case,
      nodes: [
        .init(
          name: "product", role: "product", memoryMiB: profile.node.memoryMiB,
          cpus: profile.node.cpus, diskGiB: profile.node.diskGiB,
          network: "none (sealed; suites run inside)")
      ],
      image: .init(name: image?.name ?? recipe, os: image?.os ?? profile.os, digest: image?.digest),
      layers: layers,
      suites: suites.map { .init(name: $0.name, timeLimit: $0.timeLimit) },
      steps: Self.steps(
        image: image, recipe: recipe, layers: layers, product: product, suites: suites),
      memoryMiB: profile.node.memoryMiB, diskGiB: profile.node.diskGiB,
      fidelity: profile.fidelity)
  }

  private static func steps(
    image: ImageManifest?, recipe: String, layers: [RunPlan.PlannedLayer], product: Product,
    suites: [Suite]
  ) -> [String] {
    var steps: [String] = []
    if image == nil { steps.append("build image \(recipe)") }
    steps += layers.filter { !$0.cached }.map {
      "build layer \($0.name): " + $0.steps.joined(separator: ", ")
    }
    steps.append("boot node product")
    steps += product.files.map { "put \($0.path)" }
    steps += (product.configure + product.start).map(\.name)
    steps.append(
      product.absence.map { "verify the node's facts; \($0): no product is installed" }
        ?? "check that \(product.title) is healthy, verify its facts")
    steps += suites.map { "run suite \($0.name)" }
    steps.append("collect artifacts, take the environment down")
    return steps
  }
}

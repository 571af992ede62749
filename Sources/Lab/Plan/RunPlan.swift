import CaseModel

/// What a run would build, with nothing built: `caselab plan --json`.
public struct RunPlan: Codable, Equatable, Sendable {
  public var schema = "caselab.plan/1"
  public var `case`: String
  /// In the order in which they are configured.
  public var nodes: [PlannedNode]
  public var links: [PlannedLink]
  /// Of the product's node.
  public var image: PlannedImage
  /// Each once, though nodes share them.
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
    /// What is installed in it.
    public var title: String
    public var image: PlannedImage
    /// Full host name; empty for a machine alone.
    public var host: String
    /// Link -> address.
    public var addresses: [String: String]
    public var network: String
  }

  public struct PlannedLink: Codable, Equatable, Sendable {
    public var name: String
    public var subnet: String
    /// Nodes on it, with their addresses.
    public var nodes: [String: String]
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

  /// - Parameter nodes: of the topology, in its order.
  public func plan(
    _ profile: EnvironmentProfile, topology: Topology, nodes: [NodePlan], suites: [Suite]
  ) throws -> RunPlan {
    let layers = try nodes.reduce(into: [RunPlan.PlannedLayer]()) { all, node in
      for layer in try planned(node) where !all.contains(layer) { all.append(layer) }
    }
    guard let product = nodes.first(where: { $0.node.name == EnvironmentProfile.productNode })
    else { throw CaselabError(.labFailed, "the plan has no node of the product") }
    return RunPlan(
      case: profile.case, nodes: nodes.map(describe), links: links(topology),
      image: image(product), layers: layers,
      suites: suites.map { .init(name: $0.name, timeLimit: $0.timeLimit) },
      steps: steps(nodes, layers: layers, suites: suites),
      memoryMiB: nodes.map(\.size.memoryMiB).reduce(0, +),
      diskGiB: nodes.map(\.size.diskGiB).reduce(0, +), fidelity: profile.fidelity)
  }

  private func describe(_ plan: NodePlan) -> RunPlan.PlannedNode {
    let addresses = Dictionary(
      uniqueKeysWithValues: plan.node.interfaces.map { ($0.link, $0.address.description) })
    return .init(
      name: plan.node.name, role: plan.node.role.rawValue, memoryMiB: plan.size.memoryMiB,
      cpus: plan.size.cpus, diskGiB: plan.size.diskGiB, title: plan.deployable.title,
      image: image(plan), host: plan.node.interfaces.isEmpty ? "" : plan.node.host,
      addresses: addresses,
      network: addresses.isEmpty
        ? "none (sealed; suites run inside)"
        : plan.node.interfaces.map { "\($0.link) \($0.address)" }.joined(separator: ", "))
  }

  private func image(_ plan: NodePlan) -> RunPlan.PlannedImage {
    .init(
      name: plan.image?.name ?? plan.recipe.name, os: plan.image?.os ?? plan.recipe.os,
      digest: plan.image?.digest)
  }

  private func links(_ topology: Topology) -> [RunPlan.PlannedLink] {
    topology.links.map { link in
      let members = topology.members(of: link.name).map { node in
        (node.name, node.interface(on: link.name)?.address.description ?? "")
      }
      return .init(
        name: link.name, subnet: link.subnet.description,
        nodes: Dictionary(uniqueKeysWithValues: members))
    }
  }

  private func planned(_ plan: NodePlan) throws -> [RunPlan.PlannedLayer] {
    let store = LayerStore(home: home)
    let isBuilt = plan.image != nil
    return try plan.layers(on: plan.image?.digest ?? "unbuilt \(plan.recipe.name)").map { layer in
      RunPlan.PlannedLayer(
        name: layer.name, digest: isBuilt ? layer.digest : nil,
        cached: try isBuilt && store.manifest(layer.digest) != nil,
        steps: layer.steps.map(\.name))
    }
  }

  private func steps(
    _ nodes: [NodePlan], layers: [RunPlan.PlannedLayer], suites: [Suite]
  ) -> [String] {
    var steps: [String] = []
    for name in Set(nodes.filter { $0.image == nil }.map(\.recipe.name)).sorted() {
      steps.append("build image \(name)")
    }
    steps += layers.filter { !$0.cached }.map {
      "build layer \($0.name): " + $0.steps.joined(separator: ", ")
    }
    steps.append("boot " + nodes.map { "node \($0.node.name)" }.joined(separator: ", "))
    for plan in nodes {
      let node = nodes.count == 1 ? "" : "\(plan.node.name): "
      guard !plan.isClosed else {
        steps.append("\(node)taken as it is, until a port of \(plan.deployable.title) answers")
        continue
      }
      steps += plan.deployable.files.map { "\(node)put \($0.path)" }
      steps += (plan.deployable.configure + plan.deployable.start).map { node + $0.name }
      if plan.node.role != .product {
        steps.append("\(node)check that \(plan.deployable.title) is healthy")
      } else if let product = plan.deployable as? Product {
        steps.append(
          node
            + (product.absence.map { "verify the node's facts; \($0): no product is installed" }
              ?? "check that \(product.title) is healthy, verify its facts"))
      }
    }
    if nodes.allSatisfy({ $0.image.map { $0.access == nil && !$0.os.isWindows } ?? true }) {
      steps.append("save a ready state, or go on from one instead of all since the boot")
    }
    for suite in suites {
      let node = nodes.first { $0.suites.contains(suite) }
      let place = nodes.count == 1 ? "" : node.map { " in node \($0.node.name)" } ?? ""
      steps.append("run suite \(suite.name)\(place)")
    }
    steps.append("collect artifacts, take the environment down")
    return steps
  }
}

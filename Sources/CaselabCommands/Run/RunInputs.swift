import CaseModel
import Foundation
import Lab
import Profiling
import Suites

/// Everything a run is made from, resolved and checked before anything is built.
struct RunInputs: Sendable {
  var profile: EnvironmentProfile
  /// The profile as it is recorded with the run.
  var yaml: String
  var product: Product
  /// Those of the profile's nodes, by name.
  var companions: [String: Companion]
  var topology: Topology
  /// In the order in which they are configured.
  var nodes: [NodePlan]
  var suites: [Suite]
  /// A row for each suite of the profile that does not apply to it: listed, not run.
  var notApplicable: [TestResult]
  /// What a run says that it did for which no suite was asked for; nil: suites were.
  var done: String?

  /// From the case's profile as it is now.
  ///
  /// - Parameter suites: names that replace the profile's own; empty: the profile's.
  static func resolve(_ id: CaseID, suites: [String], in context: Context) throws -> RunInputs {
    _ = try context.store().existingCase(id)
    let (profile, yaml) = try CaseProfile.withFidelity(id, in: context)
    return try resolve(
      profile, yaml: yaml, file: context.home.profile(of: id), suites: suites, imageDigest: nil,
      derived: CaseProfile.derivedProduct(id, in: context.home), in: context)
  }

  /// From an earlier run's profile, on the very image that it used.
  static func again(
    _ run: RunRecord, suites: [String], in context: Context
  ) throws -> RunInputs {
    let file = "profile of run \(run.name)"
    var profile = try ProfileDocument.parse(run.profile, file: file)
    profile.fidelity = CaseProfile.fidelity(of: profile, run.caseID, in: context)
    // What had its product is not the same without it.
    if run.product != nil { _ = try context.catalogue().product(named: profile.product.name) }
    return try resolve(
      profile, yaml: run.profile, file: file, suites: suites, imageDigest: run.image,
      derived: profile.product.name, in: context)
  }

  private static func resolve(
    _ profile: EnvironmentProfile, yaml: String, file: String, suites names: [String],
    imageDigest: String?, derived: String?, in context: Context
  ) throws -> RunInputs {
    var profile = profile
    let own = profile.suites
    if !names.isEmpty { profile.suites = names }
    let catalogue = try context.catalogue()
    try ProfileDocument.check(profile, file: file, against: catalogue, derived: derived)
    let product = try catalogue.product(of: profile)
    let companions = try catalogue.companions(of: profile)
    let topology = try Topology(profile, companions: companions)
    var assembly = NodeAssembly(
      profile: profile, product: product, companions: companions, topology: topology,
      catalogue: catalogue, store: ImageStore(home: context.home), productImage: imageDigest)
    let closed = try assembly.closedRoles()
    func fitting(_ names: [String]) throws -> ([Suite], [TestResult]) {
      applicable(
        try names.map { try catalogue.suite(named: $0) }, product: profile.product.name,
        protocols: profile.protocols, roles: Set(topology.nodes.map(\.role)), closed: closed)
    }
    let (suites, rows) = try fitting(profile.suites)
    // Nodes have the tools of all of the profile's suites, whichever are run: it is one environment,
    // with one ready state.
    assembly.suites = try fitting(own + profile.suites.filter { !own.contains($0) }).0
    var inputs = RunInputs(
      profile: profile, yaml: yaml, product: product, companions: companions, topology: topology,
      nodes: try topology.nodes.map { try assembly.plan($0) },
      suites: suites, notApplicable: rows)
    inputs.profile.fidelity =
      inputs.main?.isClosed == true
      ? Fidelity.unseen(profile.fidelity)
      : Fidelity.observed(
        profile.fidelity, product: try inputs.installed(in: context.home), facts: [])
    return inputs
  }

  /// The same environment, in which no suite is run.
  func withoutSuites(done: String) -> RunInputs {
    var inputs = self
    inputs.suites = []
    inputs.notApplicable = []
    inputs.done = done
    return inputs
  }

  /// The product's own node.
  var main: NodePlan? { nodes.first { $0.node.name == EnvironmentProfile.productNode } }

  /// What a run says that has no test to run.
  var idle: String {
    if let done {
      return product.absence.map { "\($0): \(done) without it" } ?? "\(done), without suites"
    }
    guard suites.isEmpty else { return "no test was applicable" }
    return product.absence.map { "\($0): built without it, no suite applies" }
      ?? "no suite applies to the protocols of this profile"
  }

  /// The product's version, where the layer that it is installed in is there already.
  private func installed(in home: Home) throws -> VersionFound? {
    guard let main, let image = main.image else { return nil }
    let store = LayerStore(home: home)
    let layers = try main.layers(on: image.digest).compactMap { try store.manifest($0.digest) }
    return layers.compactMap(\.productVersion).last.map {
      VersionFound(name: product.name, wanted: profile.product.version, running: $0)
    }
  }
}

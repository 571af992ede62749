import CaseModel
import Foundation
import Lab
import Machines
import Record
import Suites

/// The stages of a run, in their order: connect, image, acceleration, layers, then the node's own.
struct Construction: Sendable {
  let runner: CaseRunner
  let record: RunRecord
  let stages: Stages

  private var context: Context { runner.context }
  private var inputs: RunInputs { runner.inputs }
  private var store: RecordStore { runner.store }

  func perform() async throws -> (RunRecord.Outcome, String?) {
    var record = record
    let hypervisor = try await stages.stage("connect", context.uri) {
      try await context.hypervisor()
    }
    defer { Task { await hypervisor.close() } }
    record.host = try await hypervisor.facts()
    var images: [String: ImageManifest] = [:]
    for plan in inputs.nodes where images[plan.recipe.name] == nil {
      images[plan.recipe.name] = try await ensureImage(plan)
    }
    guard let main = inputs.main, let image = images[main.recipe.name] else {
      throw CaselabError(.labFailed, "the environment has no node of the product")
    }
    record.image = image.digest
    record.imageName = image.name
    let acceleration = try await decideAcceleration(
      hypervisor, source(of: image.isClosed ? images.values.first { !$0.isClosed } ?? image : image)
    )
    record.host.acceleration = acceleration.rawValue
    record.fidelity = inputs.profile.fidelity
    try store.update(record)
    let hosted = try await HostedFiles(
      on: hypervisor, uri: context.uri, home: context.home, homeTag: store.homeTag, ledger: store,
      note: { await stages.note($0) })
    let keeper = NodeKeeper(
      hypervisor: hypervisor, uri: context.uri, ledger: store, acceleration: acceleration,
      limits: runner.limits, hosted: hosted, note: { await stages.note($0) })
    let chains = inputs.nodes.compactMap { plan in
      images[plan.recipe.name].map { image in
        LayerWork.Chain(
          plan: plan, source: source(of: image), recipes: plan.layers(on: image.digest))
      }
    }
    let made = try await LayerWork(home: context.home) { recipe, source, plan in
      try await ensureLayer(recipe, on: source, plan, keeper: keeper)
    }.perform(chains)
    let built = try chains.map { chain in
      let layers = chain.recipes.compactMap { made[$0.digest] }
      for (layer, cached) in layers
      where !record.layers.contains(where: { $0.digest == layer.digest }) {
        record.layers.append(LayerUse(name: layer.name, digest: layer.digest, cached: cached))
      }
      return try builtNode(chain, layers.map(\.layer), images)
    }
    record.environment = RunEnvironment(inputs.topology, built)
    try store.update(record)
    if let hosted { try await transfer(built, by: hosted, for: record) }
    var layout = try EnvironmentLayout(
      profile: inputs.profile, product: inputs.product, companions: inputs.companions,
      run: record.number)
    layout.hasSink = hosted == nil
    let visit = EnvironmentVisit(
      runner: runner, stages: stages, keeper: keeper, layout: layout, built: built,
      recipe: try recipe(layout, built, record.host, hypervisor))
    return try await visit.perform(record)
  }

  private func builtNode(
    _ chain: LayerWork.Chain, _ layers: [LayerManifest], _ images: [String: ImageManifest]
  ) throws -> BuiltNode {
    let (plan, store) = (chain.plan, LayerStore(home: context.home))
    guard let image = images[plan.recipe.name] else {
      throw CaselabError(.labFailed, "image \"\(plan.recipe.name)\" is gone")
    }
    let disks = [chain.source.disk] + layers.map { store.disk($0.digest) }
    var top = chain.source.on(disks[disks.count - 1])
    if plan.node.role == .product { top = try top.adding(inputs.profile.system.kernelArguments) }
    return BuiltNode(
      plan: plan, image: image, source: top, top: layers.last?.digest ?? image.digest,
      disks: disks, version: layers.last { $0.productVersion != nil })
  }

  /// Nil when the environment is to be booted, or can only be.
  private func recipe(
    _ layout: EnvironmentLayout, _ built: [BuiltNode], _ host: HostFacts,
    _ hypervisor: any Hypervisor
  ) throws -> ReadyStateRecipe? {
    guard !runner.isCold else { return nil }
    if let why = hypervisor.cannotSave {
      runner.progress.say("  no ready state: \(why)")
      return nil
    }
    if let other = built.first(where: { $0.image.access != nil }) {
      runner.progress.say(
        "  no ready state: node \"\(other.plan.node.name)\" has no guest agent (access: \(other.image.access?.text ?? ""))"
      )
      return nil
    }
    if let windows = built.first(where: \.image.os.isWindows) {
      runner.progress.say("  no ready state: node \"\(windows.plan.node.name)\" has Windows")
      return nil
    }
    let recipe = try ReadyStateRecipe(
      layout,
      built.map { .init(plan: $0.plan, source: $0.source, top: $0.top, disks: $0.disks) },
      host: host, place: .current(host))
    let reason = try ReadyStateReason(store: store, states: ReadyStateStore(home: context.home))
      .whyBooted(runner.id, run: record.number, recipe.digest, recipe.inputs)
    if let reason { runner.progress.say("  \(reason)") }
    return recipe
  }

  private func source(of image: ImageManifest) -> BootSource {
    BootSource(image: image, folder: ImageStore(home: context.home).folder(of: image))
  }

  private func ensureImage(_ plan: NodePlan) async throws -> ImageManifest {
    try await stages.stage("image", plan.image?.name ?? "\(plan.recipe.name) (to be made)") {
      if let image = plan.image { return image }
      let images = ImageStore(home: context.home)
      return try await ImageMaker(images: images, home: context.home)
        .make(plan.recipe) { await stages.note($0) }
    }
  }

  private func decideAcceleration(
    _ hypervisor: any Hypervisor, _ source: BootSource
  ) async throws -> Acceleration {
    let proof = AccelerationProof(
      hypervisor: hypervisor, uri: context.uri, findings: StoredFindings(store: store),
      ledger: store, home: context.home, limits: runner.limits)
    return try await stages.stage("acceleration", "KVM or emulation") {
      let (acceleration, why) = try await proof.acceleration(
        booting: source, homeTag: store.homeTag, note: { await stages.note($0) })
      runner.progress.say("  \(acceleration == .kvm ? "KVM" : "emulation"): \(why)")
      return acceleration
    }
  }

  private func ensureLayer(
    _ recipe: LayerRecipe, on source: BootSource, _ plan: NodePlan, keeper: NodeKeeper
  ) async throws -> (LayerManifest, cached: Bool) {
    let cached = try LayerStore(home: context.home).manifest(recipe.digest)
    return try await stages.stage(
      "layer \(recipe.name)", cached == nil ? "to be built" : "cached"
    ) {
      if let cached { return (cached, true) }
      let builder = LayerBuilder(
        home: context.home, keeper: keeper, ledger: store, usesChroot: context.buildsInChroot,
        note: { await stages.note($0) }, say: { runner.progress.say("  \($0)") })
      let owner = Owner(
        home: store.homeTag, caseKey: runner.id.key, run: record.number, node: recipe.name)
      return (
        try await builder.layer(
          recipe, from: source, owner: owner, size: plan.buildSize), false
      )
    }
  }
}

/// The record's findings on KVM, as the lab asks for them.
struct StoredFindings: AccelerationFindings {
  let store: RecordStore

  func kvmWorks(on host: HostFacts) async throws -> Bool? {
    try store.accelerationFinding(
      host: host.hostname, kernel: host.kernel, qemu: host.qemu)?.works
  }

  func record(kvmWorks: Bool, on host: HostFacts, why: String) async throws {
    try store.setAccelerationFinding(
      host: host.hostname, kernel: host.kernel, qemu: host.qemu,
      AccelerationFinding(works: kvmWorks, why: why, foundAt: Timestamp.now()))
  }
}

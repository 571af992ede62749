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
    let image = try await ensureImage()
    let folder = ImageStore(home: context.home).folder(of: image)
    let source = BootSource(image: image, folder: folder)
    record.image = image.digest
    record.imageName = image.name
    let acceleration = try await decideAcceleration(hypervisor, source)
    record.host.acceleration = acceleration.rawValue
    record.fidelity = inputs.profile.fidelity
    try store.update(record)
    let keeper = NodeKeeper(
      hypervisor: hypervisor, uri: context.uri, ledger: store, acceleration: acceleration,
      limits: runner.limits)
    var top = source
    var version: LayerManifest?
    for recipe in LayerRecipe.chain(
      on: image.digest, profile: inputs.profile, product: inputs.product, suites: inputs.suites)
    {
      let (layer, cached) = try await ensureLayer(recipe, on: top, keeper: keeper)
      record.layers.append(LayerUse(name: layer.name, digest: layer.digest, cached: cached))
      top = source.on(LayerStore(home: context.home).disk(layer.digest))
      if layer.productVersion != nil { version = layer }
    }
    try store.update(record)
    let visit = NodeVisit(
      runner: runner, stages: stages, keeper: keeper, image: image, version: version)
    return try await visit.perform(record, from: top)
  }

  private func ensureImage() async throws -> ImageManifest {
    try await stages.stage("image", inputs.image?.name ?? "\(inputs.recipe.name) (to be made)") {
      if let image = inputs.image { return image }
      let images = ImageStore(home: context.home)
      return try await ImageMaker(images: images, home: context.home)
        .make(inputs.recipe) { await stages.note($0) }
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
    _ recipe: LayerRecipe, on source: BootSource, keeper: NodeKeeper
  ) async throws -> (LayerManifest, cached: Bool) {
    let cached = try LayerStore(home: context.home).manifest(recipe.digest)
    return try await stages.stage(
      "layer \(recipe.name)", cached == nil ? "to be built" : "cached"
    ) {
      if let cached { return (cached, true) }
      let builder = LayerBuilder(
        home: context.home, keeper: keeper, ledger: store, note: { await stages.note($0) })
      let owner = Owner(
        home: store.homeTag, caseKey: runner.id.key, run: record.number, node: recipe.name)
      return (
        try await builder.layer(
          recipe, from: source, owner: owner, size: inputs.profile.node), false
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

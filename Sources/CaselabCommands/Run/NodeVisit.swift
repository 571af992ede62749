import CaseModel
import Foundation
import Lab
import Machines
import Profiling
import Record
import Suites

/// A case's node from boot to tear-down: configure, health, verify, suites, collect.
struct NodeVisit: Sendable {
  let runner: CaseRunner
  let stages: Stages
  let keeper: NodeKeeper
  let image: ImageManifest
  /// The layer that the product was installed in; nil when there is none.
  let version: LayerManifest?

  private var inputs: RunInputs { runner.inputs }
  private var store: RecordStore { runner.store }

  func perform(
    _ record: RunRecord, from source: BootSource
  ) async throws -> (RunRecord.Outcome, String?) {
    let owner = Owner(
      home: store.homeTag, caseKey: runner.id.key, run: record.number, node: "product")
    let folder = runner.context.home.run(record.number, of: runner.id)
    let resource = LabResource(kind: .folder, name: folder, owner: owner)
    try await store.willCreate(resource)
    try Folder.create(folder)
    let shelf = ArtifactShelf(store: store, run: record.runName, folder: folder)
    do {
      let node = try await boot(owner, source, folder: folder)
      let (result, failure) = await use(node, record, shelf: shelf)
      let outcome = result?.0 ?? CaseRunner.outcome(of: failure ?? CancellationError()).0
      try await leave(node, resource, outcome: outcome, record: record)
      if let failure { throw failure }
      return result ?? (.labFailed, nil)
    } catch {
      // Kept by `leave` or not: without a machine the folder has nothing that anybody needs.
      try? await Shield.run {
        await shelf.keep(console: folder + "/console.log")
        // A machine that was kept up, or is out of reach, still needs its disk.
        guard await keeper.isGone(owner) else { return }
        try Folder.remove(folder)
        try await store.didRemove(resource)
      }
      throw error
    }
  }

  private func boot(_ owner: Owner, _ source: BootSource, folder: String) async throws -> Node {
    let node = inputs.profile.node
    return try await stages.stage(
      "boot", "\(image.name), \(node.memoryMiB) MiB, waiting for the guest's agent"
    ) {
      try await keeper.start(
        owner, title: "\(runner.id) product", size: node, from: source, in: folder, uplink: false)
    }
  }

  /// Everything between boot and tear-down; artifacts are collected whatever happens.
  private func use(
    _ node: Node, _ record: RunRecord, shelf: ArtifactShelf
  ) async -> ((RunRecord.Outcome, String?)?, (any Error)?) {
    var result: (RunRecord.Outcome, String?)?
    var failure: (any Error)?
    do {
      result = try await work(node, record, shelf: shelf)
    } catch {
      failure = error
    }
    do {
      // Also after Ctrl-C or a deadline: the evidence goes before the machine does.
      let isGone = await keeper.isGone(node.machine.owner)
      try await Shield.run {
        await shelf.keep(console: node.consoleLog)
        if !isGone { try await collect(node, shelf: shelf) }
      }
    } catch {
      if failure == nil { failure = error }
    }
    return (result, failure)
  }

  private func work(
    _ node: Node, _ record: RunRecord, shelf: ArtifactShelf
  ) async throws -> (RunRecord.Outcome, String?) {
    var record = record
    await shelf.keep(definition: try await node.machine.definition())
    let deployment = Deployment(
      profile: inputs.profile, product: inputs.product, version: version?.packageVersion,
      productVersion: version?.productVersion, guest: node.guest, limits: runner.limits,
      note: { await stages.note($0) })
    try await stages.stage(
      "configure",
      inputs.product.isAbsent ? "the machine" : "\(inputs.product.title) from the profile"
    ) {
      try await deployment.configure(run: record.number)
    }
    let checks = InstallationChecks(
      inputs: inputs, image: image, guest: node.guest, deployment: deployment, stages: stages)
    let (found, facts, tests) = try await checks.perform()
    record.product = found
    record.fidelity = Fidelity.observed(record.fidelity, product: found, facts: facts)
    try store.update(record)
    try store.add(facts: facts, to: record.runName)
    try store.add(tests: tests + inputs.notApplicable, to: record.runName)
    var results = tests
    for suite in inputs.suites {
      let outcome = try await run(suite, in: node, deployment: deployment, shelf: shelf)
      try store.add(tests: outcome.tests, to: record.runName)
      results += outcome.tests
    }
    return Self.verdict(results, idle: inputs.idle)
  }

  private func run(
    _ suite: Suite, in node: Node, deployment: Deployment, shelf: ArtifactShelf
  ) async throws -> SuiteOutcome {
    try await stages.stage("suite \(suite.name)", suite.title) {
      let folder = node.folder + "/suites/" + suite.name
      try Folder.create(folder)
      let outcome = try await SuiteRunner(suite: suite).run(
        in: node.guest, workFolder: folder, environment: deployment.suiteEnvironment,
        note: { await stages.note($0) })
      await shelf.keep(outcome, of: suite)
      return outcome
    }
  }

  private func collect(_ node: Node, shelf: ArtifactShelf) async throws {
    try await stages.stage("collect", "logs, configuration, journal, packages") {
      let collection = Collection(
        guest: node.guest, limits: runner.limits, folder: node.folder + "/collected")
      let (files, problems) = try await collection.collect(
        product: inputs.product, suites: inputs.suites)
      for problem in problems {
        runner.progress.say("  not collected: \(problem.printable(limit: 300))")
      }
      for file in files { await shelf.keep(file) }
    }
  }

  /// Takes the environment down, or writes down that and how long it stays up.
  private func leave(
    _ node: Node, _ folder: LabResource, outcome: RunRecord.Outcome, record: RunRecord
  ) async throws {
    let wanted =
      runner.keep == .always
      || (runner.keep == .onFailure && outcome != .passed && outcome != .interrupted)
    if wanted, await !keeper.isGone(node.machine.owner) {
      let expires = Date(timeIntervalSinceNow: Double(runner.lifetime))
      try store.keep(
        KeptEnvironment(
          run: record.runName, machine: node.machine.name, uuid: node.machine.uuid,
          uri: runner.context.uri, folder: node.folder, keptAt: Timestamp.now(),
          expiresAt: Timestamp.text(expires)))
      runner.progress.say(
        "  kept up until \(Wording.time(Timestamp.text(expires))) UTC: caselab shell \(runner.id), caselab down \(runner.id)"
      )
      return
    }
    try await Shield.run {
      try await stages.stage("tear down", node.machine.name) {
        try await keeper.destroy(node.machine)
        try Folder.remove(node.folder)
        try await store.didRemove(folder)
      }
    }
  }

  /// - Parameter idle: what is said where nothing ran.
  static func verdict(
    _ tests: [TestResult], idle: String
  ) -> (RunRecord.Outcome, String?) {
    let bad = tests.filter(\.status.isBad)
    guard bad.isEmpty else {
      return (.failed, "\(bad.count) of \(tests.count) tests failed")
    }
    guard tests.contains(where: { $0.status == .passed && $0.suite != InstallationChecks.suite })
    else {
      return (.nothingRan, idle)
    }
    return (.passed, nil)
  }
}

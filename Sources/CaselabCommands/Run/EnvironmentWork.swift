import CaseModel
import Foundation
import Lab
import Machines
import Profiling
import Record
import Suites

/// What is done with an environment that runs: configure, start, verify, check, suites, collect.
struct EnvironmentWork: Sendable {
  let runner: CaseRunner
  let stages: Stages
  let layout: EnvironmentLayout
  /// In the order in which they are configured.
  let nodes: [UpNode]
  let shelf: ArtifactShelf

  private var inputs: RunInputs { runner.inputs }
  private var store: RecordStore { runner.store }

  func perform(_ record: RunRecord) async throws -> (RunRecord.Outcome, String?) {
    for node in nodes {
      await shelf.keep(definition: try await node.node.machine.definition(), of: node.built.plan)
    }
    var results = try await deploy()
    try await verify(record)
    results += try await EnvironmentChecks(nodes: nodes, stages: stages).perform(layout)
    try store.add(tests: results + inputs.notApplicable, to: record.runName)
    for suite in inputs.suites {
      guard let node = nodes.first(where: { $0.built.plan.suites.contains(suite) }) else {
        continue
      }
      let outcome = try await run(suite, in: node)
      try store.add(tests: outcome.tests, to: record.runName)
      results += outcome.tests
    }
    return Verdict.of(results, idle: inputs.idle)
  }

  /// Node by node, each after those that it relies on and with what they share.
  private func deploy() async throws -> [TestResult] {
    try await stages.stage("prepare", "names, links, certificates") { try await prepare() }
    var shared: [SharedFile] = []
    var results: [TestResult] = []
    for node in nodes {
      let what = inputs.product.isAbsent && node.role == .product ? "the machine" : node.title
      try await stages.stage("configure\(of(node))", "\(what) from the profile") {
        try await node.deployment.receive(shared)
        try await node.deployment.configure()
      }
      if node.isMain {
        let checks = InstallationChecks(inputs: inputs, layout: layout, up: node, stages: stages)
        results += [try await checks.start()].compactMap { $0 }
      } else if node.role != .product || !inputs.product.isAbsent {
        try await start(node)
      }
      shared += try await node.deployment.shared()
    }
    return results
  }

  /// One node makes the case's authority; then all others at once.
  private func prepare() async throws {
    guard let first = nodes.first else { return }
    let authority = try await first.deployment.prepare(authority: [])
    try await withThrowingTaskGroup(of: Void.self) { group in
      for node in nodes.dropFirst() {
        group.addTask { _ = try await node.deployment.prepare(authority: authority) }
      }
      try await group.waitForAll()
    }
  }

  /// What stands around the product is the lab's: when it does not come up, nothing is proven.
  private func start(_ node: UpNode) async throws {
    try await stages.stage("start\(of(node))", "\(node.title), until it is healthy") {
      if let problem = try await node.deployment.start() {
        throw CaselabError(
          .labFailed, "node \"\(node.name)\" (\(node.title)) does not come up: \(problem)",
          hint: "correct nodes.\(node.name) in the profile: caselab profile edit \(runner.id)")
      }
    }
  }

  private func of(_ node: UpNode) -> String { nodes.count == 1 ? "" : " \(node.name)" }

  private func verify(_ record: RunRecord) async throws {
    guard let main = nodes.first(where: \.isMain) else { return }
    var record = record
    let checks = InstallationChecks(inputs: inputs, layout: layout, up: main, stages: stages)
    let (found, facts) = try await checks.verify()
    record.product = found
    record.fidelity = Fidelity.observed(record.fidelity, product: found, facts: facts)
    try store.update(record)
    try store.add(facts: facts, to: record.runName)
    for node in nodes {
      guard let companion = node.built.plan.deployable as? Companion else { continue }
      let verification = Verification(
        layout, node: node.built.plan.node, guest: node.node.guest,
        environment: node.deployment.environment)
      let fact = try await verification.fact(of: companion, os: node.built.image.os)
      try store.add(facts: [fact], to: record.runName)
    }
  }

  private func run(_ suite: Suite, in node: UpNode) async throws -> SuiteOutcome {
    try await stages.stage(
      "suite \(suite.name)", suite.title + (node.isMain ? "" : ", in \(node.name)")
    ) {
      let folder = node.node.folder + "/suites/" + suite.name
      try Folder.create(folder)
      let outcome = try await SuiteRunner(suite: suite).run(
        in: node.node.guest, workFolder: folder, environment: node.deployment.environment,
        note: { await stages.note($0) })
      await shelf.keep(outcome, of: suite)
      return outcome
    }
  }

  /// Consoles always; logs and configuration of the machines that are still there.
  func collect(_ keeper: NodeKeeper) async throws {
    for node in nodes { await shelf.keep(console: node.node.consoleLog, of: node.built.plan) }
    try await stages.stage("collect", "logs, configuration, journal, packages") {
      for node in nodes where await !keeper.isGone(node.node.machine.owner) {
        let collection = Collection(
          guest: node.node.guest, limits: runner.limits, folder: node.node.folder + "/collected")
        let (files, problems) = try await collection.collect(
          node.built.plan.deployable, suites: node.built.plan.suites)
        for problem in problems {
          runner.progress.say("  not collected\(of(node)): \(problem.printable(limit: 300))")
        }
        for file in files { await shelf.keep(file, of: node.built.plan) }
      }
      await shelf.keepLinks(of: layout.topology)
      try await noteAttempts(keeper)
    }
  }

  /// What tried to leave goes into the record, and is said.
  private func noteAttempts(_ keeper: NodeKeeper) async throws {
    let folder = EnvironmentLinks.folder(inRun: shelf.folder)
    guard !layout.topology.isAlone, let seen = try? Attempts.read(folder: folder).attempts,
      var run = try store.run(shelf.run.caseID, shelf.run.number), !seen.isEmpty
    else { return }
    var traces: [String: ConnectionTrace] = [:]
    for node in nodes where await !keeper.isGone(node.node.machine.owner) {
      traces[node.name] = try? await node.deployment.connections()
    }
    run.environment?.attempts = seen.map { attempt in
      var row = RunEnvironment.Attempt(attempt)
      row.process = ConnectionTrace.process(behind: attempt, in: traces)
      return row
    }
    try store.update(run)
    let nodes = Set(seen.map(\.node)).sorted().joined(separator: ", ")
    runner.progress.say("  tried to leave and could not: \(nodes); see the report")
  }
}

extension RunEnvironment.Attempt {
  init(_ attempt: Lab.Attempt) {
    let port = attempt.port.map { ":\($0)" } ?? ""
    let place = "\(attempt.protocol.rawValue) \(attempt.address)\(port)"
    self.init(
      node: attempt.node, target: attempt.name.map { "name \($0)" } ?? place,
      count: attempt.count, first: attempt.first, last: attempt.last)
  }
}

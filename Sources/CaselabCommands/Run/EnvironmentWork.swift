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
  let nodes: UpNodes
  let shelf: ArtifactShelf

  private var inputs: RunInputs { runner.inputs }
  private var store: RecordStore { runner.store }

  /// Makes machines that have just booted the customer's installation, and proves it.
  func bringUp(_ record: RunRecord) async throws -> ReadyStateManifest.Findings {
    var findings = ReadyStateManifest.Findings()
    findings.tests = try await deploy()
    (findings.product, findings.facts) = try await verify()
    findings.tests += try await EnvironmentChecks(nodes: nodes.all, stages: stages).perform(layout)
    try note(findings, in: record)
    return findings
  }

  /// Records what was found of the environment, now or when its ready state was made.
  func note(_ findings: ReadyStateManifest.Findings, in record: RunRecord) throws {
    var record = record
    record.product = findings.product
    record.fidelity = Fidelity.observed(
      record.fidelity, product: findings.product, facts: findings.facts)
    record.environment?.attempts = findings.attempts
    try store.update(record)
    try store.add(facts: findings.facts, to: record.runName)
    try store.add(tests: findings.tests, to: record.runName)
  }

  /// Node by node, each after those that it relies on and with what they share.
  func deploy() async throws -> [TestResult] {
    let nodes = nodes.all
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
    let nodes = nodes.all
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

  private func of(_ node: UpNode) -> String { nodes.all.count == 1 ? "" : " \(node.name)" }

  private func verify() async throws -> (VersionFound?, [VerifiedFact]) {
    guard let main = nodes.main else { return (nil, []) }
    let checks = InstallationChecks(inputs: inputs, layout: layout, up: main, stages: stages)
    var (found, facts) = try await checks.verify()
    for node in nodes.all {
      guard let companion = node.built.plan.deployable as? Companion else { continue }
      let verification = Verification(
        layout, node: node.built.plan.node, guest: node.node.guest,
        environment: node.deployment.environment)
      facts.append(try await verification.fact(of: companion, os: node.built.image.os))
    }
    return (found, facts)
  }

  /// Copies the files of each suite to where it runs.
  ///
  /// - Returns: their digests, by the suite's name.
  func placeSuites() async throws -> [String: String] {
    var placed: [String: String] = [:]
    for node in nodes.all {
      for suite in node.built.plan.suites {
        let runner = SuiteRunner(suite: suite)
        try await runner.place(in: node.node.guest)
        placed[suite.name] = try runner.digest()
      }
    }
    return placed
  }

  func run(_ suite: Suite, in node: UpNode, isPlaced: Bool) async throws -> SuiteOutcome {
    try await stages.stage(
      "suite \(suite.name)", suite.title + (node.isMain ? "" : ", in \(node.name)")
    ) {
      let folder = node.node.folder + "/suites/" + suite.name
      try Folder.create(folder)
      let outcome = try await SuiteRunner(suite: suite).run(
        in: node.node.guest, isPlaced: isPlaced, workFolder: folder,
        environment: node.deployment.environment,
        note: { await stages.note($0) })
      await shelf.keep(outcome, of: suite)
      return outcome
    }
  }

  /// Consoles always; logs and configuration of the machines that are still there.
  ///
  /// - Parameter suite: the one that ran, when another follows that starts anew.
  func collect(_ keeper: NodeKeeper, after suite: Suite? = nil) async throws {
    let all = nodes.all
    for node in all { await shelf.keep(console: node.node.consoleLog, of: node.built.plan) }
    let what = "logs, configuration, journal, packages"
    try await stages.stage("collect", suite.map { "\(what) after \($0.name)" } ?? what) {
      for node in all where await !keeper.isGone(node.node.machine.owner) {
        if let definition = try? await node.node.machine.definition() {
          await shelf.keep(definition: definition, of: node.built.plan)
        }
        let collection = Collection(
          guest: node.node.guest, limits: runner.limits, folder: node.node.folder + "/collected")
        let (files, problems) = try await collection.collect(
          node.built.plan.deployable, suites: node.built.plan.suites)
        for problem in problems {
          runner.progress.say("  not collected\(of(node)): \(problem.printable(limit: 300))")
        }
        for file in files { await shelf.keep(file, of: node.built.plan, after: suite) }
      }
      await shelf.keepLinks(of: layout.topology)
      try await noteAttempts(keeper)
    }
  }

  /// What tried to leave goes into the record, and is said.
  private func noteAttempts(_ keeper: NodeKeeper) async throws {
    let seen = try await attempts(keeper)
    guard var run = try store.run(shelf.run.caseID, shelf.run.number), !seen.isEmpty else { return }
    let known = run.environment?.attempts ?? []
    run.environment?.attempts =
      known.filter { old in !seen.contains { $0.node == old.node && $0.target == old.target } }
      + seen
    try store.update(run)
    let nodes = Set(seen.map(\.node)).sorted().joined(separator: ", ")
    runner.progress.say("  tried to leave and could not: \(nodes); see the report")
  }

  /// What the links' switch has seen leave so far, with the processes behind it.
  func attempts(_ keeper: NodeKeeper) async throws -> [RunEnvironment.Attempt] {
    let folder = EnvironmentLinks.folder(inRun: shelf.folder)
    guard !layout.topology.isAlone, let seen = try? Attempts.read(folder: folder).attempts,
      !seen.isEmpty
    else { return [] }
    var traces: [String: ConnectionTrace] = [:]
    for node in nodes.all where await !keeper.isGone(node.node.machine.owner) {
      traces[node.name] = try? await node.deployment.connections()
    }
    return seen.map { attempt in
      var row = RunEnvironment.Attempt(attempt)
      row.process = ConnectionTrace.process(behind: attempt, in: traces)
      return row
    }
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

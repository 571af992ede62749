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

  var inputs: RunInputs { runner.inputs }
  var store: RecordStore { runner.store }

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
    for node in nodes where !node.isClosed {
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
    for node in nodes where node.isClosed { results += try await waitUntilSeen(node) }
    return results
  }

  /// One node makes the case's authority; then all others at once.
  private func prepare() async throws {
    let nodes = nodes.all.filter { !$0.isClosed }
    // Windows makes none.
    let maker = nodes.first { $0.node.guest.system == .posix }
    let authority = try await maker?.deployment.prepare(authority: []) ?? []
    try await withThrowingTaskGroup(of: Void.self) { group in
      for node in nodes where node.name != maker?.name {
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

  func of(_ node: UpNode) -> String { nodes.all.count == 1 ? "" : " \(node.name)" }

  private func verify() async throws -> (VersionFound?, [VerifiedFact]) {
    guard let main = nodes.main else { return (nil, []) }
    let checks = InstallationChecks(inputs: inputs, layout: layout, up: main, stages: stages)
    var (found, facts) = main.isClosed ? (nil, try await unseen(main)) : try await checks.verify()
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
}

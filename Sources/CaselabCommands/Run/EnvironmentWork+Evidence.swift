import CaseModel
import Lab
import Machines
import Suites

/// What is kept of an environment: logs, configuration, consoles, and what tried to leave it.
extension EnvironmentWork {
  /// Consoles always; logs and configuration of the machines that are still there.
  ///
  /// - Parameter suite: the one that ran, when another follows that starts anew.
  func collect(_ keeper: NodeKeeper, after suite: Suite? = nil) async throws {
    let all = nodes.all
    for node in all {
      try? await keeper.fetchConsole(of: node.node.machine, in: node.node.folder)
      await shelf.keep(console: node.node.consoleLog, of: node.built.plan)
    }
    let what = "logs, configuration, journal, packages"
    try await stages.stage("collect", suite.map { "\(what) after \($0.name)" } ?? what) {
      for node in all where await !keeper.isGone(node.node.machine.owner) {
        if let definition = try? await node.node.machine.definition() {
          await shelf.keep(definition: definition, of: node.built.plan)
        }
        guard !node.isClosed else { continue }
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
    for node in nodes.all {
      guard !node.isClosed, await !keeper.isGone(node.node.machine.owner) else { continue }
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

import CaseModel
import Foundation
import Lab
import Machines
import Record
import Suites

/// What happens to an environment while it is up: booted and proven, or gone on from its ready state;
/// then its suites, each from the start that the first one had; then the evidence.
struct EnvironmentCourse: Sendable {
  let visit: EnvironmentVisit
  let record: RunRecord
  let folder: String
  let shelf: ArtifactShelf
  let nodes = UpNodes([])

  private var runner: CaseRunner { visit.runner }
  private var stages: Stages { visit.stages }
  private var work: EnvironmentWork {
    EnvironmentWork(
      runner: runner, stages: stages, layout: visit.layout, nodes: nodes, shelf: shelf)
  }

  /// What came of it, or why it ended; throws only when no node came up.
  func perform() async throws -> ((RunRecord.Outcome, String?)?, (any Error)?) {
    let links = try await visit.links(folder)
    let start = try await start(links)
    var result: (RunRecord.Outcome, String?)?
    var failure: (any Error)?
    do {
      result = try await use(start, links)
    } catch {
      failure = error
    }
    guard !nodes.all.isEmpty else { return (result, failure) }
    do {
      // Also after Ctrl-C or a deadline: the evidence goes before the machines do.
      try await Shield.run { try await work.collect(visit.keeper) }
    } catch {
      if failure == nil { failure = error }
    }
    return (result, failure)
  }

  private enum Start {
    case restored(ReadyStateManifest)
    /// The lock is held by the one who is to make the ready state.
    case booted(FileLock?)
  }

  private func start(_ links: EnvironmentLinks?) async throws -> Start {
    if runner.isWarming, let state = known { return .restored(state) }
    guard let recipe = visit.recipe else {
      nodes.replace(with: try await visit.boot(record, links, folder: folder))
      return .booted(nil)
    }
    if let state = try await restore(links) { return .restored(state) }
    let path = runner.context.home.locks + "/ready-" + recipe.digest.dropFirst(7).prefix(16)
    let lock = try await FileLock.acquire(path: path) { holder in
      await stages.note("this environment is being brought up by process \(holder); waiting for it")
    }
    do {
      if let state = try await restore(links) {
        lock.release()
        return .restored(state)
      }
      let isKept = visit.hasRoomToSave(folder)
      nodes.replace(with: try await visit.boot(record, links, folder: folder, isKept: isKept))
      guard isKept else {
        lock.release()
        return .booted(nil)
      }
      return .booted(lock)
    } catch {
      lock.release()
      throw error
    }
  }

  /// Nothing helps against Ctrl-C, and without libvirt nothing boots either.
  private static func canGoOn(after error: any Error) -> Bool {
    !Task.isCancelled && (error as? CaselabError)?.rootCode != .unreachable
  }

  private var known: ReadyStateManifest? {
    visit.recipe.flatMap { ReadyStateStore(home: runner.context.home).manifest($0.digest) }
  }

  /// Nil when there is no ready state, or none that can be gone on from, which is then removed.
  private func restore(_ links: EnvironmentLinks?) async throws -> ReadyStateManifest? {
    let store = ReadyStateStore(home: runner.context.home)
    guard let recipe = visit.recipe, let state = store.manifest(recipe.digest) else { return nil }
    do {
      nodes.replace(with: try await visit.restore(state, record, links, folder: folder))
      store.markUsed(state.digest)
      return state
    } catch  where Self.canGoOn(after: error) {
      runner.progress.say("  not restored, so booted: \(error)")
      try store.remove(state.digest)
      return nil
    }
  }

  private func use(
    _ start: Start, _ links: EnvironmentLinks?
  ) async throws -> (RunRecord.Outcome, String?) {
    var state: ReadyStateManifest?
    var results: [TestResult]
    switch start {
    case .restored(let found):
      state = found
      try work.note(found.findings, in: record.using(found, cached: true))
      results = found.findings.tests
    case .booted(let lock):
      defer { lock?.release() }
      let findings = try await work.bringUp(record)
      results = findings.tests
      if lock != nil, findings.isWell { state = try await save(findings, links) }
      if let state, let run = try runner.store.run(runner.id, record.number) {
        try runner.store.update(run.using(state, cached: false))
      }
    }
    try runner.store.add(tests: runner.inputs.notApplicable, to: record.runName)
    results += try await suites(state, links)
    return Verdict.of(results, idle: runner.inputs.idle)
  }

  /// Each suite begins where the first one began, where there is a way back to there.
  private func suites(
    _ state: ReadyStateManifest?, _ links: EnvironmentLinks?
  ) async throws -> [TestResult] {
    var results: [TestResult] = []
    var placed = state?.suites ?? [:]
    var before: Suite?
    for suite in runner.inputs.suites {
      guard let node = nodes.all.first(where: { $0.built.plan.suites.contains(suite) }) else {
        continue
      }
      if let before, let state {
        try await work.collect(visit.keeper, after: before)
        if try await !reset(state, links) { placed = [:] }
      }
      let name = node.name
      guard let node = nodes.all.first(where: { $0.name == name }) else { continue }
      let digest = try SuiteRunner(suite: suite).digest()
      let outcome = try await work.run(suite, in: node, isPlaced: placed[suite.name] == digest)
      try runner.store.add(tests: outcome.tests, to: record.runName)
      results += outcome.tests
      before = suite
    }
    return results
  }

  /// False when it had to be booted.
  private func reset(
    _ state: ReadyStateManifest, _ links: EnvironmentLinks?
  ) async throws -> Bool {
    try await visit.keeper.destroy(nodes.all.map(\.node.machine))
    nodes.replace(with: [])
    if try await restore(links) != nil { return true }
    nodes.replace(with: try await visit.boot(record, links, folder: folder))
    _ = try await work.deploy()
    return false
  }

  /// Saves the environment and goes on from there, as every later run does.
  private func save(
    _ findings: ReadyStateManifest.Findings, _ links: EnvironmentLinks?
  ) async throws -> ReadyStateManifest? {
    guard let recipe = visit.recipe else { return nil }
    let maker = ReadyStateMaker(home: runner.context.home, keeper: visit.keeper)
    let machines = Dictionary(uniqueKeysWithValues: nodes.all.map { ($0.name, $0.node) })
    do {
      let state = try await stages.stage("save", "a ready state, for every later start") {
        () -> ReadyStateManifest? in
        var findings = findings
        findings.attempts = try await work.attempts(visit.keeper)
        let suites = try await work.placeSuites()
        do {
          try await maker.rehearse(machines, runner.id, run: record.number)
        } catch  where Self.canGoOn(after: error) {
          runner.progress.say("  no ready state: \(error)")
          return nil
        }
        return try await maker.save(
          machines, recipe, findings: findings, suites: suites, in: folder)
      }
      guard let state else { return nil }
      let removal = CacheRemoval(home: runner.context.home)
      try removal.remove(
        removal.readyStates(beyond: runner.context.cacheBudget, keeping: state.digest),
        resources: [])
      if runner.isWarming {
        nodes.replace(with: [])
        return state
      }
      if try await restore(links) != nil { return state }
    } catch  where Self.canGoOn(after: error) {
      runner.progress.say("  no ready state, so booted again: \(error)")
      try await visit.keeper.destroy(nodes.all.map(\.node.machine))
    }
    nodes.replace(with: try await visit.boot(record, links, folder: folder))
    _ = try await work.deploy()
    return nil
  }
}

extension RunRecord {
  /// With a ready state as its topmost layer.
  func using(_ state: ReadyStateManifest, cached: Bool) -> RunRecord {
    var record = self
    record.layers.append(LayerUse(name: "ready-state", digest: state.digest, cached: cached))
    return record
  }
}

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

  var runner: CaseRunner { visit.runner }
  var stages: Stages { visit.stages }
  var work: EnvironmentWork {
    EnvironmentWork(
      runner: runner, stages: stages, layout: visit.layout, nodes: nodes, shelf: shelf)
  }

  /// What came of it, or why it ended; throws only when no node came up.
  func perform() async throws -> ((RunRecord.Outcome, String?)?, (any Error)?) {
    let links = try await visit.links(record, folder)
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
}

extension RunRecord {
  /// With a ready state as its topmost layer.
  func using(_ state: ReadyStateManifest, cached: Bool) -> RunRecord {
    var record = self
    record.layers.append(
      LayerUse(name: ReadyStateManifest.layerName, digest: state.digest, cached: cached))
    return record
  }
}

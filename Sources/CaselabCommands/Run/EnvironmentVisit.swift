import CaseModel
import Foundation
import Lab
import Machines
import Profiling
import Record
import Suites

/// An environment from the boot of its nodes to its tear-down.
struct EnvironmentVisit: Sendable {
  let runner: CaseRunner
  let stages: Stages
  let keeper: NodeKeeper
  let layout: EnvironmentLayout
  /// In the order in which they are configured.
  let built: [BuiltNode]

  private var store: RecordStore { runner.store }

  func perform(_ record: RunRecord) async throws -> (RunRecord.Outcome, String?) {
    let folder = runner.context.home.run(record.number, of: runner.id)
    let resource = LabResource(
      kind: .folder, name: folder, owner: owner(EnvironmentProfile.productNode, record))
    try await store.willCreate(resource)
    try Folder.create(folder)
    let shelf = ArtifactShelf(
      store: store, run: record.runName, folder: folder, progress: runner.progress)
    do {
      let nodes = try await boot(record, folder: folder)
      let (result, failure) = await use(nodes, record, shelf: shelf)
      let outcome = result?.0 ?? CaseRunner.outcome(of: failure ?? CancellationError()).0
      try await leave(nodes, resource, outcome: outcome, record: record)
      if let failure { throw failure }
      return result ?? (.labFailed, nil)
    } catch {
      // Kept by `leave` or not: without a machine the folder has nothing that anybody needs.
      try? await Shield.run {
        for each in built {
          await shelf.keep(console: folder + "/\(each.plan.node.name)/console.log", of: each.plan)
        }
        // A machine that was kept up, or is out of reach, still needs its disk.
        for each in built {
          guard await keeper.isGone(owner(each.plan.node.name, record)) else { return }
        }
        try await EnvironmentLinks.stop(inRun: folder)
        try Folder.remove(folder)
        try await store.didRemove(resource)
      }
      throw error
    }
  }

  func owner(_ node: String, _ record: RunRecord) -> Owner {
    Owner(home: store.homeTag, caseKey: runner.id.key, run: record.number, node: node)
  }

  /// Everything between boot and tear-down; artifacts are collected whatever happens.
  private func use(
    _ nodes: [UpNode], _ record: RunRecord, shelf: ArtifactShelf
  ) async -> ((RunRecord.Outcome, String?)?, (any Error)?) {
    var result: (RunRecord.Outcome, String?)?
    var failure: (any Error)?
    let work = EnvironmentWork(
      runner: runner, stages: stages, layout: layout, nodes: nodes, shelf: shelf)
    do {
      result = try await work.perform(record)
    } catch {
      failure = error
    }
    do {
      // Also after Ctrl-C or a deadline: the evidence goes before the machines do.
      try await Shield.run { try await work.collect(keeper) }
    } catch {
      if failure == nil { failure = error }
    }
    return (result, failure)
  }

  /// Takes the environment down, or writes down that and how long it stays up.
  private func leave(
    _ nodes: [UpNode], _ folder: LabResource, outcome: RunRecord.Outcome, record: RunRecord
  ) async throws {
    let wanted =
      runner.keep == .always
      || (runner.keep == .onFailure && outcome != .passed && outcome != .interrupted)
    let main = nodes.first { $0.name == EnvironmentProfile.productNode }
    if wanted, let main, await !keeper.isGone(main.node.machine.owner) {
      let expires = Date(timeIntervalSinceNow: Double(runner.lifetime))
      try store.keep(
        KeptEnvironment(
          run: record.runName, machine: main.node.machine.name, uuid: main.node.machine.uuid,
          uri: runner.context.uri, folder: folder.name, keptAt: Timestamp.now(),
          expiresAt: Timestamp.text(expires)))
      runner.progress.say(
        "  kept up until \(Wording.time(Timestamp.text(expires))) UTC: caselab shell \(runner.id), caselab down \(runner.id)"
      )
      return
    }
    try await Shield.run {
      try await stages.stage("tear down", nodes.map(\.name).joined(separator: ", ")) {
        var failure: (any Error)?
        for node in nodes {
          do { try await keeper.destroy(node.node.machine) } catch { failure = failure ?? error }
        }
        if let failure { throw failure }
        try await EnvironmentLinks.stop(inRun: folder.name)
        try Folder.remove(folder.name)
        try await store.didRemove(folder)
      }
    }
  }
}

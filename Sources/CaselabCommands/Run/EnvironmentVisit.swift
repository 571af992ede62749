import CaseModel
import Foundation
import Lab
import Machines
import Profiling
import Record
import Suites

/// An environment from the start of its nodes to its tear-down.
struct EnvironmentVisit: Sendable {
  let runner: CaseRunner
  let stages: Stages
  let keeper: NodeKeeper
  let layout: EnvironmentLayout
  /// In the order in which they are configured.
  let built: [BuiltNode]
  /// What its ready state is made of; nil when it is booted.
  let recipe: ReadyStateRecipe?

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
      let course = EnvironmentCourse(visit: self, record: record, folder: folder, shelf: shelf)
      let (result, failure) = try await course.perform()
      let outcome = result?.0 ?? CaseRunner.outcome(of: failure ?? CancellationError()).0
      try await leave(course.nodes, resource, outcome: outcome, record: record)
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
        try await stopLinks(record, folder)
        try Folder.remove(folder)
        try await store.didRemove(resource)
      }
      throw error
    }
  }

  func owner(_ node: String, _ record: RunRecord) -> Owner {
    Owner(home: store.homeTag, caseKey: runner.id.key, run: record.number, node: node)
  }

  private func stopLinks(_ record: RunRecord, _ folder: String) async throws {
    try await EnvironmentLinks.stop(inRun: folder)
    try await keeper.endHub(owner(Hub.node, record))
  }

  /// Takes the environment down, or writes down that and how long it stays up.
  private func leave(
    _ nodes: UpNodes, _ folder: LabResource, outcome: RunRecord.Outcome, record: RunRecord
  ) async throws {
    let wanted =
      runner.keep == .always
      || (runner.keep == .onFailure && outcome != .passed && outcome != .interrupted)
    if wanted, let main = nodes.main, await !keeper.isGone(main.node.machine.owner) {
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
      let all = nodes.all
      if !all.isEmpty {
        try await stages.stage("tear down", all.map(\.name).joined(separator: ", ")) {
          try await keeper.destroy(all.map(\.node.machine))
        }
      }
      try await stopLinks(record, folder.name)
      try Folder.remove(folder.name)
      try await store.didRemove(folder)
    }
  }
}

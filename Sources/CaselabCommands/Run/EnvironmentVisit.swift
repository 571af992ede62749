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

  private func owner(_ node: String, _ record: RunRecord) -> Owner {
    Owner(home: store.homeTag, caseKey: runner.id.key, run: record.number, node: node)
  }

  /// Booting takes a processor of its own: more at once would only make each miss its deadline.
  private static let together = max(2, ProcessInfo.processInfo.activeProcessorCount)

  /// As many at once as there are processors for: when one does not come up, those that did are taken down again.
  private func boot(_ record: RunRecord, folder: String) async throws -> [UpNode] {
    let memory = built.map(\.plan.size.memoryMiB).reduce(0, +)
    let names = built.map(\.plan.node.name).joined(separator: ", ")
    let detail =
      built.count == 1
      ? "\(built[0].image.name), \(memory) MiB, waiting for the guest's agent"
      : "\(names): \(memory) MiB, waiting for the guests' agents"
    return try await stages.stage("boot", detail) {
      try checkPlace()
      try await keeper.checkMemory(memory)
      let links =
        layout.topology.isAlone ? nil : try EnvironmentLinks(layout.topology, run: folder)
      // Still this program where its file has been replaced since.
      try await links?.start(executable: "/proc/self/exe")
      return try await withThrowingTaskGroup(of: UpNode.self) { group in
        var waiting = built[...]
        for each in waiting.prefix(Self.together) {
          group.addTask { try await start(each, links, record, folder: folder) }
        }
        waiting = waiting.dropFirst(Self.together)
        var up: [UpNode] = []
        do {
          for try await node in group {
            up.append(node)
            if built.count > 1 {
              await stages.note("\(node.name) is up (\(up.count)/\(built.count))")
            }
            if let next = waiting.popFirst() {
              group.addTask { try await start(next, links, record, folder: folder) }
            }
          }
        } catch {
          group.cancelAll()
          while let more = await group.nextResult() {
            if case .success(let node) = more { up.append(node) }
          }
          let started = up
          try? await Shield.run {
            for node in started { try? await keeper.destroy(node.node.machine) }
          }
          throw error
        }
        let order = built.map(\.plan.node.name)
        return up.sorted { left, right in
          order.firstIndex(of: left.name) ?? 0 < order.firstIndex(of: right.name) ?? 0
        }
      }
    }
  }

  /// The switch of the links is a process of this host.
  private func checkPlace() throws {
    let uri = runner.context.uri
    guard !layout.topology.isAlone, let host = URL(string: uri)?.host, !host.isEmpty else { return }
    throw CaselabError(
      .labFailed, "links need the machines on this host, and \"\(uri.printable())\" is another",
      hint:
        "run it here, or take links and nodes out of the profile: caselab profile edit \(runner.id)"
    )
  }

  private func start(
    _ each: BuiltNode, _ links: EnvironmentLinks?, _ record: RunRecord, folder: String
  ) async throws -> UpNode {
    let plan = each.plan
    let own = folder + "/" + plan.node.name
    try Folder.create(own)
    let node: Node
    do {
      node = try await keeper.start(
        owner(plan.node.name, record), title: "\(runner.id) \(plan.node.name)", size: plan.size,
        from: each.source, in: own, uplink: false, ports: links?.ports(of: plan.node) ?? [])
    } catch let error as CaselabError where built.count > 1 {
      throw CaselabError(error.code, "node \"\(plan.node.name)\"", cause: error)
    }
    return UpNode(
      built: each, node: node,
      deployment: Deployment(
        layout, node: plan.node, package: each.version?.packageVersion,
        version: built.compactMap(\.version?.productVersion).first, guest: node.guest,
        limits: runner.limits, note: { await stages.note($0) }))
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

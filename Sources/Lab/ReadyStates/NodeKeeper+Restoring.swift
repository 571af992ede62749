import CaseModel
import Foundation
import Machines

extension NodeKeeper {
  /// Goes on from a ready state with all nodes; as `start` on a failure.
  ///
  /// All are loaded first and then let go at once: none finds another missing.
  ///
  /// - Parameters:
  ///   - owner: of any of its nodes.
  ///   - folder: the run's; each node has one of its own in it.
  public func restore(
    _ state: ReadyStateManifest, by plan: ResetPlan, _ owner: Owner, inRun folder: String,
    home: Home, caseID: CaseID
  ) async throws -> [Node] {
    let machines = try await load(state, by: plan, owner, inRun: folder, home: home)
    do {
      for machine in machines { try await machine.resume() }
      return try await withThrowingTaskGroup(of: Node.self) { group in
        for machine in machines {
          group.addTask {
            let node = try await meet(
              machine, in: folder + "/" + machine.owner.node, within: limits.restore)
            try await CloneIdentity(
              late: node.startedAt.timeIntervalSince1970 - state.stoodStillAt, caseID: caseID,
              run: owner.run
            ).apply(in: node.guest)
            return node
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
    } catch {
      try? await Shield.run { try await destroy(machines) }
      throw error
    }
  }

  private func load(
    _ state: ReadyStateManifest, by plan: ResetPlan, _ owner: Owner, inRun folder: String,
    home: Home
  ) async throws -> [any Machine] {
    try await withThrowingTaskGroup(of: (any Machine).self) { group in
      for node in plan.nodes {
        group.addTask {
          var owner = owner
          owner.node = node.name
          do {
            return try await load(node, state, owner, in: folder + "/" + node.name, home: home)
          } catch let error as CaselabError where plan.nodes.count > 1 {
            throw CaselabError(error.code, "node \"\(node.name)\"", cause: error)
          }
        }
      }
      var machines: [any Machine] = []
      var failure: (any Error)?
      while let next = await group.nextResult() {
        switch next {
        case .success(let machine): machines.append(machine)
        case .failure(let error): failure = failure ?? error
        }
      }
      guard let failure else { return machines }
      let loaded = machines
      try? await Shield.run { try await destroy(loaded) }
      throw failure
    }
  }

  private func load(
    _ plan: ResetPlan.Node, _ state: ReadyStateManifest, _ owner: Owner, in folder: String,
    home: Home
  ) async throws -> any Machine {
    guard let node = state.nodes.first(where: { $0.name == plan.name }) else {
      throw CaselabError(.labFailed, "the ready state has no node \"\(plan.name)\"")
    }
    let files = try ReadyStateStore(home: home).files(node, of: state.digest)
    try Folder.create(folder)
    // Its console's log goes on as well.
    try? FileManager.default.copyItem(atPath: files.console, toPath: folder + "/console.log")
    try? FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: folder + "/console.log")
    var source = plan.source.on(files.disk)
    source.seed = files.seed
    return try await begin(
      owner, title: plan.title, size: plan.size, from: source, in: folder, uplink: false,
      ports: plan.ports, memory: .saved(files.saved))
  }

  /// Crosses a machine off that has ended.
  func strike(_ machine: any Machine) async throws {
    try await ledger.didRemove(
      LabResource(
        kind: .machine, name: machine.name, uuid: machine.uuid, uri: uri, owner: machine.owner))
  }
}

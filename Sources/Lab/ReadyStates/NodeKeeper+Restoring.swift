import CaseModel
import Foundation
import Machines

extension NodeKeeper {
  /// A machine that stands still, and the line by which it is told who it is.
  private typealias Loaded = (machine: any Machine, line: any ConsoleStream)

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
    let loaded = try await load(state, by: plan, owner, inRun: folder, home: home)
    let machines = loaded.map(\.machine)
    do {
      let identity = CloneIdentity(
        late: Date().timeIntervalSince1970 - state.stoodStillAt, caseID: caseID, run: owner.run)
      return try await closing(loaded.map(\.line)) {
        for machine in machines { try await machine.resume() }
        return try await withThrowingTaskGroup(of: Node.self) { group in
          for (machine, line) in loaded {
            group.addTask {
              async let isItself: Void = identity.tell(line, within: limits.restore)
              let node = try await meet(
                machine, in: folder + "/" + machine.owner.node, within: limits.restore)
              try await isItself
              return node
            }
          }
          return try await group.reduce(into: []) { $0.append($1) }
        }
      }
    } catch {
      try? await Shield.run { try await destroy(machines) }
      throw error
    }
  }

  private func load(
    _ state: ReadyStateManifest, by plan: ResetPlan, _ owner: Owner, inRun folder: String,
    home: Home
  ) async throws -> [Loaded] {
    try await withThrowingTaskGroup(of: Loaded.self) { group in
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
      var loaded: [Loaded] = []
      var failure: (any Error)?
      while let next = await group.nextResult() {
        switch next {
        case .success(let one): loaded.append(one)
        case .failure(let error): failure = failure ?? error
        }
      }
      guard let failure else { return loaded }
      let machines = loaded.map(\.machine)
      for (_, line) in loaded { await line.close() }
      try? await Shield.run { try await destroy(machines) }
      throw failure
    }
  }

  private func load(
    _ plan: ResetPlan.Node, _ state: ReadyStateManifest, _ owner: Owner, in folder: String,
    home: Home
  ) async throws -> Loaded {
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
    source.overlay = files.overlay
    let machine = try await begin(
      owner, title: plan.title, size: plan.size, from: source, in: folder, uplink: false,
      ports: plan.ports, memory: .saved(files.saved))
    do {
      return (machine, try await machine.console(.identity))
    } catch {
      try? await Shield.run { try await destroy(machine) }
      throw error
    }
  }
}

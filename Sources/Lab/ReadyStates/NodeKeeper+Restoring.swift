import CaseModel
import Foundation
import Machines

extension NodeKeeper {
  /// Crosses a machine off that has ended.
  func strike(_ machine: any Machine) async throws {
    try await ledger.didRemove(
      LabResource(
        kind: .machine, name: machine.name, uuid: machine.uuid, uri: uri, owner: machine.owner))
  }

  /// Goes on from a ready state's node in a folder of its own; as `start` on a failure.
  ///
  /// - Parameter folder: the node's own, in the run's.
  public func restore(
    _ owner: Owner, _ plan: ResetPlan.Node, _ state: ReadyStateManifest, in folder: String,
    home: Home, caseID: CaseID
  ) async throws -> Node {
    guard let node = state.nodes.first(where: { $0.name == plan.name }) else {
      throw CaselabError(.labFailed, "the ready state has no node \"\(plan.name)\"")
    }
    let files = try ReadyStateStore(home: home).files(node, of: state.digest)
    // Its console's log goes on as well.
    try? FileManager.default.copyItem(atPath: files.console, toPath: folder + "/console.log")
    try? FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: folder + "/console.log")
    var source = plan.source.on(files.disk)
    source.seed = files.seed
    let up = try await start(
      owner, title: plan.title, size: plan.size, from: source, in: folder, uplink: false,
      ports: plan.ports, memory: .saved(files.saved))
    do {
      let identity = CloneIdentity(
        late: up.startedAt.timeIntervalSince1970 - state.stoodStillAt, caseID: caseID,
        run: owner.run)
      try await identity.apply(in: up.guest)
    } catch {
      try? await Shield.run { try await destroy(up.machine) }
      throw error
    }
    return up
  }
}

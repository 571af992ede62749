import ArgumentParser
import CaseModel
import Machines
import Record

/// The node of a case that is up now: of a run in progress, or kept after one.
struct LiveNode {
  var hypervisor: any Hypervisor
  var machine: any Machine
  var run: Int

  func guest() async throws -> any Guest { try await machine.guest(within: .seconds(20)) }

  /// - Throws: `nothingRan` when no environment of the case is up.
  static func find(_ id: CaseID, in context: Context) async throws -> LiveNode {
    let store = try context.store()
    _ = try store.existingCase(id)
    let nodes = try store.resources().map(\.resource).filter {
      $0.kind == .machine && $0.owner.caseKey == id.key && $0.owner.node == "product"
    }.sorted { $0.owner.run > $1.owner.run }
    for node in nodes {
      guard let uri = node.uri else { continue }
      let hypervisor = try await context.connect(uri)
      if let machine = try await hypervisor.machine(named: node.name, uuid: node.uuid) {
        return LiveNode(hypervisor: hypervisor, machine: machine, run: node.owner.run)
      }
      await hypervisor.close()
    }
    throw CaselabError(
      .nothingRan, "no environment of case \"\(id)\" is up",
      hint: "caselab run \(id) --keep always")
  }
}

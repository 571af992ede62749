import CaseModel
import Foundation
import Machines
import Record
import SyntheticMachines

@testable import CaselabCommands
@testable import Lab

/// A case with machines that are up without a hypervisor: recorded as a run would have left them.
final class LiveFixture: Sendable {
  let folder = FileManager.default.temporaryDirectory.path + "/caselab-live-\(UUID())"
  let context: Context
  let hypervisor: SyntheticHypervisor
  let id: CaseID

  init(
    trouble: SyntheticHypervisor.Trouble? = nil,
    script: @escaping SyntheticHypervisor.Script = { _ in nil }
  ) throws {
    id = try CaseID("SUP-1042")
    let hypervisor = SyntheticHypervisor(trouble: trouble, script: script)
    self.hypervisor = hypervisor
    context = .synthetic(folder + "/home", hypervisor)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try context.store().openCase(
      id, title: "Uploads stall", by: "robin", at: "2030-01-02T03:04:05Z")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  static let profile = """
    schema: caselab.profile/1
    case: SUP-1042
    product: { name: proftpd }
    os: { id: debian, version: "12" }
    links:
      inside: { subnet: 10.77.0.0/24, nodes: { product: auto, directory: auto } }
    nodes:
      directory: { companion: openldap }
    """

  /// - Parameter expires: nil: the run goes on.
  @discardableResult
  func bringUp(
    _ nodes: [String] = ["directory", "product"], expires: String?
  ) async throws -> RunRecord {
    let store = try context.store()
    let run = try store.beginRun(id) { number in
      RunRecord(
        caseID: id, number: number, startedAt: "2030-01-02T03:04:06Z", startedBy: "robin",
        command: "up", toolVersion: "1", profile: Self.profile)
    }
    let folder = context.home.run(run.number, of: id)
    for node in nodes {
      let owner = Owner(home: store.homeTag, caseKey: id.key, run: run.number, node: node)
      try FileManager.default.createDirectory(
        atPath: folder + "/" + node, withIntermediateDirectories: true)
      let uuid = UUID().uuidString.lowercased()
      try await store.willCreate(
        LabResource(
          kind: .machine, name: owner.machineName, uuid: uuid, uri: "synthetic:///", owner: owner))
      if node == "product" {
        try await store.willCreate(LabResource(kind: .folder, name: folder, owner: owner))
      }
      _ = try await hypervisor.start(
        MachineSpec(
          owner: owner, uuid: uuid, title: node, memoryMiB: 512, cpus: 1, acceleration: .emulation,
          boot: .disk, disk: .init(path: folder + "/\(node)/disk.qcow2"),
          consoleLog: folder + "/\(node)/console.log"))
    }
    // A layer of the same run that is being built is no node of it.
    let layer = Owner(home: store.homeTag, caseKey: id.key, run: run.number, node: "tools")
    try await store.willCreate(
      LabResource(
        kind: .machine, name: layer.machineName, uuid: "u", uri: "synthetic:///", owner: layer))
    guard let expires else { return run }
    try store.endRun(run.runName, outcome: .nothingRan, at: "2030-01-02T03:04:07Z")
    let owner = Owner(home: store.homeTag, caseKey: id.key, run: run.number, node: "product")
    try store.keep(
      KeptEnvironment(
        run: run.runName, machine: owner.machineName, uuid: "u", uri: "synthetic:///",
        folder: folder, keptAt: "2030-01-02T03:04:07Z", expiresAt: expires))
    return run
  }

  func writeLinks(run: Int) throws {
    let folder = EnvironmentLinks.folder(inRun: context.home.run(run, of: id))
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let ports = [
      LinkPlan.Port(
        node: "product", mac: "52:54:00:4c:00:01", switchPort: 40_001, machinePort: 40_002),
      .init(node: "directory", mac: "52:54:00:4c:00:02", switchPort: 40_003, machinePort: 40_004),
    ]
    try LinkPlan(links: [.init(name: "inside", ports: ports)]).write(folder: folder)
  }

  func journal() throws -> [String] { try context.store().journal(id).map(\.what) }
}

import CaseModel
import Foundation
import Machines
import SyntheticMachines
import Testing

@testable import Lab

@Suite struct SweeperTests {
  private func start(_ owner: Owner, on hypervisor: SyntheticHypervisor) async throws -> any Machine
  {
    try await hypervisor.start(
      MachineSpec(
        owner: owner, uuid: UUID().uuidString, title: "t", memoryMiB: 1, cpus: 1,
        acceleration: .emulation, boot: .disk, disk: .init(path: "/d"), consoleLog: "/c"))
  }

  @Test func removesWhatIsWrittenDownAndNothingElse() async throws {
    let home = try Sample.home()
    defer { try? FileManager.default.removeItem(atPath: home.root) }
    let hypervisor = SyntheticHypervisor()
    let ledger = MemoryLedger()
    var foreign = Sample.owner
    foreign.home = "ffffffff"
    let ours = try await start(Sample.owner, on: hypervisor)
    let theirs = try await start(foreign, on: hypervisor)
    let folder = home.work + "/layer-x"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let resources = [
      LabResource(kind: .folder, name: folder, owner: Sample.owner),
      LabResource(
        kind: .machine, name: ours.name, uuid: ours.uuid, uri: "x:///", owner: Sample.owner),
    ]
    for resource in resources { try await ledger.willCreate(resource) }
    let report = await Sweeper(home: home, homeTag: "0123abcd", ledger: ledger)
      .sweep(resources) { _ in hypervisor }
    #expect(report.removed == ["machine \(ours.name)", "folder \(folder)"])
    #expect(report.left.isEmpty)
    #expect(ledger.open.isEmpty)
    #expect(hypervisor.running == [theirs.name])
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test(arguments: ["/etc", "/tmp/elsewhere"]) func aFolderOutsideTheHomeIsLeft(_ path: String)
    async throws
  {
    let home = try Sample.home()
    defer { try? FileManager.default.removeItem(atPath: home.root) }
    let report = await Sweeper(home: home, homeTag: "0123abcd", ledger: MemoryLedger()).sweep([
      LabResource(kind: .folder, name: path, owner: Sample.owner),
      LabResource(kind: .folder, name: home.work + "/../../x", owner: Sample.owner),
    ]) { _ in SyntheticHypervisor() }
    #expect(report.removed.isEmpty)
    #expect(report.left.count == 2)
  }

  @Test func aFolderStaysWhileItsMachineCannotBeReached() async throws {
    let home = try Sample.home()
    defer { try? FileManager.default.removeItem(atPath: home.root) }
    let folder = home.work + "/f"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let report = await Sweeper(home: home, homeTag: "0123abcd", ledger: MemoryLedger()).sweep([
      LabResource(
        kind: .machine, name: Sample.owner.machineName, uuid: "u", uri: "x:///", owner: Sample.owner
      ),
      LabResource(kind: .folder, name: folder, owner: Sample.owner),
    ]) { _ in throw CaselabError(.unreachable, "libvirt is gone") }
    #expect(report.removed.isEmpty)
    #expect(FileManager.default.fileExists(atPath: folder))
  }

  @Test func aMachineOfAnotherHomeIsNeverTouched() async throws {
    let home = try Sample.home()
    defer { try? FileManager.default.removeItem(atPath: home.root) }
    let hypervisor = SyntheticHypervisor()
    let machine = try await start(Sample.owner, on: hypervisor)
    let report = await Sweeper(home: home, homeTag: "another0", ledger: MemoryLedger()).sweep([
      LabResource(
        kind: .machine, name: machine.name, uuid: machine.uuid, uri: "x:///", owner: Sample.owner)
    ]) { _ in hypervisor }
    #expect(report.left.count == 1)
    #expect(hypervisor.running == [machine.name])
  }
}

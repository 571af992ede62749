import CaseModel
import Foundation
import Machines
import SyntheticMachines
import Testing

@testable import Lab

/// Machines of another host, which is a folder here.
@Suite struct HostedNodeTests {
  private func keeper(
    _ home: Home, _ hypervisor: SyntheticHypervisor, _ ledger: MemoryLedger
  ) async throws -> NodeKeeper {
    NodeKeeper(
      hypervisor: hypervisor, uri: "synthetic:///", ledger: ledger, acceleration: .emulation,
      limits: LabLimits(),
      hosted: try await HostedFiles(
        on: hypervisor, uri: "synthetic:///", home: home, homeTag: Sample.owner.home,
        ledger: ledger))
  }

  /// A base and a layer on it.
  private func source(_ home: Home) async throws -> BootSource {
    let base = home.images + "/base.qcow2"
    let layer = home.layers + "/layer.qcow2"
    try await QemuImg.createEmpty(at: base, sizeGiB: 1)
    try await QemuImg.createOverlay(at: layer, backing: base, sizeGiB: nil)
    let kernel = home.images + "/vmlinuz"
    try Data("k".utf8).write(to: URL(filePath: kernel))
    return BootSource(
      disk: layer, boot: .kernel(path: kernel, initrd: kernel, arguments: "quiet"),
      cloudInit: false)
  }

  private func place(_ home: Home) throws -> SyntheticVolumes {
    try Folder.create(home.root + "/there")
    return SyntheticVolumes(home.root + "/there")
  }

  @Test func `a machine's own files go with it, what others read stays`() async throws {
    let home = try Sample.home()
    defer { try? FileManager.default.removeItem(atPath: home.root) }
    let there = try place(home)
    let ledger = MemoryLedger()
    let keeper = try await keeper(home, SyntheticHypervisor(volumes: there), ledger)
    let source = try await source(home)
    let node = try await keeper.start(
      Sample.owner, title: "t", size: .init(), from: source, in: home.work, uplink: false)
    let volumes = MachineVolumes(machine: node.machine.name, uuid: node.machine.uuid)
    let own = try await there.names().filter { $0.hasPrefix(volumes.prefix) }
    #expect(own == [volumes.disk, volumes.console])
    let below = try #require(try await QemuImg.info(there.path(volumes.disk)).backingFile)
    #expect(below == there.path(try HostedName.of(source.disk)))
    #expect(!FileManager.default.fileExists(atPath: home.work + "/product.qcow2"))
    #expect(ledger.open.map(\.kind) == [.machine])

    try Data("booting\n".utf8).write(to: URL(filePath: there.path(volumes.console)))
    try await keeper.fetchConsole(of: node.machine, in: home.work)
    #expect(ConsoleTail.lines(of: node.consoleLog, count: 1) == ["booting"])

    try await keeper.destroy(node.machine)
    let left = try await there.names().filter { !$0.hasSuffix(HostedFiles.mark) }
    #expect(left.count == 3, "base, layer and kernel: \(left)")
    #expect(ledger.open.isEmpty)
  }

  @Test(arguments: [
    SyntheticHypervisor.Trouble.startFails, .agentNeverAnswers, .diesWhileBooting,
  ]) func `a failed start leaves nothing of the machine there`(
    _ trouble: SyntheticHypervisor.Trouble
  ) async throws {
    let home = try Sample.home()
    defer { try? FileManager.default.removeItem(atPath: home.root) }
    let there = try place(home)
    let ledger = MemoryLedger()
    let keeper = try await keeper(
      home, SyntheticHypervisor(trouble: trouble, volumes: there), ledger)
    let source = try await source(home)
    await #expect(throws: CaselabError.self) {
      try await keeper.start(
        Sample.owner, title: "t", size: .init(), from: source, in: home.work, uplink: false)
    }
    #expect(try await there.names().allSatisfy { !$0.hasPrefix("caselab.") })
    #expect(ledger.open.isEmpty)
  }

  private func links() throws -> EnvironmentLinks {
    var profile = Sample.profile
    profile.nodes = ["directory": .init(companion: "openldap")]
    profile.links = [
      "inside": .init(subnet: "10.0.0.0/24", nodes: ["product": "auto", "directory": "auto"])
    ]
    return EnvironmentLinks(
      try Topology(profile, companions: Sample.companions), elsewhereForRun: "/run")
  }

  @Test func `links there have an address of their own on loopback`() throws {
    let ends = try links().ends
    #expect(ends.map(\.count) == [2])
    let address = try #require(ends[0][0].address.flatMap { IPv4Address($0) })
    #expect(address.value >> 24 == 127 && address.value & 0xFFFFFF > 0xFFFF)
    #expect(Set(ends[0].map(\.address)).count == 1)
    #expect(Set(ends[0].flatMap { [$0.machinePort, $0.switchPort] }).count == 4)
    #expect(try links().ends != ends, "two environments share no link")
  }

  @Test func `a hub is in the ledger while it lives, and ends with its run`() async throws {
    let home = try Sample.home()
    defer { try? FileManager.default.removeItem(atPath: home.root) }
    var owner = Sample.owner
    owner.node = Hub.node
    for trouble in [nil, SyntheticHypervisor.Trouble.hubFails] {
      let ledger = MemoryLedger()
      let hypervisor = SyntheticHypervisor(trouble: trouble, volumes: try place(home))
      let keeper = try await keeper(home, hypervisor, ledger)
      do {
        _ = try await keeper.startHub(owner, title: "t", for: links())
        #expect(trouble == nil)
        #expect(ledger.open.map(\.name) == [owner.machineName])
        try await keeper.endHub(owner)
      } catch {
        #expect(trouble != nil, "\(error)")
      }
      #expect(hypervisor.running.isEmpty && ledger.open.isEmpty)
      try await keeper.endHub(owner)
    }
  }

  @Test func `a disk that is brought back stands on the one here`() async throws {
    let home = try Sample.home()
    defer { try? FileManager.default.removeItem(atPath: home.root) }
    let there = try place(home)
    let keeper = try await keeper(home, SyntheticHypervisor(volumes: there), MemoryLedger())
    let source = try await source(home)
    let node = try await keeper.start(
      Sample.owner, title: "t", size: .init(), from: source, in: home.work, uplink: false)
    let disk = home.work + "/back.qcow2"
    try await keeper.bringBack(node.machine, to: disk, on: source.disk)
    #expect(try await QemuImg.chain(disk) == [disk, source.disk, home.images + "/base.qcow2"])
  }
}

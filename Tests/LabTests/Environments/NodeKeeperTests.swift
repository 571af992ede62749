import CaseModel
import Foundation
import Machines
import SyntheticMachines
import Testing

@testable import Lab

@Suite struct NodeKeeperTests {
  private func attempt(_ hypervisor: SyntheticHypervisor, _ ledger: MemoryLedger) async throws {
    let home = try Sample.home()
    defer { try? FileManager.default.removeItem(atPath: home.root) }
    let base = home.work + "/base.qcow2"
    try await QemuImg.createEmpty(at: base, sizeGiB: 1)
    let keeper = NodeKeeper(
      hypervisor: hypervisor, uri: "synthetic:///", ledger: ledger, acceleration: .emulation,
      limits: LabLimits())
    let node = try await keeper.start(
      Sample.owner, title: "t", size: .init(),
      from: BootSource(disk: base, boot: .disk, cloudInit: false), in: home.work, uplink: false)
    #expect(ledger.open.map(\.kind) == [.machine])
    #expect(ledger.open.first?.uuid == node.machine.uuid)
    try await keeper.destroy(node.machine)
  }

  @Test func aMachineIsInTheLedgerWhileItLives() async throws {
    let ledger = MemoryLedger()
    try await attempt(SyntheticHypervisor(), ledger)
    #expect(ledger.open.isEmpty)
  }

  @Test func aKernelThatStallsIsBootedOnceMore() async throws {
    let ledger = MemoryLedger()
    let hypervisor = SyntheticHypervisor(trouble: .stallsOnce)
    try await attempt(hypervisor, ledger)
    #expect(hypervisor.running.isEmpty && ledger.open.isEmpty)
  }

  @Test func oneStallIsASlowHost() {
    let stall = "rcu: INFO: rcu_sched self-detected stall on CPU\n"
    #expect(StalledKernel.count(in: "x\n" + stall) == 1)
    #expect(StalledKernel.count(in: stall + "rcu_preempt detected stalls on CPUs/tasks: {1}") == 2)
  }

  @Test(arguments: [
    SyntheticHypervisor.Trouble.startFails, .agentNeverAnswers, .diesWhileBooting, .littleMemory,
  ]) func aFailedStartLeavesNeitherMachineNorEntry(_ trouble: SyntheticHypervisor.Trouble)
    async throws
  {
    let hypervisor = SyntheticHypervisor(trouble: trouble)
    let ledger = MemoryLedger()
    await #expect(throws: CaselabError.self) { try await attempt(hypervisor, ledger) }
    #expect(hypervisor.running.isEmpty)
    #expect(ledger.open.isEmpty)
  }

  @Test func whatTheHostHasNoMemoryForIsNotBegun() async throws {
    let hypervisor = SyntheticHypervisor(trouble: .littleMemory)
    await #expect {
      try await attempt(hypervisor, MemoryLedger())
    } throws: {
      let told = "\($0)"
      return told.contains("512 MiB of memory left") && told.contains("1024 MiB are needed")
    }
  }

  @Test func aMachineWithoutAWayInIsNotWaitedFor() async throws {
    let home = try Sample.home()
    defer { try? FileManager.default.removeItem(atPath: home.root) }
    let base = home.work + "/base.qcow2"
    try await QemuImg.createEmpty(at: base, sizeGiB: 1)
    let keeper = NodeKeeper(
      hypervisor: SyntheticHypervisor(trouble: .agentNeverAnswers), uri: "synthetic:///",
      ledger: MemoryLedger(), acceleration: .emulation, limits: LabLimits())
    var source = BootSource(disk: base, boot: .disk, cloudInit: false)
    source.access = ImageAccess.none
    let node = try await keeper.start(
      Sample.owner, title: "t", size: .init(), from: source, in: home.work, uplink: false)
    let error = await #expect(throws: CaselabError.self) {
      try await node.guest.write([], to: "/x", mode: "0644")
    }
    #expect(error?.message.hasPrefix("node \"product\" has no agent and no SSH") == true)
    try await keeper.destroy(node.machine)
  }
}

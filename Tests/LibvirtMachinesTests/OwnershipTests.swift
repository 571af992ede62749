import CaseModel
import Foundation
import Libvirt
import Machines
import Testing

@testable import LibvirtMachines

/// On libvirt's test driver; every test has a home of its own in its one world per process.
@Suite struct OwnershipTests {
  let home = String(UInt32.random(in: 0x1000_0000 ... .max), radix: 16)

  private func owner(_ node: String) -> Owner {
    Owner(home: home, caseKey: "SUP-1042", run: 3, node: node)
  }

  private func definition(named name: String, marked mark: Owner?) -> String {
    let metadata =
      mark.map { "<metadata>\(OwnerMark.element(for: $0).xmlString)</metadata>" } ?? ""
    return """
      <domain type="test"><name>\(name)</name><memory unit="MiB">8</memory>\(metadata)
      <os><type arch="x86_64">hvm</type></os></domain>
      """
  }

  @Test func `only what name and metadata both call ours is ours`() async throws {
    let hypervisor = try await LibvirtHypervisor.connect(uri: "test:///default")
    let ours = try await hypervisor.connection.create(
      definition(named: owner("a").machineName, marked: owner("a")))
    let unmarked = try await hypervisor.connection.create(
      definition(named: owner("b").machineName, marked: nil))
    let lying = try await hypervisor.connection.create(
      definition(named: owner("c").machineName, marked: owner("a")))
    let renamed = try await hypervisor.connection.create(
      definition(named: "mail-\(home)", marked: owner("d")))

    #expect(try await hypervisor.owned(byHome: home).map(\.uuid) == [ours.uuid])
    #expect(try await hypervisor.owned(byHome: "ffffffff").isEmpty)
    #expect(try await hypervisor.machine(named: ours.name, uuid: nil)?.owner == owner("a"))
    #expect(try await hypervisor.machine(named: ours.name, uuid: ours.uuid)?.uuid == ours.uuid)
    #expect(try await hypervisor.machine(named: ours.name, uuid: UUID().uuidString) == nil)
    for foreign in [unmarked, lying, renamed] {
      #expect(try await hypervisor.machine(named: foreign.name, uuid: foreign.uuid) == nil)
      try await foreign.destroy()
    }
    try await ours.destroy()
    #expect(try await hypervisor.machine(named: ours.name, uuid: ours.uuid) == nil)
    await hypervisor.close()
  }

  @Test func `a destroyed machine has ended and may be destroyed again`() async throws {
    let hypervisor = try await LibvirtHypervisor.connect(uri: "test:///default")
    _ = try await hypervisor.connection.create(
      definition(named: owner("a").machineName, marked: owner("a")))
    let machine = try #require(
      try await hypervisor.machine(named: owner("a").machineName, uuid: nil))
    async let end = machine.ended()
    try await machine.destroy()
    #expect(await end == .destroyed)
    try await machine.destroy()
    await hypervisor.close()
    #expect(await machine.ended() == .destroyed)
  }

  @Test func `a lost connection ends every wait and is not taken for a destroyed machine`()
    async throws
  {
    let hypervisor = try await LibvirtHypervisor.connect(uri: "test:///default")
    let made = try await hypervisor.connection.create(
      definition(named: owner("a").machineName, marked: owner("a")))
    let machine = try #require(try await hypervisor.machine(named: made.name, uuid: nil))
    async let end = machine.ended()
    await hypervisor.close()
    #expect(await end == .connectionLost("it was closed"))
    await #expect {
      _ = try await hypervisor.facts()
    } throws: {
      ($0 as? CaselabError)?.code == .unreachable
    }
    try await made.destroy()
  }

  private func spec(_ node: String) -> MachineSpec {
    var spec = MachineSpec.sample()
    spec.owner = owner(node)
    spec.uuid = UUID().uuidString.lowercased()
    spec.consoleLog = "\(FileManager.default.temporaryDirectory.path)/caselab-test-\(home).log"
    return spec
  }

  @Test func `a started machine is known by its mark, and its name is taken`() async throws {
    let hypervisor = try await LibvirtHypervisor.connect(uri: "test:///default")
    var spec = spec("a")
    // The test driver's QEMU is of version 0.0.2: too old to emulate.
    spec.acceleration = .kvm
    defer { try? FileManager.default.removeItem(atPath: spec.consoleLog) }
    let machine = try await hypervisor.start(spec)
    #expect(machine.uuid == spec.uuid)
    #expect(try await hypervisor.owned(byHome: home).map(\.owner) == [spec.owner])
    #expect(try await machine.definition().contains(spec.disk.path))

    var second = spec
    second.uuid = UUID().uuidString.lowercased()
    await #expect {
      _ = try await hypervisor.start(second)
    } throws: {
      let error = $0 as? CaselabError
      return error?.message == "machine \"\(spec.owner.machineName)\" is running already"
        && error?.hint == "run: caselab gc"
    }
    #expect(try await hypervisor.owned(byHome: home).map(\.uuid) == [spec.uuid])
    try await machine.destroy()
    await hypervisor.close()
  }

  @Test func `the console log is made before the machine, for us alone`() async throws {
    let hypervisor = try await LibvirtHypervisor.connect(uri: "test:///default")
    var spec = spec("a")
    spec.acceleration = .kvm
    spec.consoleLog += "2"
    defer { try? FileManager.default.removeItem(atPath: spec.consoleLog) }
    try await hypervisor.start(spec).destroy()
    let mode =
      try FileManager.default.attributesOfItem(atPath: spec.consoleLog)[.posixPermissions]
      as? NSNumber
    #expect(mode == 0o600)
    spec.consoleLog = "/nonexistent/console.log"
    await #expect(throws: CaselabError.self) { _ = try await hypervisor.start(spec) }
    #expect(try await hypervisor.owned(byHome: home).isEmpty)
    await hypervisor.close()
  }

  @Test func `a machine that cannot be started leaves nothing`() async throws {
    let hypervisor = try await LibvirtHypervisor.connect(uri: "test:///default")
    var spec = spec("a")
    spec.acceleration = .kvm
    spec.uuid = "not a UUID"
    spec.consoleLog += "3"
    defer { try? FileManager.default.removeItem(atPath: spec.consoleLog) }
    await #expect {
      _ = try await hypervisor.start(spec)
    } throws: {
      let error = $0 as? CaselabError
      return error?.code == .labFailed && error?.cause is LibvirtError
    }
    #expect(try await hypervisor.owned(byHome: home).isEmpty)
    await hypervisor.close()
  }

  @Test func `a name that does not read back is refused before anything is made`() async throws {
    let hypervisor = try await LibvirtHypervisor.connect(uri: "test:///default")
    var spec = MachineSpec.sample()
    spec.owner.node = "a.b"
    await #expect {
      _ = try await hypervisor.start(spec)
    } throws: {
      "\($0)".contains("does not read back")
    }
    await hypervisor.close()
  }

  @Test(arguments: [
    "", "<owner", "<a/>", "<owner/>", "<owner home='1' case='2' node='3'/>",
    "<owner home='1' case='2' run='x' node='3'/>",
    "<x><owner home='1' case='2' run='3' node='4'/></x>",
    "<owner home='1' case='2' run='3' node='4'>" + String(repeating: "x", count: 9000) + "</owner>",
    "<!DOCTYPE o [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><owner home='&a;' case='2' run='3' node='4'/>",
  ])
  func `a mark that this program did not write is nobody's`(_ metadata: String) {
    #expect(OwnerMark.owner(in: metadata) == nil)
  }

  @Test func `a mark reads back to its owner`() {
    #expect(OwnerMark.owner(in: OwnerMark.element(for: .sample).xmlString) == .sample)
  }
}

import CaseModel
import Foundation
import FoundationXML
import Machines
import Testing

@testable import Libvirt
@testable import LibvirtMachines

@Suite struct SavingTests {
  private func arguments(_ memory: MachineSpec.Memory) throws -> [String] {
    var spec = MachineSpec.sample()
    spec.memory = memory
    let document = try XMLDocument(
      xmlString: DomainXML.document(for: spec, on: HostTraits()), options: [])
    return try #require(document.rootElement()).nodes(forXPath: "//*[local-name()='arg']/@value")
      .compactMap(\.stringValue)
  }

  private func backend(_ arguments: [String]) throws -> [String: Any] {
    let text = try #require(arguments.first { $0.hasPrefix("{") })
    return try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `a machine of its own has nothing of it`() throws {
    #expect(try arguments(.own).isEmpty)
    #expect(!DomainXML.document(for: .sample(), on: HostTraits()).contains("genid"))
  }

  @Test func `kept memory is shared with its file`() throws {
    let arguments = try arguments(.kept(file: "/a/b,size=1,\"c"))
    let backend = try backend(arguments)
    #expect(backend["mem-path"] as? String == "/a/b,size=1,\"c")
    #expect(backend["size"] as? Int == 1 << 30 && backend["share"] as? Bool == true)
    #expect(backend["readonly"] as? Bool == false && !arguments.contains("-incoming"))
  }

  /// Opened for writing, or shared, one machine would change the memory of all others.
  @Test func `saved memory is private and its file not written`() throws {
    let saved = SavedMachine(memory: "/a/memory", state: "/a/state")
    let arguments = try arguments(.saved(saved))
    let backend = try backend(arguments)
    #expect(backend["share"] as? Bool == false && backend["readonly"] as? Bool == true)
    #expect(backend["rom"] as? String == "off")
    #expect(arguments.contains("-incoming"))
    #expect(!arguments.contains { $0.contains("/a/state") })
  }

  @Test(
    arguments: [
      ("7.2.0", "", "QEMU 7.2.0 cannot share memory"), ("10.0.2", "", nil),
      ("10.0.2", "apparmor", "confines its machines by apparmor"),
    ] as [(String, String, String?)])
  func `it is told where machines cannot be saved`(
    _ qemu: String, _ model: String, _ why: String?
  ) async throws {
    let numbers = qemu.split(separator: ".").compactMap { UInt($0) }
    let connection = try await Connection.open("test:///default")
    var hypervisor = LibvirtHypervisor(
      connection: connection, place: ConnectionURI("qemu:///system"), libvirt: Version(11, 0),
      qemu: Version(numbers[0], numbers[1]))
    if !model.isEmpty {
      hypervisor.traits = HostTraits(
        capabilities:
          "<capabilities><host><secmodel><model>\(model)</model></secmodel></host></capabilities>")
    }
    if let why {
      #expect(hypervisor.cannotSave?.contains(why) == true)
    } else {
      #expect(hypervisor.cannotSave == nil)
    }
    await connection.close()
  }

  @Test func `snapshots are read from the monitor's table`() {
    let listing = """
      List of snapshots present on all disks:
      ID        TAG               VM SIZE                DATE        VM CLOCK     ICOUNT
      --        before            120 MiB 2030-01-02 03:04:05  00:01:02.345         --
      --        b.2               1.2 GiB 2030-01-02 03:05:05  00:02:02.345         --

      """
    #expect(LibvirtMachine.snapshots(in: listing) == ["before", "b.2"])
    #expect(LibvirtMachine.snapshots(in: "There is no snapshot available.\n").isEmpty)
  }
}

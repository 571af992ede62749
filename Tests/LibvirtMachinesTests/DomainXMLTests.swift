import CaseModel
import FoundationXML
import Machines
import Testing

@testable import LibvirtMachines

@Suite struct DomainXMLTests {
  @Test func `a machine with a kernel of its own in a session`() {
    #expect(DomainXML.document(for: .sample(), on: HostTraits()) == Golden.sessionKernel)
  }

  @Test func `a machine with seed and uplink that boots its disk on a system connection`() {
    var spec = MachineSpec.sample()
    spec.boot = .disk
    spec.seed = "/home/a/lab/1/seed.img"
    spec.uplink = true
    spec.acceleration = .kvm
    let document = DomainXML.document(for: spec, on: HostTraits(runAs: "+1000:+64055"))
    #expect(document == Golden.systemDisk)
  }

  @Test(arguments: [
    "</title><devices><disk type='file'/></devices><title>", "]]>", "<!--", "&lt;&amp;", "\"'",
    "&x;<!ENTITY x SYSTEM 'file:///etc/passwd'>", "a\nb\r\u{0}\u{1b}[2J\u{202e}\u{ffff}",
    String(repeating: "<", count: 100_000),
  ])
  func `what a customer wrote stays text`(_ hostile: String) throws {
    var spec = MachineSpec.sample(title: hostile)
    spec.disk.path = "/a/" + hostile.printable()
    spec.boot = .kernel(path: "/k", initrd: "/i", arguments: hostile.printable())
    spec.owner.node = hostile.printable()
    let document = try XMLDocument(
      xmlString: DomainXML.document(for: spec, on: HostTraits()), options: [])
    let root = try #require(document.rootElement())
    func values(_ path: String) throws -> [String?] {
      try root.nodes(forXPath: path).map(\.stringValue)
    }
    #expect(try values("/domain/title") == [hostile.printable()])
    #expect(try values("/domain/os/cmdline") == [hostile.printable()])
    #expect(try values("//disk/source/@file") == ["/a/" + hostile.printable()])
    #expect(
      try root.nodes(forXPath: "//metadata/*/@node").map(\.stringValue) == [hostile.printable()])
    #expect(try values("//disk").count == 1)
  }

  @Test func `disks whose headers name files of another host are named, down to the last`() throws {
    var spec = MachineSpec.sample()
    spec.disk.backing = ["/pool/layer", "/pool/image"]
    let document = DomainXML.document(for: spec, on: HostTraits())
    #expect(document.contains(Golden.backing))
    #expect(document.replacing(Golden.backing, with: "") == Golden.sessionKernel)
  }

  @Test func `a hub has an end of every machine and nothing to boot`() {
    let hub = Hub(
      owner: .sample, uuid: "8a2e6c0e-3d4b-4a53-9a5e-3a7b3c1f9d10", title: "SUP-1042 links",
      acceleration: .emulation,
      links: [
        [
          .init(mac: "52:54:00:4c:00:01", machinePort: 1, switchPort: 2, address: "127.1.2.3"),
          .init(mac: "52:54:00:4c:00:02", machinePort: 3, switchPort: 4, address: "127.1.2.3"),
        ]
      ])
    #expect(DomainXML.document(for: hub) == Golden.hub)
  }

  @Test func `a folder as a pool and a file as a volume`() {
    #expect(
      VolumeXML.pool(named: "caselab.1f2e3d4c", folder: "/var/tmp/x", isOpen: false) == Golden.pool)
    #expect(VolumeXML.pool(named: "a", folder: "/b", isOpen: true).contains("<mode>0711</mode>"))
    #expect(VolumeXML.volume(named: "layers.x", size: 65536) == Golden.volume)
    #expect(VolumeXML.folder(ofPool: Golden.pool) == "/var/tmp/x")
    #expect(VolumeXML.folder(ofPool: "<pool") == nil)
  }

  @Test func `only a machine with an uplink has a network`() {
    var spec = MachineSpec.sample()
    #expect(!DomainXML.document(for: spec, on: HostTraits()).contains("<interface"))
    spec.uplink = true
    #expect(DomainXML.document(for: spec, on: HostTraits()).contains("<interface type=\"user\">"))
  }
}

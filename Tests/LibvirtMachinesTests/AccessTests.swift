import CaseModel
import Foundation
import FoundationXML
import Libvirt
import Machines
import Testing

@testable import LibvirtMachines

@Suite struct AccessTests {
  private static let ssh = SSHAccess(
    user: "admin", key: "/a <b>/ssh_key", guestPort: 2222, hostPort: 40022, folder: "/f \"g\"/ssh")

  @Test(arguments: [GuestAccess.closed, .agentOfWindows, .ssh(ssh)])
  func `how a machine is entered is found again in its metadata`(access: GuestAccess) throws {
    let mark = try #require(AccessMark.element(for: access))
    #expect(AccessMark.access(in: mark.xmlString) == access)
    #expect(AccessMark.element(for: .agent) == nil)
    for lie in ["", "<access/>", "<access by='ssh' user='root'/>", "<owner by='none'/>", "&"] {
      #expect(AccessMark.access(in: lie) == nil)
    }
  }

  private func arguments(_ spec: MachineSpec) throws -> [String] {
    let document = try XMLDocument(
      xmlString: DomainXML.document(for: spec, on: HostTraits()), options: [])
    return try document.nodes(forXPath: "//*[local-name()='arg']/@value").compactMap(\.stringValue)
  }

  @Test func `a machine that is reached by SSH has a restricted network from its boot on`() throws {
    var spec = MachineSpec.sample()
    spec.access = .ssh(Self.ssh)
    #expect(
      try arguments(spec) == [
        "-netdev",
        #"{"host":"198.18.254.2","hostfwd":[{"str":"tcp:127.0.0.1:40022-198.18.254.15:2222"}],"id":"caselab-gate-net","ipv6":false,"net":"198.18.254.0/24","restrict":true,"type":"user"}"#,
        "-device",
        #"{"bus":"pcie.0","driver":"virtio-net-pci","id":"caselab-gate","mac":"52:54:00:4d:00:01","netdev":"caselab-gate-net","romfile":""}"#,
      ])
  }

  @Test func `while a layer is built that network is the uplink, and the only one`() throws {
    var spec = MachineSpec.sample()
    spec.access = .ssh(Self.ssh)
    spec.uplink = true
    #expect(try arguments(spec)[1].contains("\"restrict\":false"))
    #expect(!DomainXML.document(for: spec, on: HostTraits()).contains("<interface"))
  }

  @Test func `a machine without a way in says so at once, also when it is found again`()
    async throws
  {
    let hypervisor = try await LibvirtHypervisor.connect(uri: "test:///default")
    let owner = Owner(
      home: String(UInt32.random(in: 0x1000_0000 ... .max), radix: 16), caseKey: "A-1", run: 1,
      node: "product")
    let marks = [OwnerMark.element(for: owner), AccessMark.element(for: .closed)].compactMap {
      $0?.xmlString
    }
    let domain = try await hypervisor.connection.create(
      """
      <domain type="test"><name>\(owner.machineName)</name><memory unit="MiB">8</memory>
      <metadata>\(marks.joined())</metadata><os><type arch="x86_64">hvm</type></os></domain>
      """)
    let machine = try #require(
      try await hypervisor.machine(named: owner.machineName, uuid: nil))
    let error = await #expect(throws: CaselabError.self) {
      _ = try await machine.guest(within: .seconds(600))
    }
    #expect(error?.code == .usage)
    #expect(error?.message.hasPrefix("node \"product\" has no agent and no SSH") == true)
    try await domain.destroy()
    await hypervisor.close()
  }
}

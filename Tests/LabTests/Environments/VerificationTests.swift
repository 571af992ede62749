import Machines
import SyntheticMachines
import Testing

@testable import CaseModel
@testable import Lab

@Suite struct VerificationTests {
  @Test func aFactIsConfirmedDifferentOrUnconfirmed() {
    #expect(Verification.fact("os", expected: "debian 12", found: "debian 12").status == .confirmed)
    #expect(Verification.fact("os", expected: "debian 12", found: "debian 13").status == .different)
    #expect(Verification.fact("os", expected: "debian 12", found: nil).status == .unconfirmed)
    #expect(Verification.fact("os", expected: "debian 12", found: "").status == .unconfirmed)
  }

  @Test func aGuestsAnswerIsBoundedAndItsControlsAreNot() {
    let answer = "os=debian\u{1B}[2J 12\nrm=-rf\nnonsense\n" + String(repeating: "x=1\n", count: 99)
    let values = Verification.parse(answer)
    #expect(values == ["os": "debian\\u{1b}[2J 12"])
    #expect(Verification.parse("os=" + String(repeating: "a", count: 9000))["os"]?.count == 2001)
  }

  @Test func anEmptyListOfPortsIsAnAnswer() {
    #expect(Verification.parse("ports=\n") == ["ports": ""])
  }

  @Test func aClosedPortIsDifferent() async throws {
    let hypervisor = SyntheticHypervisor { _ in
      GuestResult(status: 0, output: Array("os=debian 12\nports= 22 80\n".utf8))
    }
    let facts = try await facts(on: hypervisor)
    #expect(facts.first { $0.fact == "protocol ftp" }?.status == .different)
    #expect(facts.first { $0.fact == "os" }?.status == .confirmed)
    #expect(facts.first { $0.fact == "node.cpus" }?.status == .unconfirmed)
    #expect(facts.first { $0.fact == "os" }?.observation == "/etc/os-release")
  }

  @Test func whatIsNotToBeServedIsLookedForToo() async throws {
    func fact(_ ports: String) async throws -> VerifiedFact? {
      let hypervisor = SyntheticHypervisor { _ in
        GuestResult(status: 0, output: Array("ports= \(ports)\n".utf8))
      }
      return try await facts(on: hypervisor).first { $0.fact == "no ftps-implicit" }
    }
    #expect(try await fact("21")?.status == .confirmed)
    #expect(try await fact("21 990")?.status == .different)
  }

  @Test func aSealedNodeHasNoNetworkDevice() async throws {
    let hypervisor = SyntheticHypervisor { _ in
      GuestResult(status: 0, output: Array("links= eth0\n".utf8))
    }
    let fact = try await facts(on: hypervisor).first { $0.fact == "links" }
    #expect(fact?.status == .different && fact?.expected == "none")
  }

  @Test(arguments: [
    ("debian 12", VerifiedFact.Status.confirmed), ("debian 11", VerifiedFact.Status.different),
  ])
  func aCompanionsNodeIsHeldAgainstWhatWasToBeBuilt(
    _ os: String, _ status: VerifiedFact.Status
  ) async throws {
    let hypervisor = SyntheticHypervisor { _ in
      GuestResult(status: 0, output: Array("os=\(os)\nlinks=inside outside\nslapd 2.5.13\n".utf8))
    }
    let machine = try await hypervisor.start(
      MachineSpec(
        owner: Sample.owner, uuid: "u", title: "t", memoryMiB: 1, cpus: 1,
        acceleration: .emulation, boot: .disk, disk: .init(path: "/d"), consoleLog: "/c"))
    var companion = Sample.companion("openldap", .directory, host: "ldap")
    companion.version = Product.VersionProbe(
      available: nil, run: "slapd -VV", pattern: #"slapd ([0-9.]+)"#)
    let interfaces = ["outside", "inside"].map {
      Topology.Interface(link: $0, mac: "", address: .v4(IPv4Address(1)), prefix: 24)
    }
    let node = Topology.Node(
      name: "directory", role: .directory, companion: "openldap", host: "ldap",
      interfaces: interfaces, forwards: false, isFront: false)
    let fact = try await Verification(
      Sample.layout(), node: node, guest: machine.guest(within: .seconds(1)), environment: [:]
    ).fact(of: companion, os: .init(id: "debian", version: "12"))
    #expect(fact.fact == "node directory" && fact.status == status)
    #expect(fact.expected == "debian 12 on inside outside")
    #expect(fact.observation == "openldap 2.5.13")
  }

  private func facts(on hypervisor: SyntheticHypervisor) async throws -> [VerifiedFact] {
    let machine = try await hypervisor.start(
      MachineSpec(
        owner: Sample.owner, uuid: "u", title: "t", memoryMiB: 1, cpus: 1,
        acceleration: .emulation, boot: .disk, disk: .init(path: "/d"), consoleLog: "/c"))
    let layout = try Sample.layout()
    return try await Verification(
      layout, node: try #require(layout.topology.nodes.first),
      guest: machine.guest(within: .seconds(1)), environment: [:]
    ).facts(os: .init(id: "debian", version: "12"))
  }
}

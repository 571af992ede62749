import CaseModel
import Machines
import SyntheticMachines
import Testing

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

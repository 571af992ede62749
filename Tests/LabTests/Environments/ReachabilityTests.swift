import CaseModel
import Foundation
import Machines
import Synchronization
import SyntheticMachines
import Testing

@testable import Lab

@Suite struct ReachabilityTests {
  private func machine(
    _ node: String, _ script: @escaping SyntheticHypervisor.Script
  ) async throws -> SyntheticMachine {
    var owner = Sample.owner
    owner.node = node
    let machine = try await SyntheticHypervisor(script: script).start(
      MachineSpec(
        owner: owner, uuid: UUID().uuidString, title: "t", memoryMiB: 1, cpus: 1,
        acceleration: .emulation, boot: .disk, disk: .init(path: "/d"), consoleLog: "/c"))
    return try #require(machine as? SyntheticMachine)
  }

  private func reachability(
    of box: SyntheticMachine, answering script: @escaping SyntheticHypervisor.Script
  ) async throws -> Reachability {
    let client = try await machine("client", script)
    return Reachability(
      of: "product", box, at: try #require(IPAddress("10.77.0.10")), ports: [21, 990],
      from: "client", try await client.guest(within: .seconds(1)))
  }

  @Test func aMachineIsThereWhenOneOfItsPortsAnswers() async throws {
    let box = try await machine("product") { _ in nil }
    let asked = Mutex(0)
    let reachability = try await reachability(of: box) { command in
      #expect(command.environment["CASELAB_TO"] == "10.77.0.10")
      #expect(command.environment["CASELAB_PORTS"] == "21 990")
      let turn = asked.withLock { count in
        count += 1
        return count
      }
      // What a guest says of other ports, or of none, is not believed.
      let said = turn < 2 ? "answers 80\nanswers x\nanswers\n" : "answers 990\n"
      return GuestResult(status: 0, output: Array(said.utf8), errors: Array("refused\n".utf8))
    }
    try await reachability.wait(within: .seconds(60)) { #expect($0 == "refused") }
    #expect(asked.withLock { $0 } == 2)
    #expect(try await reachability.answers().ports == [990])
  }

  @Test func whatNeverAnswersIsNamedWithWhatWasSeenLast() async throws {
    let box = try await machine("product") { _ in nil }
    let reachability = try await reachability(of: box) { _ in
      GuestResult(status: 0, errors: Array("bash: connect: No route to host\n".utf8))
    }
    let error = await #expect(throws: CaselabError.self) {
      try await reachability.wait(within: .zero) { _ in }
    }
    #expect(
      error?.message == """
        node "product": no answer from 10.77.0.10 on TCP port 21, 990 for 0 s, asked from node "client":
          bash: connect: No route to host
        """)
    #expect(error?.hint?.contains("caselab console CASE product") == true)
  }

  @Test func aMachineThatEndsIsNotWaitedFor() async throws {
    let box = try await machine("product") { _ in nil }
    let reachability = try await reachability(of: box) { _ in
      box.stop(.panicked)
      return GuestResult(status: 0)
    }
    let error = await #expect(throws: CaselabError.self) {
      try await reachability.wait(within: .seconds(3600)) { _ in }
    }
    #expect(error?.message.hasPrefix("node \"product\" ended before it answered") == true)
  }

  @Test func factsThatNobodyReadsAreUnconfirmed() throws {
    var profile = Sample.profile
    profile.timezone = "Europe/Berlin"
    profile.system.variables = ["MODE": "x"]
    let facts = Verification.unseen(
      try Sample.layout(profile), os: .init(id: "box", version: "4.2"), answering: [21],
      from: "client")
    #expect(
      facts.filter { $0.status == .unconfirmed }.map { "\($0.fact)=\($0.expected)" } == [
        "product.version=1.2b", "os=box 4.2", "arch=x86_64", "timezone=Europe/Berlin",
        "variable MODE=x",
      ])
    #expect(
      facts.filter { $0.status == .confirmed }.map { "\($0.fact) \($0.found ?? "")" } == [
        "protocol ftp port 21", "no ftps-implicit nothing on 990",
      ])
    #expect(facts.last?.observation == "connections from client")
  }
}

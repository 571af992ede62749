import CaseModel
import Foundation
import Machines
import Testing

@testable import CaselabCommands
@testable import Lab

@Suite struct ExposeTests {
  private func open(_ live: LiveFixture) async throws -> [String: [PortForward]] {
    var found: [String: [PortForward]] = [:]
    for machine in try await LiveEnvironment.find(live.id, in: live.context).machines {
      found[machine.owner.node] = try await machine.forwards()
    }
    return found
  }

  @Test func aPortIsOpenedAndClosedAndThatIsJournalled() async throws {
    let live = try LiveFixture()
    try await live.bringUp(expires: "2999-01-02T03:04:05.000Z")
    func expose(_ words: String...) async throws {
      try await ExposeCommand.parse(["SUP-1042"] + words).run(in: live.context)
    }
    try await expose("directory:389", "--to", "127.0.0.1:1389")
    try await expose(":21", "--to", "127.0.0.2:2121")
    #expect(try await open(live)["directory"]?.map(\.source) == ["127.0.0.1:1389"])
    #expect(try await open(live)["product"]?.map(\.guestPort) == [21])
    try await expose()
    try await expose("directory:389", "--stop")
    #expect(try await open(live)["directory"] == [])
    #expect(try await open(live)["product"]?.count == 1)
    try await expose("--stop")
    #expect(try await open(live)["product"] == [])
    #expect(
      try live.journal().suffix(4) == [
        "opened 127.0.0.1:1389 to port 389 of directory",
        "opened 127.0.0.2:2121 to port 21 of product",
        "closed 127.0.0.1:1389 to port 389 of directory",
        "closed 127.0.0.2:2121 to port 21 of product",
      ])
  }

  @Test func aGuestThatDoesNotTakeTheDeviceGetsNoPort() async throws {
    let live = try LiveFixture { command in
      command.arguments.contains(GuestGate.address)
        ? GuestResult(status: 1, errors: Array("no network device has come\n".utf8)) : nil
    }
    try await live.bringUp(expires: "2999-01-02T03:04:05.000Z")
    let error = await #expect(throws: CaselabError.self) {
      try await ExposeCommand.parse(["SUP-1042", "product:21"]).run(in: live.context)
    }
    #expect(error?.message.contains("no network device has come") == true)
    #expect(try await open(live)["product"] == [])
  }

  @Test func onlyLoopbackIsOpened() {
    for text in ["127.0.0.1:1", "127.255.255.254:65535"] {
      #expect(HostPort(argument: text) != nil, "\(text)")
    }
    for text in ["0.0.0.0:1", "128.0.0.1:1", "localhost:1", "[::1]:1", "127.0.0.1", "127.0.0.1:0"] {
      #expect(HostPort(argument: text) == nil, "\(text)")
    }
    #expect(
      PortForward(hostAddress: IPv4Address(0x0A00_0001), hostPort: 1, guestPort: 1) == nil)
  }
}

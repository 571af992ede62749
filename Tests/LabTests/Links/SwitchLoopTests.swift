import CaseModel
import Foundation
import Testing

@testable import Lab

@Suite struct SwitchLoopTests {
  @Test func `frames cross the switch to the machine they are for`() async throws {
    let running = try await RunningSwitch(["inside": ["client", "server", "third"]])
    let client = try running.cable("inside", "client")
    let server = try running.cable("inside", "server")
    let third = try running.cable("inside", "third")
    let one = running.frame("inside", from: "client", to: "server", "one")
    client.send(one, to: running.port("inside", "client").switchPort)
    #expect(server.receive() == one)
    let all = LinkSample.frame(to: "ff:ff:ff:ff:ff:ff", from: running.port("inside", "server").mac)
    server.send(all, to: running.port("inside", "server").switchPort)
    #expect(client.receive() == all)
    // The first frame would be in front of it, had it come here as well.
    #expect(third.receive() == all)
    try await running.stop()
  }

  @Test func `what a stranger sends to a port goes nowhere`() async throws {
    let running = try await RunningSwitch(["inside": ["client", "server"]])
    let client = try running.cable("inside", "client")
    let server = try running.cable("inside", "server")
    let stranger = try Cable()
    let port = running.port("inside", "client").switchPort
    stranger.send(running.frame("inside", from: "client", to: "server", "forged"), to: port)
    let honest = running.frame("inside", from: "client", to: "server", "honest")
    client.send(honest, to: port)
    #expect(server.receive() == honest)
    try await running.stop()
  }

  @Test func `links are apart from each other`() async throws {
    let running = try await RunningSwitch(["inside": ["a", "b"], "outside": ["c", "d"]])
    let (a, b) = (try running.cable("inside", "a"), try running.cable("inside", "b"))
    let (c, d) = (try running.cable("outside", "c"), try running.cable("outside", "d"))
    let here = LinkSample.frame(to: "ff:ff:ff:ff:ff:ff", from: running.port("inside", "a").mac)
    a.send(here, to: running.port("inside", "a").switchPort)
    #expect(b.receive() == here)
    let there = running.frame("outside", from: "c", to: "d", "there")
    c.send(there, to: running.port("outside", "c").switchPort)
    #expect(d.receive() == there)
    #expect(c.receive(within: 0) == nil)
    try await running.stop()
  }

  @Test func `a machine that is started later gets what comes after`() async throws {
    let running = try await RunningSwitch(["inside": ["client", "server"]])
    let client = try running.cable("inside", "client")
    let port = running.port("inside", "client").switchPort
    for number in 0..<3 {
      client.send(running.frame("inside", from: "client", to: "server", "lost \(number)"), to: port)
    }
    let server = try running.cable("inside", "server")
    let last = running.frame("inside", from: "client", to: "server", "last")
    try await until {
      client.send(last, to: port)
      return server.receive(within: 50) == last
    }
    try await running.stop()
  }

  @Test func `a link goes down and up again without a new switch`() async throws {
    let running = try await RunningSwitch(["inside": ["client", "server"]])
    let client = try running.cable("inside", "client")
    let server = try running.cable("inside", "server")
    let port = running.port("inside", "client").switchPort
    let frame = running.frame("inside", from: "client", to: "server", "x")
    func passes() -> Bool {
      client.send(frame, to: port)
      return server.receive(within: 50) == frame
    }
    try await until { passes() }
    running.plan.links[0].state = .down
    try running.plan.write(folder: running.folder)
    running.bell.ring(.reload)
    try await until { !passes() }
    running.plan.links[0].state = .up
    try running.plan.write(folder: running.folder)
    running.bell.ring(.reload)
    try await until { passes() }
    try await running.stop()
  }

  @Test func `it ends by itself when its folder is gone`() async throws {
    let running = try await RunningSwitch(["inside": ["client"]])
    try Folder.remove(running.folder)
    try await within(.seconds(300), waitingFor: "the switch's end") { [task = running.task] in
      try await task.value
    }
  }

  @Test func `a port that is taken is named`() async throws {
    let taken = try Cable(port: try SwitchControl.ports(count: 1)[0])
    let scratch = try Scratch()
    let plan = LinkPlan(links: [
      LinkPlan.Link(
        name: "inside",
        ports: [
          LinkPlan.Port(node: "a", mac: LinkSample.client, switchPort: taken.port, machinePort: 9)
        ])
    ])
    try plan.write(folder: scratch.root)
    let error = await #expect(throws: CaselabError.self) {
      try await SwitchProcess.serve(folder: scratch.root, bell: SwitchBell())
    }
    #expect(
      error?.description
        == "UDP port \(taken.port) of link \"inside\", node \"a\", cannot be bound: Address already in use"
    )
    #expect(SwitchControl.readyPid(scratch.root) == nil)
  }

  @Test func `what wants out is refused, noted and captured, and stays in`() async throws {
    let running = try await RunningSwitch(["inside": ["client", "server"]], gateway: "10.77.0.254")
    let client = try running.cable("inside", "client")
    let server = try running.cable("inside", "server")
    let port = running.port("inside", "client").switchPort
    let out = GuestFrame.tcp(flags: 2)
    client.send(out, to: port)
    let refusal = try #require(client.receive())
    #expect(refusal == Sink(link: "", gateway: GuestFrame.gateway).answer(out, from: "").reply)
    client.send(GuestFrame.arp(for: GuestFrame.gateway.bytes), to: port)
    #expect(client.receive() != nil)
    let last = running.frame("inside", from: "client", to: "server", "last")
    client.send(last, to: port)
    #expect(server.receive() == last)
    try await running.stop()

    let attempts = try Attempts.read(folder: running.folder)
    #expect(attempts.attempts.map(\.address) == ["93.184.216.34"])
    #expect(attempts.attempts.map(\.node) == ["client"])
    #expect(attempts.attempts[0].first.hasSuffix("Z"))
    let status = try SwitchStatus.read(folder: running.folder).links[0]
    #expect(status.frames == 3)
    #expect(status.lost == [:])
    #expect(!status.captureIsFull)
    // Three frames and two answers.
    let file = URL(fileURLWithPath: running.folder + "/link-inside.pcap")
    let captured = try Data(contentsOf: file)
    let lengths = [60, 60, 42, 60, 60]
    #expect(captured.count == lengths.reduce(24) { $0 + 16 + $1 })
    #expect(captured.count == status.capturedBytes)
  }

  @Test func `a delayed frame comes late and a lossy line is told in the status`() async throws {
    let running = try await RunningSwitch(["inside": ["client", "server"]])
    running.plan.links[0].impairments = [
      .init(from: "client", to: "server", delayMs: 200),
      .init(from: "server", to: "client", lossPercent: 100),
    ]
    try running.plan.write(folder: running.folder)
    running.bell.ring(.reload)
    let client = try running.cable("inside", "client")
    let server = try running.cable("inside", "server")
    let frame = running.frame("inside", from: "client", to: "server", "x")
    try await until {
      let start = ContinuousClock.now
      client.send(frame, to: running.port("inside", "client").switchPort)
      guard server.receive() == frame else { return false }
      return ContinuousClock.now - start >= .milliseconds(200)
    }
    server.send(
      running.frame("inside", from: "server", to: "client", "y"),
      to: running.port("inside", "server").switchPort)
    try await until {
      try SwitchStatus.read(folder: running.folder).links[0].lost["impaired"] == 1
    }
    #expect(client.receive(within: 0) == nil)
    try await running.stop()
  }
}

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
    try await within(.seconds(10), waitingFor: "the switch's end") { [task = running.task] in
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
}

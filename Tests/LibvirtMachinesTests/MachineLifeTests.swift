import CaseModel
import Libvirt
import Machines
import Testing

@testable import LibvirtMachines

@Suite struct MachineLifeTests {
  static let ends: [([DomainEvent], MachineEnd)] = [
    ([.started, .stopped(.shutDown)], .shutDown),
    ([.stopped(.destroyed)], .destroyed),
    ([.panicked, .stopped(.crashed)], .panicked),
    ([.panicked, .stopped(.shutDown)], .panicked),
    ([.stopped(.failed)], .crashed),
    ([.stopped(.crashed)], .crashed),
    ([.connectionLost("the daemon ended")], .connectionLost("the daemon ended")),
    ([.stopped(.shutDown), .connectionLost("it was closed")], .shutDown),
  ]

  @Test(arguments: ends)
  func `every end is told by its events`(_ events: [DomainEvent], _ end: MachineEnd) async throws {
    let (stream, continuation) = AsyncStream.makeStream(of: DomainEvent.self)
    let watch = MachineWatch(stream)
    for event in events { continuation.yield(event) }
    #expect(try await watch.end() == end)
    continuation.finish()
  }

  @Test func `a full disk of the host ends the machine`() {
    var life = MachineLife()
    life.apply(.pausedOnIOError)
    guard case .failed(let why) = life.end else { return #expect(Bool(false)) }
    #expect(why.contains("disk"))
  }

  @Test func `an agent that comes and goes is no end`() {
    var life = MachineLife()
    #expect(life.isAgentThere == nil)
    for event in [DomainEvent.started, .agentConnected, .agentDisconnected] { life.apply(event) }
    #expect(life.isAgentThere == false)
    #expect(life.agentDepartures == 1)
    life.assume(agentIsThere: true)
    #expect(life.isAgentThere == false)
    life.apply(.agentConnected)
    #expect(life.isAgentThere == true)
    #expect(life.end == nil)
  }

  @Test(arguments: [(" state='connected'", true), (" state='disconnected'", false), ("", false)])
  func `a definition tells whether the agent is there`(_ state: String, _ isThere: Bool) {
    let definition = """
      <domain><devices>
        <channel><target type='virtio' name='other' state='connected'/></channel>
        <channel><target type='virtio' name='org.qemu.guest_agent.0'\(state)/></channel>
      </devices></domain>
      """
    #expect(DomainXML.agentIsThere(in: definition) == isThere)
    #expect(!DomainXML.agentIsThere(in: ""))
  }

  @Test func `all who wait are woken by one end`() async throws {
    let (stream, continuation) = AsyncStream.makeStream(of: DomainEvent.self)
    let watch = MachineWatch(stream)
    try await withThrowingTaskGroup(of: MachineEnd.self) { group in
      for _ in 0..<50 { group.addTask { try await watch.end() } }
      continuation.yield(.stopped(.failed))
      for try await end in group { #expect(end == .crashed) }
    }
  }

  @Test func `a cancelled wait ends though nothing happens`() async {
    let watch = MachineWatch(AsyncStream.makeStream(of: DomainEvent.self).stream)
    let waiting = Task { try await watch.end() }
    waiting.cancel()
    await #expect(throws: CancellationError.self) { _ = try await waiting.value }
  }

  @Test func `an end beats the work and names the machine`() async {
    let (stream, continuation) = AsyncStream.makeStream(of: DomainEvent.self)
    let watch = MachineWatch(stream)
    continuation.yield(.panicked)
    continuation.yield(.stopped(.crashed))
    await #expect {
      try await watch.withDeadline(.seconds(3600), machine: "m", waitingFor: "answer") {
        try await Task.sleep(for: .seconds(3600))
      }
    } throws: {
      let error = $0 as? CaselabError
      return error?.code == .labFailed
        && error?.message == "machine \"m\" ended before its answer: the guest's kernel panicked"
    }
  }

  @Test func `a deadline says what was waited for`() async {
    let watch = MachineWatch(AsyncStream.makeStream(of: DomainEvent.self).stream)
    await #expect {
      try await watch.withDeadline(.zero, machine: "m", waitingFor: "answer") {
        try await Task.sleep(for: .seconds(3600))
      }
    } throws: {
      let error = $0 as? CaselabError
      return error?.code == .deadline && error?.message.contains("\"m\": no answer") == true
    }
  }
}

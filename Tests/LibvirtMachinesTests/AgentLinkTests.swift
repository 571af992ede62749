import CaseModel
import Testing

@testable import LibvirtMachines

@Suite struct AgentLinkTests {
  private func link(_ agent: ScriptedAgent) -> AgentLink { agent.guest.link }

  @Test func `what does no harm is asked again until there is an answer`() async throws {
    let agent = ScriptedAgent(["guest-ping": [.absent, .silent, .absent, .answer("{}")]])
    _ = try await link(agent).call(GuestPing())
    #expect(agent.sent.count == 4)
  }

  @Test func `a command that an absent agent never got is sent again`() async throws {
    let agent = ScriptedAgent(["guest-exec": [.absent, .answer("{\"pid\":7}")]])
    let exec = BoundedCommand.kill(1)
    #expect(try await link(agent).call(exec).pid == 7)
    #expect(agent.sent.count == 2)
  }

  @Test(arguments: [ScriptedAgent.Reply.silent, .leaving])
  func `a command that may have been taken is not sent twice`(_ reply: ScriptedAgent.Reply) async {
    let agent = ScriptedAgent(["guest-exec": [reply, .answer("{\"pid\":7}")]])
    await #expect {
      _ = try await link(agent).call(BoundedCommand.kill(1))
    } throws: {
      "\($0)".contains("at \"guest-exec\"")
    }
    #expect(agent.sent.count == 1)
  }

  @Test func `a refusal is final`() async {
    let agent = ScriptedAgent(["guest-ping": [.refused, .answer("{}")]])
    await #expect(throws: CaselabError.self) { _ = try await link(agent).call(GuestPing()) }
    #expect(agent.sent.count == 1)
  }

  @Test func `a command that is too long to arrive is refused`() {
    let exec = GuestExec(
      path: String(repeating: "x", count: AgentCodec.commandLimit), arg: [], env: [],
      captureOutput: false)
    #expect(throws: CaselabError.self) { try AgentCodec.encode(exec) }
  }

  @Test func `commands are written as the agent reads them`() throws {
    #expect(
      try AgentCodec.encode(GuestFileSeek(handle: 3, offset: 5))
        == #"{"arguments":{"handle":3,"offset":5,"whence":"set"},"execute":"guest-file-seek"}"#)
    #expect(
      try AgentCodec.encode(GuestPing()) == #"{"arguments":{},"execute":"guest-ping"}"#)
    #expect(
      try AgentCodec.encode(BoundedCommand.kill(7)).contains(#""capture-output":false"#))
  }
}

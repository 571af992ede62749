import CaseModel
import Machines
import Testing

@testable import LibvirtMachines

@Suite struct AgentFileTests {
  private func reading(_ reads: [ScriptedAgent.Reply]) -> ScriptedAgent {
    ScriptedAgent([
      "guest-file-open": [.answer("3")], "guest-file-read": reads,
      "guest-file-seek": [.answer("{\"position\":5,\"eof\":false}")],
      "guest-file-close": [.answer("{}")],
    ])
  }

  @Test func `a file is read part by part until its end, and closed`() async throws {
    let agent = reading([
      .answer("{\"count\":3,\"buf-b64\":\"b3V0\",\"eof\":false}"),
      .answer("{\"count\":3,\"buf-b64\":\"ZXJy\",\"eof\":true}"),
    ])
    let content = try await agent.guest.read("/a", offset: 5, limit: 100)
    #expect(content == Array("outerr".utf8))
    #expect(agent.sent("guest-file-seek").first?.contains("\"offset\":5") == true)
    #expect(agent.sent("guest-file-close").count == 1)
  }

  @Test func `a guest that sends without end sends no more than was asked for`() async throws {
    let agent = reading([.answer("{\"count\":3,\"buf-b64\":\"b3V0\",\"eof\":false}")])
    #expect(try await agent.guest.read("/a", offset: 0, limit: 8).count == 8)
    let empty = reading([.answer("{\"count\":0,\"buf-b64\":\"\",\"eof\":false}")])
    #expect(try await empty.guest.read("/a", offset: 0, limit: 8).isEmpty)
  }

  @Test func `a failed read closes the file and names it`() async {
    let agent = reading([.refused])
    await #expect {
      _ = try await agent.guest.read("/a\u{1b}", offset: 0, limit: 8)
    } throws: {
      let text = "\($0)"
      return text.hasPrefix("file \"/a\\u{1b}\" of machine \"m\" cannot be read")
    }
    #expect(agent.sent("guest-file-close").count == 1)
  }

  @Test(arguments: ["", "relative", "/a\0b", "/" + String(repeating: "a", count: 5000)])
  func `a path that is none is refused`(_ path: String) async {
    let agent = reading([])
    await #expect(throws: CaselabError.self) {
      _ = try await agent.guest.read(path, offset: 0, limit: 8)
    }
    await #expect(throws: CaselabError.self) {
      try await agent.guest.write([1], to: path, mode: "0600")
    }
    #expect(agent.sent("guest-file-open").isEmpty)
  }

  @Test func `a file is written under another name and put in place by a constant script`()
    async throws
  {
    let agent = ScriptedAgent([
      "guest-file-open": [.answer("3")], "guest-file-write": [.answer("{\"count\":2}")],
      "guest-file-close": [.answer("{}")], "guest-exec": [.answer("{\"pid\":7}")],
      "guest-exec-status": [.answer("{\"exited\":true,\"exitcode\":0}")],
    ])
    try await agent.guest.write([65, 66], to: "/a;id", mode: "0640")
    #expect(agent.sent("guest-file-open").first?.contains("/a;id.caselab-") == true)
    let exec = try #require(agent.sent("guest-exec").first)
    #expect(exec.contains("\"/a;id\",\"0640\"]"))
  }

  @Test func `a short write is an error and leaves no file`() async {
    let agent = ScriptedAgent([
      "guest-file-open": [.answer("3")], "guest-file-write": [.answer("{\"count\":1}")],
      "guest-file-close": [.answer("{}")], "guest-exec": [.answer("{\"pid\":7}")],
      "guest-exec-status": [.answer("{\"exited\":true,\"exitcode\":0}")],
    ])
    await #expect(throws: CaselabError.self) {
      try await agent.guest.write([65, 66], to: "/a", mode: "0640")
    }
    #expect(agent.sent("guest-exec").contains { $0.contains("\"rm\"") })
  }
}

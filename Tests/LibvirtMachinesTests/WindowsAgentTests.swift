import CaseModel
import Foundation
import Machines
import Testing

@testable import LibvirtMachines

/// How Windows' agent is spoken to. No Windows answers here: that PowerShell does what it is told by
/// these scripts is not shown.
@Suite struct WindowsAgentTests {
  private func agent(_ ended: String = "\"exitcode\":0") -> ScriptedAgent {
    ScriptedAgent([
      "guest-exec": [.answer("{\"pid\":7}")],
      "guest-exec-status": [.answer("{\"exited\":true,\(ended)}")],
      "guest-file-open": [.answer("3")], "guest-file-write": [.answer("{\"count\":5}")],
      "guest-file-close": [.answer("{}")],
    ])
  }

  private func guest(_ agent: ScriptedAgent) -> AgentGuest {
    var guest = agent.guest
    guest.system = .windows
    return guest
  }

  private struct Sent: Decodable {
    struct Arguments: Decodable {
      var path: String
      var arg: [String]
      var env: [String]?
      var input: Data?
      enum CodingKeys: String, CodingKey {
        case path, arg, env
        case input = "input-data"
      }
    }
    var arguments: Arguments
  }

  private func sent(_ agent: ScriptedAgent, _ index: Int = 0) throws -> Sent.Arguments {
    let all = agent.sent("guest-exec")
    try #require(all.indices.contains(index))
    return try JSONDecoder().decode(Sent.self, from: Data(all[index].utf8)).arguments
  }

  @Test func `script and variables go by standard input to a loader that is always the same`()
    async throws
  {
    struct Given: Decodable {
      var environment: [String: String]
      var script: String
    }
    let hostile = "'; Remove-Item -Recurse C:\\ #\"$(id)`n\u{0}ä</x>{}"
    let agent = agent("\"exitcode\":3,\"out-data\":\"b3V0\"")
    let result = try await guest(agent).run(
      .script("exit 3 # \(hostile)", for: .windows, environment: ["A": hostile]))
    #expect(result.status == 3 && result.outputText == "out")
    let sent = try sent(agent)
    #expect(sent.path == "powershell.exe" && sent.arg.contains("-NonInteractive"))
    // With variables of its own it would have no others.
    #expect(sent.env == nil)
    #expect(sent.arg.dropLast().last == "-EncodedCommand")
    let code = try #require(sent.arg.last.flatMap { Data(base64Encoded: $0) })
    #expect(String(data: code, encoding: .utf16LittleEndian) == GuestCommand.loader)
    let given = try JSONDecoder().decode(Given.self, from: try #require(sent.input))
    #expect(given.environment == ["A": hostile] && given.script == "exit 3 # \(hostile)")
  }

  @Test func `the command line is short enough for Windows`() throws {
    let command = GuestCommand.script("x", for: .windows)
    #expect(command.arguments.joined(separator: " ").utf16.count < 32_000)
  }

  @Test func `a person's command is run by itself`() async throws {
    let agent = agent()
    _ = try await guest(agent).run(GuestCommand(["ipconfig.exe", "/all"]))
    let sent = try sent(agent)
    #expect(sent.path == "ipconfig.exe" && sent.arg == ["/all"] && sent.env == nil)
  }

  @Test func `what its agent would take for something else is refused`() async {
    for command in [
      GuestCommand(["x"], environment: ["A": "b"]), GuestCommand([""]), GuestCommand(["a\0b"]),
      GuestCommand(["x"], input: [UInt8](repeating: 0, count: BoundedCommand.inputLimit + 1)),
    ] {
      let agent = agent()
      await #expect(throws: CaselabError.self) { try await guest(agent).run(command) }
      #expect(agent.sent.isEmpty)
    }
  }

  @Test(arguments: ["-1073741819", "3221225477", "300"])
  func `a status that no shell has is a failure`(code: String) async throws {
    let result = try await guest(agent("\"exitcode\":\(code)")).run(GuestCommand(["x.exe"]))
    #expect(result.status == 255)
  }

  @Test func `at the deadline it is ended with all that it started`() async throws {
    let agent = ScriptedAgent([
      "guest-exec": [.answer("{\"pid\":7}")], "guest-exec-status": [.never],
    ])
    let error = await #expect(throws: CaselabError.self) {
      try await guest(agent).run(GuestCommand(["x.exe"], deadline: .milliseconds(50)))
    }
    #expect(error?.code == .deadline)
    let kill = try sent(agent, 1)
    #expect(kill.path == "taskkill.exe" && kill.arg == ["/T", "/F", "/PID", "7"])
  }

  @Test func `a file is written beside its place and moved there`() async throws {
    let agent = agent()
    try await guest(agent).write(Array("hello".utf8), to: "/ProgramData/a b/x.conf", mode: "0644")
    let opened = try #require(agent.sent("guest-file-open").first)
    #expect(opened.contains("/ProgramData/a b/x.conf.caselab-"))
    let move = try #require(try sent(agent).input)
    let text = String(decoding: move, as: UTF8.self)
    #expect(
      text.contains("Move-Item") && text.contains("\"CASELAB_TO\":\"/ProgramData/a b/x.conf\""))
  }
}

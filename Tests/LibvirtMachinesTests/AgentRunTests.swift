import CaseModel
import Foundation
import Machines
import Testing

@testable import LibvirtMachines

@Suite struct AgentRunTests {
  private func agent(status: [ScriptedAgent.Reply]) -> ScriptedAgent {
    ScriptedAgent(["guest-exec": [.answer("{\"pid\":7}")], "guest-exec-status": status])
  }

  private func ended(_ fields: String) -> ScriptedAgent.Reply {
    .answer("{\"exited\":true,\(fields)}")
  }

  @Test func `a command's status and output come back`() async throws {
    let agent = agent(status: [
      .answer("{\"exited\":false}"), .answer("{\"exited\":false}"),
      ended("\"exitcode\":7,\"out-data\":\"b3V0\",\"err-data\":\"ZXJy\""),
    ])
    let result = try await agent.guest.run(GuestCommand(["x"]))
    #expect(result == GuestResult(status: 7, output: Array("out".utf8), errors: Array("err".utf8)))
    #expect(agent.sent("guest-exec-status").count == 3)
  }

  @Test func `arguments, variables and input go as values, never into the script`() async throws {
    let agent = agent(status: [ended("\"exitcode\":0")])
    let hostile = "'; rm -rf / #\"$(id)`id`\\\n</x>{}"
    _ = try await agent.guest.run(
      GuestCommand(["echo", hostile], environment: ["A": hostile], input: Array("in".utf8)))
    struct Sent: Decodable {
      struct Arguments: Decodable {
        var path: String
        var arg: [String]
        var env: [String]
        var input: String?
        enum CodingKeys: String, CodingKey {
          case path, arg, env
          case input = "input-data"
        }
      }
      var arguments: Arguments
    }
    let text = try #require(agent.sent("guest-exec").first)
    let sent = try JSONDecoder().decode(Sent.self, from: Data(text.utf8)).arguments
    #expect(sent.path == "setsid")
    #expect(sent.arg.suffix(2) == ["echo", hostile])
    #expect(!sent.arg.dropLast(2).contains { $0.contains("rm -rf") })
    #expect(sent.env.contains("A=" + hostile))
    #expect(sent.env.contains("HOME=/root"))
    #expect(sent.input == "aW4=")
  }

  @Test func `a signal is 128 and its number`() throws {
    func status(_ signal: Int) throws -> Int {
      try AgentGuest.result(
        .init(exited: true, signal: signal), name: "x", limit: 1
      ).status
    }
    #expect(try status(9) == 137)
    #expect(throws: CaselabError.self) { try status(.max) }
    #expect(throws: CaselabError.self) { try status(-200) }
    #expect {
      _ = try status(BoundedCommand.notFound)
    } throws: {
      "\($0)" == "command \"x\" is not in the guest"
    }
  }

  @Test func `more output than asked for is thrown away`() throws {
    let result = try AgentGuest.result(
      .init(exited: true, exitcode: 0, outData: base64([1, 2, 3, 4])), name: "x", limit: 3)
    #expect(result.output == [1, 2, 3])
  }

  static let lies = [
    "null", "[]", "7", "{\"exited\":\"yes\"}", "{\"exited\":true}",
    "{\"exited\":true,\"exitcode\":\"0\"}", "{\"exited\":true,\"exitcode\":99999999999999999999}",
    "{\"exited\":true,\"exitcode\":-1}", "{\"exited\":true,\"exitcode\":300}",
    "{\"exited\":true,\"exitcode\":0,\"out-data\":\"%%%\"}",
    "{\"exited\":true,\"exitcode\":0,\"out-data\":[\"\u{1b}[2J\"]}", "{", "",
    String(repeating: "[", count: 100_000),
  ]

  @Test(arguments: lies)
  func `a lying guest is an error, and its words are harmless`(_ lie: String) async {
    let agent = agent(status: [.answer(lie)])
    await #expect {
      _ = try await agent.guest.run(GuestCommand(["x"]))
    } throws: {
      let error = $0 as? CaselabError
      return error?.code == .labFailed && "\($0)".count < 500 && !"\($0)".contains("\u{1b}")
    }
  }

  @Test(arguments: ["0", "-1", "1.5", "\"1\""])
  func `an impossible process is an error`(_ pid: String) async {
    let agent = ScriptedAgent(["guest-exec": [.answer("{\"pid\":\(pid)}")]])
    await #expect(throws: CaselabError.self) { _ = try await agent.guest.run(GuestCommand(["x"])) }
    #expect(agent.sent("guest-exec").count == 1)
  }

  @Test func `at the deadline the process and what it started are killed`() async throws {
    let agent = agent(status: [.never])
    await #expect {
      _ = try await agent.guest.run(GuestCommand(["sleep"], deadline: .milliseconds(1)))
    } throws: {
      ($0 as? CaselabError)?.code == .deadline
    }
    let kills = agent.sent("guest-exec").filter { $0.contains("kill -KILL") }
    // Under load the deadline may pass before the process is known.
    #expect(kills.count == (agent.sent("guest-exec-status").isEmpty ? 0 : 1))
    #expect(kills.allSatisfy { $0.contains("\"7\"") })
  }

  @Test func `a cancelled command is killed`() async throws {
    let agent = agent(status: [.never])
    let running = Task { try await agent.guest.run(GuestCommand(["sleep"])) }
    while agent.sent("guest-exec-status").isEmpty { await Task.yield() }
    running.cancel()
    await #expect(throws: CancellationError.self) { _ = try await running.value }
    #expect(agent.sent("guest-exec").count == 2)
  }

  @Test func `the machine's end ends the command`() async throws {
    let agent = agent(status: [.never])
    let running = Task { try await agent.guest.run(GuestCommand(["sleep"])) }
    while agent.sent("guest-exec-status").isEmpty { await Task.yield() }
    agent.continuation.yield(.panicked)
    agent.continuation.yield(.stopped(.crashed))
    await #expect {
      _ = try await running.value
    } throws: {
      let error = $0 as? CaselabError
      return error?.code == .labFailed && error?.message.contains("panicked") == true
    }
    #expect(agent.sent("guest-exec").count == 1)
  }

  @Test(arguments: ["", "a\0b"])
  func `a command that no guest could run is refused`(_ program: String) async {
    let agent = agent(status: [])
    await #expect(throws: CaselabError.self) {
      _ = try await agent.guest.run(GuestCommand([program]))
    }
    await #expect(throws: CaselabError.self) {
      _ = try await agent.guest.run(GuestCommand(["x"], environment: ["A=B": "c"]))
    }
    await #expect(throws: CaselabError.self) { _ = try await agent.guest.run(GuestCommand([])) }
    #expect(agent.sent.isEmpty)
  }

  @Test func `an agent that may not run commands says so`() async {
    let agent = ScriptedAgent([
      "guest-exec": [.refused],
      "guest-info": [
        .answer(
          "{\"version\":\"9\",\"supported_commands\":[{\"name\":\"guest-exec\",\"enabled\":false}]}"
        )
      ],
    ])
    await #expect {
      _ = try await agent.guest.run(GuestCommand(["x"]))
    } throws: {
      let error = $0 as? CaselabError
      return error?.message.contains("does not run commands") == true
        && error?.hint?.contains("guest-exec") == true
    }
  }

  @Test func `long input goes by way of a file`() async throws {
    let agent = ScriptedAgent([
      "guest-file-open": [.answer("3")],
      "guest-file-write": [.answer("{\"count\":65536}"), .answer("{\"count\":1}")],
      "guest-file-close": [.answer("{}")],
      "guest-exec": [.answer("{\"pid\":7}")],
      "guest-exec-status": [.answer("{\"exited\":true,\"exitcode\":0}")],
    ])
    let input = [UInt8](repeating: 65, count: BoundedCommand.inputLimit + 1)
    _ = try await agent.guest.run(GuestCommand(["cat"], input: input))
    #expect(agent.sent("guest-file-write").count == 2)
    let exec = try #require(agent.sent("guest-exec").first)
    #expect(exec.contains("/tmp/caselab-input"))
    #expect(!exec.contains("input-data"))
    #expect(agent.sent.allSatisfy { $0.utf8.count <= AgentCodec.commandLimit })
  }
}

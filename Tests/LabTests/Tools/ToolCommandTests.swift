import CaseModel
import Foundation
import Testing

@testable import Lab

@Suite struct ToolCommandTests {
  @Test func `both outputs reach the log and the listener, line by line`() async throws {
    let scratch = try Scratch()
    let notes = Notes()
    try await ToolCommand(
      ["sh", "-c", "echo out; echo err >&2; printf 'a\\rb\\n'"], deadline: .seconds(300)
    ).run(log: scratch.path("log")) { await notes.add($0) }
    #expect(await Set(notes.texts) == ["out", "err", "a", "b"])
    let log = try String(contentsOfFile: scratch.path("log"), encoding: .utf8)
    #expect(log.contains("out\n") && log.contains("err\n"))
  }

  @Test
  func `a failure carries the last lines, harmless for a terminal, and where all of them are`()
    async throws
  {
    let scratch = try Scratch()
    let error = await #expect(throws: CaselabError.self) {
      try await ToolCommand(
        ["sh", "-c", "seq 100; printf 'no \\033[31mspace\\n'; exit 7"], deadline: .seconds(300)
      ).run(log: scratch.path("log"))
    }
    #expect(error?.code == .labFailed)
    #expect(error?.message.hasPrefix("program \"sh\" ended with status 7\n  92\n") == true)
    #expect(error?.message.hasSuffix("\n  no \\u{1b}[31mspace") == true)
    #expect(error?.hint == "all it said is in \(scratch.path("log"))")
  }

  @Test func `what it wrote is taken from standard output only`() async throws {
    let command = ToolCommand(["sh", "-c", "echo out; echo err >&2"], deadline: .seconds(300))
    #expect(try await command.output() == "out\n")
  }

  @Test func `failing instead of writing, it is quoted from standard error`() async {
    let error = await #expect(throws: CaselabError.self) {
      try await ToolCommand(["sh", "-c", "echo out; echo no >&2; exit 2"], deadline: .seconds(300))
        .output()
    }
    #expect(error?.code == .labFailed)
    #expect(error?.message == "program \"sh\" ended with status 2\n  no")
  }

  @Test func `more output than anybody waits for is refused`() async {
    let error = await #expect(throws: CaselabError.self) {
      try await ToolCommand(["head", "-c", "5000000", "/dev/zero"], deadline: .seconds(300))
        .output()
    }
    #expect(error?.code == .labFailed)
  }

  @Test func `a program that is missing is named, with its package`() async {
    let error = await #expect(throws: CaselabError.self) {
      try await ToolCommand(["no-such-tool"], deadline: .seconds(300)).run()
    }
    #expect(error?.message == "program \"no-such-tool\" is not installed")
    #expect(error?.hint?.contains("apt-get install no-such-tool") == true)
  }

  @Test func `a program that takes too long is ended and its children with its namespace`()
    async throws
  {
    let error = await #expect(throws: CaselabError.self) {
      try await ToolCommand(["sleep", "1000"], deadline: .milliseconds(50)).run()
    }
    #expect(error?.code == .deadline)
  }

  @Test func `cancelling the task ends the program`() async throws {
    let notes = Notes()
    let task = Task {
      try await ToolCommand(["sh", "-c", "echo begun; exec sleep 1000"], deadline: .seconds(900))
        .run { await notes.add($0) }
    }
    await notes.heard("begun")
    task.cancel()
    await #expect(throws: (any Error).self) { try await task.value }
  }

  @Test func `a log of one program's output is bounded`() async throws {
    let scratch = try Scratch()
    try await ToolCommand(["sh", "-c", "head -c 20000000 /dev/zero"], deadline: .seconds(300))
      .run(log: scratch.path("log"))
    let size = try FileManager.default.attributesOfItem(atPath: scratch.path("log"))[.size] as? Int
    #expect(try #require(size) < 17 << 20)
  }
}

import Foundation
import Machines
import Testing

@testable import LibvirtMachines

/// The script that guests run, run here.
@Suite struct BoundedCommandTests {
  private struct Outcome: Equatable {
    var status: Int32
    var output: String
    var errors: String
    var signal = false
  }

  private func run(
    _ command: [String], limit: Int = 1000, inputFile: String = ""
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", BoundedCommand.script, "sh", String(limit), inputFile] + command
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    // A child inherits this thread's blocked signals.
    var (none, blocked) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &blocked)
    defer { pthread_sigmask(SIG_SETMASK, &blocked, nil) }
    try process.run()
    // Both are bounded by the script, well below a pipe's size.
    process.waitUntilExit()
    func text(_ pipe: Pipe) -> String {
      String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
    return Outcome(
      status: process.terminationStatus, output: text(output), errors: text(errors),
      signal: process.terminationReason == .uncaughtSignal)
  }

  @Test func `status, output and errors are the command's`() throws {
    #expect(
      try run(["sh", "-c", "echo out; echo err >&2; exit 7"])
        == Outcome(status: 7, output: "out\n", errors: "err\n"))
    #expect(try run(["true"]) == Outcome(status: 0, output: "", errors: ""))
    #expect(try run(["sh", "-c", "kill -TERM $$"]).status == 128 + 15)
  }

  @Test func `arguments stay whole`() throws {
    let arguments = ["a b", "", "*", "$HOME", "`id`", "-n", "\"'\n\\"]
    let printed = try run(["printf", "[%s]"] + arguments)
    #expect(printed.output == arguments.map { "[\($0)]" }.joined())
  }

  @Test func `endless output is cut and does not block the command`() throws {
    let outcome = try run(
      ["sh", "-c", "head -c 3000000 /dev/zero; head -c 3000000 /dev/zero >&2; exit 3"], limit: 100)
    #expect(outcome.status == 3)
    #expect(outcome.output.utf8.count == 100)
    #expect(outcome.errors.utf8.count == 100)
  }

  @Test func `a command that is not there is a signal of the script's own`() throws {
    let outcome = try run(["no-such-command-here"])
    #expect(outcome.signal)
    #expect(outcome.status == Int32(BoundedCommand.notFound))
  }

  @Test func `input from a file is read and the file is gone`() throws {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "caselab-test-\(UUID().uuidString)")
    try Data("hello".utf8).write(to: file)
    #expect(try run(["cat"], inputFile: file.path).output == "hello")
    #expect(!FileManager.default.fileExists(atPath: file.path))
  }

  @Test func `a command without output is run by itself`() throws {
    let exec = try BoundedCommand.exec(GuestCommand(["perl", "-e", "1"], outputLimit: 0))
    #expect(exec.path == "perl" && exec.arg == ["-e", "1"] && !exec.captureOutput)
  }

  @Test func `more output than fits an answer is never asked for`() throws {
    let exec = try BoundedCommand.exec(GuestCommand(["x"], outputLimit: .max))
    #expect(exec.arg.contains(String(BoundedCommand.outputLimit)))
    #expect(BoundedCommand.outputLimit * 2 * 4 / 3 + 1000 < AgentCodec.answerLimit)
    #expect(try BoundedCommand.exec(GuestCommand(["x"], outputLimit: -5)).arg.contains("0"))
  }
}

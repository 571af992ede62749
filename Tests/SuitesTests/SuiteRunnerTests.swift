import CaseModel
import Foundation
import Machines
import Synchronization
import Testing

@testable import Suites

/// The runner with its real scripts, on this machine.
@Suite struct SuiteRunnerTests {
  let scratch: Scratch
  let work: String

  init() throws {
    scratch = try Scratch()
    work = try scratch.folder("work")
  }

  func run(
    _ script: String, format: CaseModel.Suite.Format = .exit, timeLimit: Int = 60,
    files: [String: String] = ["readme": "x"], environment: [String: String] = [:],
    limits change: (inout SuiteLimits) -> Void = { _ in },
    note: @Sendable (String) async -> Void = { _ in }
  ) async throws -> SuiteOutcome {
    var suite = suite(script, format: format, timeLimit: timeLimit)
    suite.folder = try scratch.folder("suite", files: files)
    var limits = SuiteLimits()
    limits.interval = .milliseconds(10)
    change(&limits)
    let runner = SuiteRunner(
      suite: suite, limits: limits,
      paths: GuestPaths(suite: suite.name, under: scratch.path + "/guest"))
    return try await runner.run(
      in: LocalGuest(), workFolder: work, environment: environment, note: note)
  }

  @Test func `A suite of one command passes when the command does`() async throws {
    let outcome = try await run("echo hello")
    #expect(outcome.exitStatus == 0)
    #expect(outcome.tests.map(\.status) == [.passed])
    #expect(outcome.tests[0].name == "sample")
    #expect(outcome.tests[0].output == "hello\n")
    #expect(try String(contentsOfFile: outcome.outputFile, encoding: .utf8) == "hello\n")
  }

  @Test func `A failing command is one failed test with its output`() async throws {
    let outcome = try await run("echo broken >&2; exit 7")
    #expect(outcome.tests.map(\.status) == [.failed])
    #expect(outcome.tests[0].message == "exit status 7")
    #expect(outcome.tests[0].output == "broken\n")
  }

  @Test func `The suite's files and its environment reach it`() async throws {
    let outcome = try await run(
      "cat data/a.txt; printf '%s\\n' \"$CASELAB_SETTING_X\"",
      files: ["data/a.txt": "from the folder\n"],
      environment: ["CASELAB_SETTING_X": "a 'quoted' $(value)"])
    #expect(outcome.tests[0].output == "from the folder\na 'quoted' $(value)\n")
  }

  @Test func `JUnit results become rows`() async throws {
    let outcome = try await run(
      """
      printf '<testsuite name="s"><testcase classname="c" name="a" time="1.5"/></testsuite>' \
        >"$CASELAB_RESULTS"
      """, format: .junit)
    #expect(
      outcome.tests == [
        TestResult(suite: "sample", group: "c", name: "a", status: .passed, duration: 1.5)
      ])
    #expect(outcome.resultsFile == work + "/results.xml")
    #expect(outcome.problem == nil)
  }

  @Test func `TAP is read from the output when the suite writes no file`() async throws {
    let outcome = try await run("echo 1..1; echo ok 1 - fine", format: .tap)
    #expect(outcome.tests.map(\.name) == ["fine"])
    #expect(outcome.resultsFile == nil)
  }

  @Test func `A suite that hangs ends at its time limit and loses its processes`() async throws {
    let outcome = try await run(
      "setsid sleep 3600 & echo $! >pid; echo started; sleep 3600", format: .junit, timeLimit: 5)
    #expect(outcome.exitStatus == 124)
    #expect(outcome.problem == "time limit of 5 s")
    #expect(outcome.tests.map(\.status) == [.error])
    #expect(outcome.tests[0].output == "started\n")
    let pid = try String(
      contentsOfFile: scratch.path + "/guest/sample/files/pid", encoding: .utf8
    ).trimmingCharacters(in: .whitespacesAndNewlines)
    let state = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
    #expect(state == nil || state?.contains(") Z ") == true)
  }

  @Test func `What had been tested before the time limit is kept`() async throws {
    let outcome = try await run(
      """
      trap 'printf "<testsuite><testcase name=\\"done\\"/></testsuite>" >"$CASELAB_RESULTS"; exit 1' TERM
      while :; do sleep 0.1; done
      """, format: .junit, timeLimit: 5)
    #expect(outcome.tests.map(\.name) == ["done", "sample"])
    #expect(outcome.tests.map(\.status) == [.passed, .error])
  }

  @Test func `Output beyond the limit is thrown away and the suite goes on`() async throws {
    let outcome = try await run("yes | head -c 30000000; exit 3", limits: { $0.outputBytes = 5000 })
    #expect(outcome.outputTruncated)
    #expect(outcome.exitStatus == 3)
    let size = try FileManager.default.attributesOfItem(atPath: outcome.outputFile)[.size] as? Int
    #expect(size == 5000)
  }

  @Test func `Progress is told without terminal escapes`() async throws {
    let notes = Mutex<[String]>([])
    _ = try await run(
      "printf 'one\\n\\033[2Jtwo\\n'",
      note: { text in
        notes.withLock { $0.append(text) }
      })
    #expect(notes.withLock { $0 }.allSatisfy { !$0.contains("\u{1B}") })
  }

  @Test func `Links in the suite's folder are not followed`() async throws {
    _ = try scratch.folder("suite")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/suite/link", withDestinationPath: "/etc/passwd")
    let outcome = try await run("ls")
    #expect(outcome.tests[0].output == "readme\n")
  }

  @Test func `A folder that is too large is refused before anything runs`() async throws {
    await #expect(throws: CaselabError.self) {
      _ = try await run(
        "true", files: ["a": "12345", "b": "12345"], limits: { $0.folderBytes = 9 })
    }
  }
}

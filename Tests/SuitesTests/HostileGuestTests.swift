import CaseModel
import Foundation
import Machines
import Testing

@testable import Suites

/// The runner against a guest that says anything.
@Suite struct HostileGuestTests {
  let scratch: Scratch
  init() throws { scratch = try Scratch() }

  func run(
    _ guest: ScriptedGuest, format: CaseModel.Suite.Format = .junit, timeLimit: Int = 60,
    limits change: (inout SuiteLimits) -> Void = { _ in }
  ) async throws -> SuiteOutcome {
    var suite = suite(format: format, timeLimit: timeLimit)
    suite.folder = try scratch.folder("suite", files: ["a": "a"])
    var limits = SuiteLimits()
    limits.interval = .zero
    change(&limits)
    return try await SuiteRunner(suite: suite, limits: limits).run(
      in: guest, workFolder: scratch.path + "/work", environment: [:], note: { _ in })
  }

  @Test func `A suite without results is an error that shows its output`() async throws {
    let outcome = try await run(
      ScriptedGuest(output: Array("Traceback …\n".utf8), status: "2 1\n0\n"))
    #expect(outcome.tests.map(\.status) == [.error])
    #expect(outcome.tests[0].message == "the suite wrote no results (exit status 2)")
    #expect(outcome.tests[0].output == "Traceback …\n")
  }

  @Test func `A failed suite without a failed test is an error`() async throws {
    let outcome = try await run(
      ScriptedGuest(
        status: "3 1\n0\n",
        results: Array("<testsuite><testcase name='a'/></testsuite>".utf8)))
    #expect(outcome.tests.map(\.status) == [.passed, .error])
    #expect(outcome.problem == "the suite ended with status 3 although no test failed")
  }

  @Test func `Results without a test are an error`() async throws {
    let outcome = try await run(ScriptedGuest(results: Array("<testsuite/>".utf8)))
    #expect(outcome.problem == "the suite reported no test (exit status 0)")
  }

  @Test func `Only the first part of enormous results is read`() async throws {
    let one = "<testcase name='a'/>"
    let text = "<testsuite>" + String(repeating: one, count: 10_000) + "</testsuite>"
    let outcome = try await run(
      ScriptedGuest(results: Array(text.utf8)), limits: { $0.resultsBytes = 2000 })
    #expect(outcome.problem == "the results are of \(text.utf8.count) bytes; 2000 were read")
    #expect(outcome.tests.count { $0.status == .passed } == 99)
    let kept = try FileManager.default.attributesOfItem(atPath: outcome.resultsFile ?? "")
    #expect(kept[.size] as? Int == 2000)
  }

  @Test func `A guest that does not keep the suite's time is not waited for`() async throws {
    let outcome = try await run(
      ScriptedGuest(status: nil), timeLimit: 0, limits: { $0.grace = .zero })
    #expect(outcome.exitStatus == 124)
    #expect(outcome.problem == "time limit of 0 s")
  }

  @Test func `A status that is no status is waited out`() async throws {
    let outcome = try await run(
      ScriptedGuest(status: "0; reboot\n"), timeLimit: 0, limits: { $0.grace = .zero })
    #expect(outcome.tests.map(\.status) == [.error])
  }

  @Test func `A node that dies is the lab's failure`() async throws {
    let died = CaselabError(.labFailed, "node \"product\" ended: QEMU ended unexpectedly")
    let guest = ScriptedGuest(status: nil, failure: (read: 4, error: died))
    await #expect { _ = try await run(guest) } throws: { error in
      (error as? CaselabError)?.message == died.message
    }
  }

  @Test func `Endless output of the guest is cut on the host too`() async throws {
    let outcome = try await run(
      ScriptedGuest(output: Array(repeating: 0x61, count: 100_000)), format: .exit,
      limits: { $0.outputBytes = 1000 })
    let size = try FileManager.default.attributesOfItem(atPath: outcome.outputFile)[.size] as? Int
    #expect(size == 1000)
  }

  @Test(arguments: ["../up", "", "a b", "ä", "a;reboot", String(repeating: "n", count: 65)])
  func `A name that is no path component is refused`(name: String) async throws {
    var suite = suite()
    suite.name = name
    await #expect(throws: CaselabError.self) {
      _ = try await SuiteRunner(suite: suite).run(
        in: ScriptedGuest(), workFolder: scratch.path, environment: [:], note: { _ in })
    }
  }
}

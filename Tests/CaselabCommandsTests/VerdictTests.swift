import CaseModel
import Testing

@testable import CaselabCommands

@Suite struct VerdictTests {
  private func test(_ status: TestResult.Status, suite: String = "file-transfer") -> TestResult {
    TestResult(suite: suite, group: "", name: "t", status: status, duration: 0)
  }

  @Test func oneBadTestFailsTheRun() {
    #expect(Verdict.of([test(.passed), test(.failed)], idle: "x").0 == .failed)
    #expect(Verdict.of([test(.passed), test(.error)], idle: "x").0 == .failed)
  }

  @Test func aRunWhoseTestsWereAllNotApplicableRanNothing() {
    let tests = [test(.passed, suite: InstallationChecks.suite), test(.notApplicable)]
    #expect(Verdict.of(tests, idle: "why") == (.nothingRan, "why"))
  }

  @Test func passedTestsPassTheRun() {
    #expect(Verdict.of([test(.passed), test(.notApplicable)], idle: "x").0 == .passed)
  }

  @Test func everyOutcomeHasItsDocumentedStatus() {
    let statuses = RunRecord.Outcome.allCases.map { "\($0.rawValue) \($0.exitStatus)" }
    #expect(
      statuses == [
        "running 3", "passed 0", "failed 1", "nothing-ran 4", "lab-failed 3", "deadline 124",
        "interrupted 130", "killed 3",
      ])
  }

  @Test func aDeadlineInsideAStageIsADeadline() {
    let error = CaselabError(
      .deadline, "stage \"boot\"", cause: CaselabError(.deadline, "no answer", hint: "look at it"))
    let (outcome, message) = CaseRunner.outcome(of: error)
    #expect(outcome == .deadline)
    #expect(message == "stage \"boot\": no answer\nhint: look at it")
  }

  @Test func libvirtOutOfReachHasItsOwnStatus() {
    let error = CaselabError(
      .unreachable, "stage \"connect\"", cause: CaselabError(.unreachable, "no socket"))
    let (outcome, _) = CaseRunner.outcome(of: error)
    #expect(outcome == .labFailed)
    #expect(CaseRunner.status(of: error, outcome) == 69)
    #expect(CaseRunner.status(of: CaselabError(.labFailed, "x"), outcome) == 3)
  }

  @Test func exitStatusesAreAllInTheHelp() {
    for code in CaselabError.Code.allCases {
      #expect(
        ExitCodesCommand.text.split(separator: "\n").contains {
          $0.hasPrefix("\(code.exitStatus) ")
        })
    }
  }
}

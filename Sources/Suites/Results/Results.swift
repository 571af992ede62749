import CaseModel

/// How a suite's process came to its end.
struct SuiteEnd: Sendable, Equatable {
  var status: Int
  /// Seconds.
  var duration: Double
  /// Its time limit, or the guest that no longer kept it.
  var ranOutOfTime: Bool
}

/// Puts the results that were read and the end of the process together: one row per test, and one
/// for each thing that makes them incomplete.
func rows(
  of suite: Suite, end: SuiteEnd, parsed: ParsedResults?, output: Excerpt
) -> (tests: [TestResult], problem: String?) {
  if suite.format == .exit, !end.ranOutOfTime {
    return ([exitRow(of: suite, end: end, output: output)], nil)
  }
  var tests = parsed?.tests ?? []
  var problems = parsed?.problems ?? []
  if end.ranOutOfTime {
    problems.insert("time limit of \(suite.timeLimit) s", at: 0)
  } else if parsed == nil {
    problems.append("the suite wrote no results (exit status \(end.status))")
  } else if tests.isEmpty, problems.isEmpty {
    problems.append("the suite reported no test (exit status \(end.status))")
  } else if end.status != 0, problems.isEmpty, !tests.contains(where: \.status.isBad) {
    problems.append("the suite ended with status \(end.status) although no test failed")
  }
  let printed = output.isEmpty ? nil : output.text
  tests += problems.enumerated().map { index, problem in
    TestResult(
      suite: suite.name, group: "", name: suite.name, status: .error,
      duration: index == 0 && tests.isEmpty ? end.duration : 0, message: problem,
      output: index == 0 ? printed : nil)
  }
  return (tests, problems.first)
}

/// A suite whose exit status is its only result is one test.
private func exitRow(of suite: Suite, end: SuiteEnd, output: Excerpt) -> TestResult {
  let printed = output.text
  return TestResult(
    suite: suite.name, group: "", name: suite.name, status: end.status == 0 ? .passed : .failed,
    duration: end.duration, message: end.status == 0 ? nil : "exit status \(end.status)",
    output: printed.isEmpty ? nil : printed)
}

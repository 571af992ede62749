import CaseModel
import Record

/// What a run's tests come to.
enum Verdict {
  /// - Parameter idle: what is said where nothing ran.
  static func of(_ tests: [TestResult], idle: String) -> (RunRecord.Outcome, String?) {
    let bad = tests.filter(\.status.isBad)
    guard bad.isEmpty else {
      return (.failed, "\(bad.count) of \(tests.count) tests failed")
    }
    let ours = [InstallationChecks.suite, EnvironmentChecks.suite]
    guard tests.contains(where: { $0.status == .passed && !ours.contains($0.suite) }) else {
      return (.nothingRan, idle)
    }
    return (.passed, nil)
  }
}

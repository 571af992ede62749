import CaseModel

extension RunRecord {
  /// The operating system that was built, as the fidelity table calls it.
  var system: String? {
    let built = fidelity.first { $0.fact == "os" }?.built ?? imageName
    return built.map { Shown.line($0, limit: 100) }
  }

  /// The stage that the run was in, or failed in.
  var lastStage: StageRecord? {
    stages.last { $0.outcome == .failed } ?? stages.last { $0.outcome == .running }
  }

  var badTests: [TestResult] { tests.filter(\.status.isBad) }

  /// Seconds from its beginning to its end.
  var duration: Double? { Moment.seconds(from: startedAt, to: endedAt) }

  /// How to run the same again.
  var repeatCommand: String {
    "caselab run \(shellWord(caseID.text)) --again \(number)"
  }
}

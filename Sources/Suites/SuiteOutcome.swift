import CaseModel

/// What came of one suite.
public struct SuiteOutcome: Sendable, Equatable {
  public var tests: [TestResult]
  /// 124 when its time limit ended it, 128 + n for signal n.
  public var exitStatus: Int
  /// On the host.
  public var outputFile: String
  /// On the host; nil when the suite wrote none.
  public var resultsFile: String?
  public var outputTruncated: Bool
  /// What was wrong with the suite itself rather than with what it tested; also a row of `tests`.
  public var problem: String?

  public init(
    tests: [TestResult], exitStatus: Int, outputFile: String, resultsFile: String? = nil,
    outputTruncated: Bool = false, problem: String? = nil
  ) {
    self.tests = tests
    self.exitStatus = exitStatus
    self.outputFile = outputFile
    self.resultsFile = resultsFile
    self.outputTruncated = outputTruncated
    self.problem = problem
  }
}

/// How many tests of a run ended how.
public struct TestCounts: Codable, Equatable, Sendable {
  public var passed = 0
  public var failed = 0
  public var errors = 0
  public var skipped = 0
  public var notApplicable = 0

  public init() {}

  public init(_ tests: some Sequence<TestResult>) {
    for test in tests {
      switch test.status {
      case .passed: passed += 1
      case .failed: failed += 1
      case .error: errors += 1
      case .skipped: skipped += 1
      case .notApplicable: notApplicable += 1
      }
    }
  }

  public var bad: Int { failed + errors }
  public var total: Int { passed + bad + skipped + notApplicable }
}

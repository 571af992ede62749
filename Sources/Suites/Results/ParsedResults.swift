import CaseModel

/// What a results file held, and what was wrong with it.
struct ParsedResults: Sendable, Equatable {
  var tests: [TestResult] = []
  /// Each names the file and line.
  var problems: [String] = []
}

/// A collector that stays bounded whatever is put into it.
struct ResultCollector {
  let suite: String
  let file: String
  let limits: SuiteLimits
  private(set) var tests: [TestResult] = []
  private var problems: [String] = []
  private var moreProblems = 0
  private(set) var isFull = false

  init(suite: String, file: String, limits: SuiteLimits) {
    self.suite = suite
    self.file = file
    self.limits = limits
  }

  mutating func add(_ test: TestResult, line: Int) {
    guard tests.count < limits.tests else {
      if !isFull { problem("more than \(limits.tests) tests; the others are left out", line: line) }
      isFull = true
      return
    }
    tests.append(test)
  }

  /// Changes the test added last.
  mutating func amendLast(_ change: (inout TestResult) -> Void) {
    guard !tests.isEmpty else { return }
    change(&tests[tests.count - 1])
  }

  mutating func problem(_ what: String, line: Int?) {
    guard problems.count < limits.problems else {
      moreProblems += 1
      return
    }
    let place = line.map { "\(file):\($0)" } ?? file
    problems.append("\(place): \(what.printable(limit: 500))")
  }

  var results: ParsedResults {
    var all = problems
    if moreProblems > 0, !all.isEmpty {
      all[all.count - 1] += " (and \(moreProblems) more problems)"
    }
    return ParsedResults(tests: tests, problems: all)
  }
}

extension TestResult.Status {
  /// What a suite means by skipping a test, told by the reason it gives.
  static func skipped(because reason: String?) -> (TestResult.Status, String?) {
    let prefix = "not applicable:"
    guard let reason, reason.lowercased().hasPrefix(prefix) else { return (.skipped, reason) }
    let rest = reason.dropFirst(prefix.count).drop { $0 == " " }
    return (.notApplicable, String(rest))
  }
}

import CaseModel

/// The tests as the report groups them: what failed in full, then what passed, then the rest.
struct TestsView {
  struct Test {
    var name: String
    var place: String
    var word: String
    var took: String
    var message: String?
    /// What came before `output`, and how many lines of it.
    var earlier: String?
    var earlierCount: Int
    var output: String?
  }
  struct Group {
    var title: String
    var summary: String
    var members: [Test]
  }

  var bad: [Test]
  var passed: [Group]
  var skipped: [Group]
  var notApplicable: [Group]

  /// Nil when there are no tests.
  init?(_ tests: [TestResult]) {
    guard !tests.isEmpty else { return nil }
    bad = tests.filter(\.status.isBad).map(Self.view)
    passed = Self.groups(tests.filter { $0.status == .passed }, by: Self.place) { tests in
      let time = tests.reduce(0) { $0 + $1.duration }
      return "\(tests.count) passed in \(Quantity.duration(time))"
    }
    skipped = Self.groups(tests.filter { $0.status == .skipped }, by: Self.reason) {
      "\($0.count) skipped"
    }
    notApplicable = Self.groups(tests.filter { $0.status == .notApplicable }, by: Self.reason) {
      "\($0.count) not applicable"
    }
  }

  /// Groups in the order of their first tests.
  private static func groups(
    _ tests: [TestResult], by title: (TestResult) -> String, summary: ([TestResult]) -> String
  ) -> [Group] {
    var titles: [String] = []
    var members: [String: [TestResult]] = [:]
    for test in tests {
      let title = title(test)
      if members[title] == nil { titles.append(title) }
      members[title, default: []].append(test)
    }
    return titles.map { title in
      let tests = members[title] ?? []
      return Group(title: title, summary: summary(tests), members: tests.map(view))
    }
  }

  private static func view(_ test: TestResult) -> Test {
    let lines = (test.output.map(Shown.block) ?? "").split(
      separator: "\n", omittingEmptySubsequences: false)
    // The end of an output tells most.
    let tail = lines.count > 40 ? 25 : lines.count
    let output = lines.suffix(tail).joined(separator: "\n")
    return Test(
      name: Shown.line(test.name), place: place(test),
      word: test.status == .error ? "error" : "failed",
      took: Quantity.duration(test.duration),
      message: test.message.flatMap { $0.isEmpty ? nil : Shown.block($0) },
      earlier: tail < lines.count ? lines.dropLast(tail).joined(separator: "\n") : nil,
      earlierCount: lines.count - tail, output: output.isEmpty ? nil : output)
  }

  private static func place(_ test: TestResult) -> String {
    [test.suite, test.group].filter { !$0.isEmpty }.map { Shown.line($0, limit: 200) }
      .joined(separator: " › ")
  }

  private static func reason(_ test: TestResult) -> String {
    test.message.map { Shown.line($0) } ?? "no reason given"
  }
}

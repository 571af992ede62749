import CaseModel

/// The outcome of a run in a word and in a sentence.
struct Headline {
  enum Tone: String { case good, bad, lab, idle }

  var tone: Tone
  /// `Passed`, `Failed`, `Lab failed`, …
  var word: String
  /// What ran, on what, with which result; complete without its surroundings.
  var sentence: String

  init(_ run: RunRecord) {
    let counts = TestCounts(run.tests)
    (tone, word) = Self.badge(run.outcome)
    sentence = "\(run.name): \(Self.result(run, counts))\(Self.setting(run))."
    if counts.notApplicable > 0 {
      let verb = counts.notApplicable == 1 ? "does" : "do"
      sentence +=
        " \(Quantity.count(counts.notApplicable, "test")) \(verb) not apply to this installation."
    }
    if tone == .lab, counts.bad == 0 { sentence += " This says nothing about the product." }
  }

  private static func badge(_ outcome: RunRecord.Outcome) -> (Tone, String) {
    switch outcome {
    case .running: (.idle, "Running")
    case .passed: (.good, "Passed")
    case .failed: (.bad, "Failed")
    case .nothingRan: (.idle, "Nothing ran")
    case .labFailed: (.lab, "Lab failed")
    case .deadline: (.lab, "Out of time")
    case .interrupted: (.lab, "Interrupted")
    case .killed: (.lab, "Killed")
    }
  }

  private static func result(_ run: RunRecord, _ counts: TestCounts) -> String {
    let ran = counts.passed + counts.bad
    let suites = suites(run).map { " of \($0)" } ?? ""
    let tests = "\(Quantity.count(ran, "test"))\(suites)"
    let soFar = "\(tests) (\(counts.bad) failed)"
    switch run.outcome {
    case .passed: return ran == 1 ? "the one test\(suites) passed" : "all \(tests) passed"
    case .failed: return counts.bad > 0 ? "\(counts.bad) of \(tests) failed" : "the run failed"
    case .nothingRan: return "no test ran"
    case .running: return "\(soFar) so far"
    case .labFailed: return interrupted("the lab failed", run, ran, soFar)
    case .deadline: return interrupted("the run was out of time", run, ran, soFar)
    case .interrupted: return interrupted("the run was interrupted", run, ran, soFar)
    case .killed: return interrupted("the run was killed", run, ran, soFar)
    }
  }

  private static func interrupted(
    _ what: String, _ run: RunRecord, _ ran: Int, _ soFar: String
  ) -> String {
    let stage = run.lastStage.map { " in stage \"\(Shown.line($0.name, limit: 60))\"" } ?? ""
    return "\(what)\(stage), \(ran == 0 ? "before any test ran" : "after \(soFar)")"
  }

  private static func suites(_ run: RunRecord) -> String? {
    var names: [String] = []
    for test in run.tests where test.status != .notApplicable && !names.contains(test.suite) {
      names.append(test.suite)
    }
    return names.isEmpty ? nil : names.map { Shown.line($0, limit: 60) }.joined(separator: ", ")
  }

  private static func setting(_ run: RunRecord) -> String {
    var parts: [String] = []
    if let product = run.product { parts.append("with \(Shown.line(product.text, limit: 200))") }
    if let system = run.system { parts.append("on \(system)") }
    if run.host.acceleration == "emulation" { parts.append("(emulated)") }
    return parts.isEmpty ? "" : " " + parts.joined(separator: " ")
  }
}

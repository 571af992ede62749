import CaseModel

/// Sorts suites into those to run and a `not applicable` row for each of the others, so that none
/// is silently missing.
public func applicable(_ suites: [Suite], protocols: [String])
  -> (toRun: [Suite], rows: [TestResult])
{
  var toRun: [Suite] = []
  var rows: [TestResult] = []
  for suite in suites {
    let needed = suite.needs.protocols
    if needed.isEmpty || !Set(needed).isDisjoint(with: protocols) {
      toRun.append(suite)
    } else {
      rows.append(
        TestResult(
          suite: suite.name, group: "", name: suite.name, status: .notApplicable, duration: 0,
          message: "the profile has none of \(needed.joined(separator: ", "))"))
    }
  }
  return (toRun, rows)
}

import CaseModel

/// Sorts suites into those to run and a `not applicable` row for each of the others, so that none
/// is silently missing.
///
/// - Parameter roles: those that the environment has a node of.
public func applicable(
  _ suites: [Suite], product: String, protocols: [String], roles: Set<NodeRole> = [.product]
)
  -> (toRun: [Suite], rows: [TestResult])
{
  var toRun: [Suite] = []
  var rows: [TestResult] = []
  for suite in suites {
    let needed = suite.needs.protocols
    let lacking = suite.needs.roles.filter { !roles.contains($0) }
    let serves = needed.isEmpty || !Set(needed).isDisjoint(with: protocols)
    let isForIt = suite.needs.products.isEmpty || suite.needs.products.contains(product)
    if serves, isForIt, lacking.isEmpty, !roles.isDisjoint(with: suite.on) {
      toRun.append(suite)
    } else {
      let why =
        !isForIt
        ? "it is for \(suite.needs.products.joined(separator: ", "))"
        : serves
          ? "the environment has no \((lacking.isEmpty ? suite.on : lacking).map(\.rawValue).joined(separator: ", "))"
          : "the profile has none of \(needed.joined(separator: ", "))"
      rows.append(
        TestResult(
          suite: suite.name, group: "", name: suite.name, status: .notApplicable, duration: 0,
          message: why))
    }
  }
  return (toRun, rows)
}

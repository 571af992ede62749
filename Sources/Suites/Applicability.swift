import CaseModel

/// Sorts suites into those to run and a `not applicable` row for each of the others, so that none
/// is silently missing.
///
/// - Parameters:
///   - roles: those that the environment has a node of.
///   - closed: those of them whose node runs no suite, each with why: `whose machine has no agent`.
public func applicable(
  _ suites: [Suite], product: String, protocols: [String], roles: Set<NodeRole> = [.product],
  closed: [NodeRole: String] = [:]
) -> (toRun: [Suite], rows: [TestResult]) {
  var toRun: [Suite] = []
  var rows: [TestResult] = []
  for suite in suites {
    let needed = suite.needs.protocols
    let lacking = suite.needs.roles.filter { !roles.contains($0) }
    let serves = needed.isEmpty || !Set(needed).isDisjoint(with: protocols)
    let isForIt = suite.needs.products.isEmpty || suite.needs.products.contains(product)
    let places = roles.intersection(suite.on)
    if serves, isForIt, lacking.isEmpty, !places.isSubset(of: closed.keys) {
      toRun.append(suite)
    } else {
      let why =
        if !isForIt {
          "it is for \(suite.needs.products.joined(separator: ", "))"
        } else if !serves {
          "the profile has none of \(needed.joined(separator: ", "))"
        } else if lacking.isEmpty, !places.isEmpty {
          places.sorted().map { "it runs in the \($0.rawValue), \(closed[$0] ?? "")" }
            .joined(separator: "; ")
        } else {
          "the environment has no \((lacking.isEmpty ? suite.on : lacking).map(\.rawValue).joined(separator: ", "))"
        }
      rows.append(
        TestResult(
          suite: suite.name, group: "", name: suite.name, status: .notApplicable, duration: 0,
          message: why))
    }
  }
  return (toRun, rows)
}

import CaseModel
import Lab
import Machines

/// Proves what stands around the product from where it is used: each companion's checks, run in
/// another node and listed as tests of the suite `environment`.
struct EnvironmentChecks: Sendable {
  static let suite = "environment"

  let nodes: [UpNode]
  let stages: Stages

  func perform(_ layout: EnvironmentLayout) async throws -> [TestResult] {
    var results: [TestResult] = []
    for node in nodes {
      guard let companion = node.built.plan.deployable as? Companion, !companion.checks.isEmpty
      else { continue }
      results += try await stages.stage("check \(node.name)", "\(companion.title), from outside") {
        try await perform(companion, node)
      }
    }
    return results
  }

  private func perform(_ companion: Companion, _ node: UpNode) async throws -> [TestResult] {
    var results: [TestResult] = []
    for check in companion.checks {
      let places = nodes.filter { $0.role == check.from }
      guard let place = places.first(where: { !$0.isClosed && $0.node.guest.system == .posix })
      else {
        if let place = places.first {
          results.append(
            TestResult(
              suite: Self.suite, group: node.name, name: check.name, status: .notApplicable,
              duration: 0,
              message:
                "node \(place.name) has \(place.isClosed ? "no agent and no SSH" : "Windows")"))
        }
        continue
      }
      let clock = ContinuousClock.now
      let result = try await place.node.guest.run(
        .script(
          check.run, environment: place.deployment.environment(checking: node.built.plan.node),
          deadline: .seconds(check.timeout)))
      let output = (result.outputText + result.errorText).printable(limit: 4000)
      let last = output.split(whereSeparator: \.isNewline).last.map(String.init)
      results.append(
        TestResult(
          suite: Self.suite, group: node.name, name: check.name,
          status: result.status == 0 ? .passed : .failed,
          duration: (ContinuousClock.now - clock).seconds,
          message: result.status == 0
            ? nil : "from \(place.name): \(last ?? "exit status \(result.status)")",
          output: result.status == 0 ? nil : output))
    }
    return results
  }
}

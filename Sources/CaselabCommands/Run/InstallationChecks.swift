import CaseModel
import Lab
import Machines

/// What the lab claims it measures: the product comes up, and its facts are read from inside.
///
/// Listed as tests of the suite `installation`, because a product that does not start with the
/// customer's configuration is a finding about the case and not a failure of the lab.
struct InstallationChecks: Sendable {
  static let suite = "installation"

  let inputs: RunInputs
  let layout: EnvironmentLayout
  let up: UpNode
  let stages: Stages

  /// An absent product has neither a version nor a test; the machine's facts are read all the same.
  func verify() async throws -> (VersionFound?, [VerifiedFact]) {
    try await stages.stage("verify", "facts read from inside") {
      let verification = Verification(
        layout, node: up.built.plan.node, guest: up.node.guest,
        environment: up.deployment.environment)
      let facts = try await verification.facts(os: up.built.image.os)
      guard !inputs.product.isAbsent else { return (nil, facts) }
      let running = try await verification.runningVersion()
      let found = VersionFound(
        name: inputs.product.name, wanted: inputs.profile.product.version, running: running)
      return (found, [verification.versionFact(running)] + facts)
    }
  }

  /// Nil for an absent product.
  func start() async throws -> TestResult? {
    guard !inputs.product.isAbsent else { return nil }
    return try await stages.stage("start", "\(inputs.product.title), until it is healthy") {
      let clock = ContinuousClock.now
      let problem = try await up.deployment.start()
      return result("product starts and is healthy", problem: problem, since: clock)
    }
  }

  private func result(
    _ name: String, problem: String?, since start: ContinuousClock.Instant
  ) -> TestResult {
    TestResult(
      suite: Self.suite, group: inputs.product.name, name: name,
      status: problem == nil ? .passed : .failed,
      duration: (ContinuousClock.now - start).seconds,
      message: problem.map { String($0.prefix { $0 != "\n" }) }, output: problem)
  }
}

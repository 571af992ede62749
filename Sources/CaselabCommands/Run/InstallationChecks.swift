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
  let image: ImageManifest
  let guest: any Guest
  let deployment: Deployment
  let stages: Stages

  /// An absent product has neither a version nor a test; the machine's facts are read all the same.
  func perform() async throws -> (VersionFound?, [VerifiedFact], [TestResult]) {
    let tests = inputs.product.isAbsent ? [] : [try await start()]
    return try await stages.stage("verify", "facts read from inside") {
      let verification = Verification(
        profile: inputs.profile, product: inputs.product, guest: guest,
        environment: deployment.suiteEnvironment)
      let facts = try await verification.facts(os: image.os)
      guard !inputs.product.isAbsent else { return (nil, facts, tests) }
      let running = try await verification.runningVersion()
      let found = VersionFound(
        name: inputs.product.name, wanted: inputs.profile.product.version, running: running)
      return (found, [verification.versionFact(running)] + facts, tests)
    }
  }

  private func start() async throws -> TestResult {
    try await stages.stage("start", "\(inputs.product.title), until it is healthy") {
      let clock = ContinuousClock.now
      let problem = try await deployment.start()
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

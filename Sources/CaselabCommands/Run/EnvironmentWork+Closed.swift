import CaseModel
import Lab
import Machines

/// Machines that the lab has no way into: they are seen from a client, and from nowhere else.
extension EnvironmentWork {
  /// Waits until a port of the product answers.
  ///
  /// - Throws: `labFailed` with what was seen last when none does while a machine may boot.
  func waitUntilSeen(_ node: UpNode) async throws -> [TestResult] {
    let wanted = inputs.profile.protocols.compactMap { inputs.product.protocols[$0]?.port }
    guard let reachability = try reachability(of: node, wanted) else { return [] }
    let clock = ContinuousClock.now
    try await stages.stage("start\(of(node))", "\(node.title), until it answers") {
      try await reachability.wait(within: runner.limits.boot) { await stages.note($0) }
    }
    guard node.isMain else { return [] }
    return [
      TestResult(
        suite: InstallationChecks.suite, group: inputs.product.name, name: "product answers",
        status: .passed, duration: (ContinuousClock.now - clock).seconds)
    ]
  }

  /// The facts of the product's machine, as far as a client sees them.
  func unseen(_ main: UpNode) async throws -> [VerifiedFact] {
    try await stages.stage("verify", "what is seen from outside") {
      // Also those that nothing is to be served on.
      let all = inputs.product.protocols.values.map(\.port)
      let seen = try await reachability(of: main, all)?.answers().ports
      return Verification.unseen(
        layout, os: main.built.image.os, answering: seen ?? [], from: client?.name ?? "")
    }
  }

  private var client: UpNode? { nodes.all.first { $0.role == .client && !$0.isClosed } }

  /// Nil without a port, as of a product that is not known.
  private func reachability(of node: UpNode, _ ports: [Int]) throws -> Reachability? {
    guard !ports.isEmpty else { return nil }
    let topology = layout.topology
    let target = node.built.plan.node
    guard let client else {
      throw CaselabError(.labFailed, "no client sees node \"\(node.name)\"")
    }
    let place = client.built.plan.node
    let address =
      node.isMain
      ? topology.productAddress(from: place) : topology.address(of: target, from: place)
    guard let address else {
      throw CaselabError(
        .badInput, "node \"\(place.name)\" has no way to node \"\(node.name)\"",
        hint: "put them on one link, or a firewall between them: caselab profile edit \(runner.id)")
    }
    return Reachability(
      of: node.name, node.node.machine, at: address, ports: Set(ports).sorted(), from: client.name,
      client.node.guest)
  }
}

import CaseModel
import Machines

extension Deployment {
  /// As `prepare`, for a node with Windows, which takes the case's authority and makes none.
  func prepareWindows(authority: [SharedFile]) async throws -> [SharedFile] {
    let zone = WindowsZone.id(ofName: layout.profile.timezone ?? "Etc/UTC") ?? ""
    _ = try await steps.run(
      .init(name: "prepare the node", run: WindowsScripts.prepare, timeout: 180),
      environment: environment.merging(["CASELAB_WINDOWS_ZONE": zone]) { $1 })
    if node.role == .product {
      try await WindowsSystem(wanted: layout.profile.system, guest: guest).apply()
    }
    if !node.interfaces.isEmpty {
      let (step, values) = GuestNetwork.step(layout.topology, node, on: .windows)
      _ = try await steps.run(step, environment: environment.merging(values) { $1 })
    }
    try await putWhatItIsTold()
    try await receive(authority)
    return authority
  }
}

/// What of the profile's `system` Windows has.
struct WindowsSystem {
  let wanted: EnvironmentProfile.SystemWanted
  let guest: any Guest

  /// - Throws: `badInput` for what is Linux's.
  func apply() async throws {
    guard wanted.allSysctl.isEmpty, wanted.limits.isEmpty, wanted.kernelArguments.isEmpty else {
      throw CaselabError(
        .badInput, "Windows has no sysctl, limits or kernel arguments, and no switch for IPv6 here",
        hint: "take them out of system: caselab profile edit CASE")
    }
    guard !wanted.variables.isEmpty else { return }
    let result = try await guest.run(
      .script(
        WindowsScripts.variables, for: .windows,
        environment: wanted.variables.merging(["CASELAB_VARIABLES": names]) { $1 }))
    guard result.status == 0 else {
      throw CaselabError(
        .badInput, "the guest does not take system.variables\(StepRunner.tail(result))",
        hint: "caselab profile edit CASE")
    }
  }

  var names: String { wanted.variables.keys.sorted().joined(separator: "\n") }

  /// - Parameter output: of `WindowsScripts.facts`.
  func facts(_ output: String) -> [VerifiedFact] {
    let found = NodeSystem.parse(output)
    return wanted.variables.sorted { $0.key < $1.key }.map { name, value in
      Verification.fact(
        "variable \(name)", expected: value, found: found["variable \(name)"],
        by: "the machine's environment")
    }
  }
}

import CaseModel
import Machines

/// Makes a product's node what the profile's `system` says, and reads it back.
struct NodeSystem {
  let wanted: EnvironmentProfile.SystemWanted
  let guest: any Guest

  /// Values are arguments of programs here, never text of a script.
  ///
  /// - Throws: `badInput` with what the kernel or systemd says of a value that it does not take.
  func apply() async throws {
    let sysctl = wanted.allSysctl.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    if !sysctl.isEmpty { try await call(["sysctl", "-q", "-w", "--"] + sysctl, "system.sysctl") }
    let variables = wanted.variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    if !variables.isEmpty {
      try await call(["systemctl", "set-environment"] + variables, "system.variables")
    }
    guard !wanted.limits.isEmpty else { return }
    let limits = wanted.limits.sorted { $0.key < $1.key }.map { name, value in
      "DefaultLimit\(name.uppercased())=\(value == "unlimited" ? "infinity" : value)\n"
    }
    try await call(["mkdir", "-p", Self.folder], "system.limits")
    try await guest.write(
      Array(("[Manager]\n" + limits.joined()).utf8), to: Self.folder + "/caselab.conf", mode: "0644"
    )
    try await call(["systemctl", "daemon-reexec"], "system.limits")
  }

  private static let folder = "/etc/systemd/system.conf.d"

  private func call(_ arguments: [String], _ field: String) async throws {
    let result = try await guest.run(GuestCommand(arguments, deadline: .seconds(60)))
    guard result.status != 0 else { return }
    throw CaselabError(
      .badInput, "the guest does not take \(field)\(StepRunner.tail(result))",
      hint: "caselab profile edit CASE")
  }

  /// One fact for each value, as a service that starts now finds it.
  func facts() async throws -> [VerifiedFact] {
    guard wanted != EnvironmentProfile.SystemWanted() else { return [] }
    let names = wanted.allSysctl.keys.sorted()
    let probe = try await guest.run(
      .script(
        Self.probe, environment: ["CASELAB_SYSCTL": names.joined(separator: " ")],
        deadline: .seconds(60)))
    let found = Self.parse(probe.outputText)
    let groups = [
      ("sysctl", wanted.allSysctl, "sysctl"), ("limit", wanted.limits, "prlimit in a service"),
      ("variable", wanted.variables, "env in a service"),
    ]
    let booted = found["cmdline"]?.split(separator: " ").map(String.init) ?? []
    let arguments = wanted.kernelArguments.map { argument in
      Verification.fact(
        "kernel argument \(argument)", expected: argument,
        found: booted.contains(argument) ? argument : nil, by: "/proc/cmdline")
    }
    return arguments
      + groups.flatMap { kind, values, observation in
        values.sorted { $0.key < $1.key }.map { name, value in
          Verification.fact(
            "\(kind) \(name)", expected: value.words, found: found["\(kind) \(name)"],
            by: observation)
        }
      }
  }

  /// Prints `kind name=value` lines.
  private static let probe = #"""
    for name in $CASELAB_SYSCTL; do
      echo "sysctl $name=$(sysctl -n -- "$name" 2>/dev/null)"
    done
    echo "cmdline=$(cat /proc/cmdline)"
    systemd-run --quiet --wait --pipe --collect sh -c '
      prlimit --noheadings --raw --output RESOURCE,SOFT | while read -r name value; do
        echo "limit $name=$value"
      done
      env | sed "s/^/variable /"'
    """#

  /// The guest's answer is hostile: it is only held against what is known, and bounded.
  static func parse(_ output: String) -> [String: String] {
    var values: [String: String] = [:]
    for line in output.split(whereSeparator: \.isNewline).prefix(500) {
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      let key = parts[0].hasPrefix("limit ") ? parts[0].lowercased() : String(parts[0])
      values[key] = String(parts[1]).words.printable(limit: 4096)
    }
    return values
  }
}

extension String {
  /// The kernel writes tabs between the numbers of one parameter.
  fileprivate var words: String { split { $0 == " " || $0 == "\t" }.joined(separator: " ") }
}

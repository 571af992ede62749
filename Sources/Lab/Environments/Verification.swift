import CaseModel
import Machines

/// Reads the facts of the profile from inside the node and holds them against it.
public struct Verification: Sendable {
  let profile: EnvironmentProfile
  let product: Product
  let guest: any Guest
  let environment: [String: String]

  public init(
    profile: EnvironmentProfile, product: Product, guest: any Guest, environment: [String: String]
  ) {
    self.profile = profile
    self.product = product
    self.guest = guest
    self.environment = environment
  }

  /// - Parameter os: what was built, which the fidelity table may show as other than asked for.
  public func facts(os: EnvironmentProfile.OSWanted) async throws -> [VerifiedFact] {
    var facts: [VerifiedFact] = []
    let probe = try await guest.run(.script(Self.script, environment: environment))
    let found = Self.parse(probe.outputText)
    facts.append(
      Self.fact("os", expected: "\(os.id) \(os.version)", found: found["os"]))
    facts.append(Self.fact("arch", expected: profile.arch, found: found["arch"]))
    facts.append(
      Self.fact("timezone", expected: profile.timezone ?? "Etc/UTC", found: found["timezone"]))
    facts.append(
      Self.fact("node.cpus", expected: String(profile.node.cpus), found: found["cpus"]))
    let listening = found["ports"].map { Set($0.split(separator: " ").map(String.init)) }
    for name in profile.protocols {
      guard let port = product.protocols[name]?.port else { continue }
      let answer = listening.map { ports in
        ports.contains(String(port)) ? "port \(port)" : "nothing on \(port)"
      }
      facts.append(Self.fact("protocol \(name)", expected: "port \(port)", found: answer))
    }
    return facts
  }

  /// The product's version that runs, nil when the probe does not tell.
  public func runningVersion() async throws -> String? {
    let result = try await guest.run(
      .script(product.version.run, environment: environment, deadline: .seconds(60)))
    return try VersionChooser(pattern: product.version.pattern)
      .version(in: result.outputText + "\n" + result.errorText)?.printable(limit: 64)
  }

  /// The version as a fact; a customer who named none is content with any.
  public func versionFact(_ running: String?) -> VerifiedFact {
    Self.fact(
      "product.version", expected: profile.product.version ?? running ?? "any",
      found: running)
  }

  static func fact(_ name: String, expected: String, found: String?) -> VerifiedFact {
    guard let found, !found.isEmpty else {
      return VerifiedFact(fact: name, expected: expected, found: nil, status: .unconfirmed)
    }
    return VerifiedFact(
      fact: name, expected: expected, found: found,
      status: found == expected ? .confirmed : .different)
  }

  /// Prints `key=value` lines; os-release(5) for the OS, /proc/net/tcp for listening ports.
  static let script = """
    . /etc/os-release
    echo "os=$ID ${VERSION_ID:-}"
    echo "arch=$(uname -m)"
    echo "kernel=$(uname -r)"
    echo "cpus=$(nproc)"
    echo "timezone=$(readlink /etc/localtime | sed 's|.*/zoneinfo/||')"
    ports=""
    for hex in $(cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | awk '$4 == "0A" { sub(".*:", "", $2); print $2 }'); do
      ports="$ports $(printf '%d' "0x$hex")"
    done
    echo "ports=$ports"
    """

  /// The guest's answer is hostile: unknown keys are dropped, values bounded.
  static func parse(_ output: String) -> [String: String] {
    var values: [String: String] = [:]
    for line in output.split(whereSeparator: \.isNewline).prefix(50) {
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2,
        ["os", "arch", "kernel", "cpus", "timezone", "ports"].contains(parts[0])
      else { continue }
      values[String(parts[0])] = String(parts[1]).printable(limit: 2000)
    }
    return values
  }
}

import CaseModel
import Machines

/// Reads the facts of the profile from inside the node and holds them against it.
public struct Verification: Sendable {
  let profile: EnvironmentProfile
  let product: Product
  let node: Topology.Node
  let guest: any Guest
  let environment: [String: String]

  public init(
    _ layout: EnvironmentLayout, node: Topology.Node, guest: any Guest,
    environment: [String: String]
  ) {
    profile = layout.profile
    product = layout.product
    self.node = node
    self.guest = guest
    self.environment = environment
  }

  /// - Parameter os: what was built, which the fidelity table may show as other than asked for.
  public func facts(os: EnvironmentProfile.OSWanted) async throws -> [VerifiedFact] {
    var facts: [VerifiedFact] = []
    let probe = try await probe()
    let found = Self.parse(probe)
    facts.append(
      Self.fact(
        "os", expected: "\(os.id) \(os.version)", found: found["os"],
        by: isWindows ? "Win32_OperatingSystem" : "/etc/os-release"))
    facts.append(
      Self.fact(
        "arch", expected: profile.arch, found: found["arch"], by: isWindows ? ".NET" : "uname -m"))
    facts.append(
      Self.fact(
        "timezone", expected: profile.timezone ?? "Etc/UTC", found: zone(found["timezone"]),
        by: isWindows ? "Get-TimeZone" : "/etc/localtime"))
    if let locale = profile.locale {
      facts.append(
        Self.fact(
          "locale", expected: locale, found: found["locale"], by: "the services' environment"))
    }
    facts.append(
      Self.fact("node.cpus", expected: String(profile.node.cpus), found: found["cpus"], by: "nproc")
    )
    facts.append(
      Self.fact(
        "links", expected: links.isEmpty ? "none" : links, found: found["links"],
        by: "network devices"))
    if !node.interfaces.isEmpty, node.interfaces.allSatisfy(\.address.isIPv6) {
      facts.append(
        Self.fact("no IPv4", expected: "none", found: found["ipv4"], by: "addresses of devices"))
    }
    if guest.system == .windows {
      facts += WindowsSystem(wanted: profile.system, guest: guest).facts(probe)
    } else {
      facts += try await NodeSystem(wanted: profile.system, guest: guest).facts()
      if profile.product.certificate != nil {
        facts.append(try await CustomerCertificate.fact(guest))
      }
    }
    let listening = found["ports"].map { ports in
      Set(ports.split(separator: " ").compactMap { Int($0) })
    }
    return facts
      + Self.protocols(
        of: product, in: profile, listening: listening, by: "listening sockets")
  }

  /// A companion's node: its OS and links, with the version that its probe tells.
  public func fact(of companion: Companion, os: EnvironmentProfile.OSWanted) async throws
    -> VerifiedFact
  {
    let probe = try await probe()
    let found = Self.parse(probe)
    var version: String?
    if let wanted = companion.version {
      let told = try await guest.run(
        .script(wanted.run, for: guest.system, environment: environment))
      version = try VersionChooser(pattern: wanted.pattern)
        .version(in: told.outputText + "\n" + told.errorText)?.printable(limit: 64)
    }
    return Self.fact(
      "node \(node.name)", expected: "\(os.id) \(os.version) on \(links)",
      found: found["os"].flatMap { os in found["links"].map { "\(os) on \($0)" } },
      by: [companion.title, version].compactMap { $0 }.joined(separator: " "))
  }

  private var isWindows: Bool { guest.system == .windows }

  /// What the machine's own script says of it.
  private func probe() async throws -> String {
    let values = [
      "CASELAB_GATE_MAC": Gate.mac,
      "CASELAB_VARIABLES": WindowsSystem(wanted: profile.system, guest: guest).names,
    ]
    return try await guest.run(
      .script(
        isWindows ? WindowsScripts.facts : Self.script, for: guest.system,
        environment: environment.merging(values) { $1 })
    ).outputText
  }

  /// As the database calls it; what has no name there stays Windows' own.
  private func zone(_ found: String?) -> String? {
    guard isWindows, let found else { return found }
    let name = WindowsZone.name(ofID: found) ?? found
    return name == "UTC" ? "Etc/UTC" : name
  }

  private var links: String { node.interfaces.map(\.link).sorted().joined(separator: " ") }

  /// What is served listens; what the product could serve and is not to be does not.
  static func protocols(
    of product: Product, in profile: EnvironmentProfile, listening: Set<Int>?,
    by observation: String
  ) -> [VerifiedFact] {
    let served = Set(profile.protocols.compactMap { product.protocols[$0]?.port })
    return product.protocols.sorted { $0.key < $1.key }.compactMap { name, endpoint in
      let isServed = profile.protocols.contains(name)
      // One port may serve two protocols: that it listens then says nothing of the other.
      guard isServed || !served.contains(endpoint.port) else { return nil }
      let answer = listening.map { ports in
        (ports.contains(endpoint.port) ? "port " : "nothing on ") + "\(endpoint.port)"
      }
      return fact(
        isServed ? "protocol \(name)" : "no \(name)",
        expected: (isServed ? "port " : "nothing on ") + "\(endpoint.port)", found: answer,
        by: observation)
    }
  }

  /// The product's version that runs, nil when the probe does not tell.
  public func runningVersion() async throws -> String? {
    guard let version = product.version else { return nil }
    let result = try await guest.run(
      .script(version.run, for: guest.system, environment: environment, deadline: .seconds(60)))
    return try VersionChooser(pattern: version.pattern)
      .version(in: result.outputText + "\n" + result.errorText)?.printable(limit: 64)
  }

  /// The version as a fact; a customer who named none is content with any.
  public func versionFact(_ running: String?) -> VerifiedFact {
    Self.fact(
      "product.version", expected: profile.product.version ?? running ?? "any",
      found: running, by: "the product's version probe")
  }

  static func fact(
    _ name: String, expected: String, found: String?, by observation: String? = nil
  ) -> VerifiedFact {
    guard let found, !found.isEmpty else {
      return VerifiedFact(
        fact: name, expected: expected, found: nil, status: .unconfirmed, observation: observation)
    }
    return VerifiedFact(
      fact: name, expected: expected, found: found,
      status: found == expected ? .confirmed : .different, observation: observation)
  }

  /// Prints `key=value` lines; os-release(5) for the OS, /proc/net/tcp for listening ports.
  static let script = #"""
    . /etc/os-release
    echo "os=$ID ${VERSION_ID:-}"
    echo "arch=$(uname -m)"
    echo "kernel=$(uname -r)"
    echo "cpus=$(nproc)"
    echo "timezone=$(readlink /etc/localtime | sed 's|.*/zoneinfo/||')"
    links=""
    for device in /sys/class/net/*/device; do
      # That of the lab's own way in is no link.
      [ ! -e "$device" ] || grep -qsxF "$CASELAB_GATE_MAC" "${device%/device}/address" ||
        { name=${device%/device}; links="$links ${name##*/}"; }
    done
    echo "ipv4=$(ip -4 -o address show scope global 2>/dev/null | awk '{ print $4 }' | grep . || echo none)"
    echo "links=$(echo ${links:-none} | tr ' ' '\n' | sort | paste -sd ' ' -)"
    lang=$(systemctl show-environment 2>/dev/null | sed -n 's/^LANG=//p')
    if [ -n "$lang" ] && [ -z "$(LC_ALL="$lang" locale charmap 2>&1 >/dev/null)" ]; then
      echo "locale=$lang"
    elif [ -n "$lang" ]; then
      echo "locale=$lang, which is not installed"
    fi
    ports=""
    for hex in $(cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | awk '$4 == "0A" { sub(".*:", "", $2); print $2 }'); do
      ports="$ports $(printf '%d' "0x$hex")"
    done
    echo "ports=$ports"
    """#

  private static let keys: Set = [
    "os", "arch", "kernel", "cpus", "timezone", "locale", "links", "ports", "ipv4",
  ]

  /// The guest's answer is hostile: unknown keys are dropped, values bounded.
  static func parse(_ output: String) -> [String: String] {
    var values: [String: String] = [:]
    for line in output.split(whereSeparator: \.isNewline).prefix(50) {
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2,
        keys.contains(String(parts[0]))
      else { continue }
      values[String(parts[0])] = String(parts[1]).printable(limit: 2000)
    }
    return values
  }
}

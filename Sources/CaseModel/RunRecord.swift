/// One execution of suites in one environment for one case; immutable once ended.
public struct RunRecord: Codable, Equatable, Sendable {
  public static let currentSchema = "caselab.run/1"

  /// In order of severity; `running` without a live process means it was killed.
  public enum Outcome: String, Codable, Sendable, CaseIterable {
    case running, passed, failed
    case nothingRan = "nothing-ran"
    case labFailed = "lab-failed"
    case deadline
    case interrupted, killed
  }

  public var schema = currentSchema
  public var caseID: CaseID
  /// 1, 2, … within the case.
  public var number: Int
  public var outcome: Outcome = .running
  /// What failed, in words; nil when nothing did.
  public var message: String?
  public var startedAt: String
  public var endedAt: String?
  /// `user@host`.
  public var startedBy: String
  public var command: String
  public var toolVersion: String
  public var host = HostFacts()
  /// The profile as it was run, YAML.
  public var profile: String
  /// `sha256:` of what was built from.
  public var image: String?
  public var imageName: String?
  public var layers: [LayerUse] = []
  public var product: VersionFound?
  /// Nil for a machine alone.
  public var environment: RunEnvironment?
  public var fidelity: [FidelityRow] = []
  public var facts: [VerifiedFact] = []
  public var stages: [StageRecord] = []
  public var tests: [TestResult] = []
  public var artifacts: [ArtifactRecord] = []

  public init(
    caseID: CaseID, number: Int, startedAt: String, startedBy: String, command: String,
    toolVersion: String, profile: String
  ) {
    self.caseID = caseID
    self.number = number
    self.startedAt = startedAt
    self.startedBy = startedBy
    self.command = command
    self.toolVersion = toolVersion
    self.profile = profile
  }

  /// `SUP-1042/3`: its printable name in output, logs and folders.
  public var name: String { "\(caseID)/\(number)" }
}

/// The host that runs the machines.
public struct HostFacts: Codable, Equatable, Sendable {
  public var uri = ""
  public var hostname = ""
  public var libvirt = ""
  public var qemu = ""
  public var kernel = ""
  /// `kvm` or `emulation`.
  public var acceleration = ""
  /// MiB that new machines may have: what is free, less what machines that run, whoever started
  /// them, may still take of it; 0 when unknown.
  public var freeMemoryMiB = 0
  public init() {}
}

public struct LayerUse: Codable, Equatable, Sendable {
  public var name: String
  public var digest: String
  /// Whether it was there before this run.
  public var cached: Bool
  public init(name: String, digest: String, cached: Bool) {
    self.name = name
    self.digest = digest
    self.cached = cached
  }
}

/// The product's version: wanted by the customer, read from inside.
public struct VersionFound: Codable, Equatable, Sendable {
  public var name: String
  public var wanted: String?
  public var running: String?
  public init(name: String, wanted: String?, running: String?) {
    self.name = name
    self.wanted = wanted
    self.running = running
  }
  /// `proftpd 1.3.8 (asked: 1.3.8b)`: how the version is written wherever it is shown.
  public var text: String {
    guard let running else { return "\(name) (version not confirmed; asked: \(wanted ?? "any"))" }
    guard let wanted, wanted != running else { return "\(name) \(running)" }
    return "\(name) \(running) (asked: \(wanted))"
  }
}

/// A fact of the profile read from inside the environment.
public struct VerifiedFact: Codable, Equatable, Sendable {
  public enum Status: String, Codable, Sendable { case confirmed, different, unconfirmed }
  public var fact: String
  public var expected: String
  public var found: String?
  public var status: Status
  /// What was looked at inside the guest: `/etc/os-release`, `listening sockets`.
  public var observation: String?
  public init(
    fact: String, expected: String, found: String?, status: Status, observation: String? = nil
  ) {
    self.fact = fact
    self.expected = expected
    self.found = found
    self.status = status
    self.observation = observation
  }
}

/// One stage of a run, journalled before it begins.
public struct StageRecord: Codable, Equatable, Sendable {
  public enum Outcome: String, Codable, Sendable { case running, done, failed, skipped }
  /// `connect`, `image`, `layer product`, `boot`, `configure`, `health`, `verify`, `suite x`, …
  public var name: String
  public var detail: String
  public var startedAt: String
  /// Seconds.
  public var duration: Double?
  public var outcome: Outcome = .running
  public init(name: String, detail: String, startedAt: String) {
    self.name = name
    self.detail = detail
    self.startedAt = startedAt
  }
}

public struct TestResult: Codable, Equatable, Sendable {
  /// In order of severity, worst last.
  public enum Status: String, Codable, Sendable, CaseIterable {
    case passed
    case notApplicable = "not-applicable"
    case skipped, failed, error
    public var isBad: Bool { self == .failed || self == .error }
  }
  public var suite: String
  /// The class or group within the suite; may be empty.
  public var group: String
  public var name: String
  public var status: Status
  /// Seconds.
  public var duration: Double
  public var message: String?
  /// Bounded excerpt of its output.
  public var output: String?
  public init(
    suite: String, group: String, name: String, status: Status, duration: Double,
    message: String? = nil, output: String? = nil
  ) {
    self.suite = suite
    self.group = group
    self.name = name
    self.status = status
    self.duration = duration
    self.message = message
    self.output = output
  }
}

/// A file kept for a run, named by its SHA-256.
public struct ArtifactRecord: Codable, Equatable, Sendable {
  /// Relative, safe as a path: `logs/proftpd.log`.
  public var name: String
  /// `server-log`, `client-log`, `console`, `journal`, `configuration`, `packages`, `results`,
  /// `suite-output`, `domain`.
  public var kind: String
  /// Hex SHA-256.
  public var digest: String
  /// Bytes.
  public var size: Int64
  public init(name: String, kind: String, digest: String, size: Int64) {
    self.name = name
    self.kind = kind
    self.digest = digest
    self.size = size
  }
}

import CaseModel
import Foundation

@testable import Reports

/// Invented runs of every kind that a report must cope with.
enum Sample {
  static let caseRecord = CaseRecord(
    id: try! CaseID("SUP-1042"),
    title: "Uploads over FTPS stall after the control connection idles",
    openedAt: "2030-01-02T03:04:05Z", openedBy: "sam@desk.example", runs: 3)

  static var byName: [String: RunRecord] {
    [
      "failed": failed, "passed": passed, "lab": labFailed, "killed": killed, "bare": bare,
      "hostile": hostile, "surrounded": surrounded,
    ]
  }

  /// client ── firewall ── product, directory; something tried to leave.
  static var surrounded: RunRecord {
    var run = failed
    func node(_ name: String, _ role: NodeRole, _ addresses: [String: String])
      -> RunEnvironment.Node
    {
      .init(
        name: name, role: role, title: "<b>\(name)</b>", os: "debian 12",
        host: "\(name).customer.example", addresses: addresses)
    }
    var environment = RunEnvironment(
      links: [
        .init(name: "outside", subnet: "198.51.100.0/24"),
        .init(name: "inside", subnet: "10.0.0.0/24"),
      ],
      nodes: [
        node("client", .client, ["outside": "198.51.100.20"]),
        node("firewall", .firewall, ["outside": "198.51.100.1", "inside": "10.0.0.1"]),
        node("product", .product, ["inside": "10.0.0.10"]),
        node("directory", .directory, ["inside": "10.0.0.20"]),
      ])
    environment.attempts = ["tcp 203.0.113.7:443", "name <script>\u{1B}[2J.example"].map {
      .init(
        node: "product", target: $0, count: 3, first: "2030-01-02T04:01:00Z",
        last: "2030-01-02T04:02:00Z")
    }
    run.environment = environment
    return run
  }

  /// The case, its latest run as `change` makes it, and a journal.
  static func input(_ change: (inout RunRecord) -> Void = { _ in }) -> ReportInput {
    var run = failed
    change(&run)
    return ReportInput(case: caseRecord, run: run, journal: journal) { artifact in
      switch artifact.kind {
      case "console": console
      case "server-log": serverLog
      default: nil
      }
    }
  }

  static var failed: RunRecord {
    var run = begun
    run.outcome = .failed
    run.message = "3 tests failed"
    run.endedAt = "2030-01-02T04:03:12Z"
    run.stages = stages
    run.tests = tests
    run.facts = facts
    run.artifacts = artifacts
    return run
  }

  static var passed: RunRecord {
    var run = failed
    run.outcome = .passed
    run.message = nil
    for index in run.tests.indices where run.tests[index].status.isBad {
      run.tests[index].status = .passed
      run.tests[index].message = nil
      run.tests[index].output = nil
    }
    return run
  }

  static var labFailed: RunRecord {
    var run = begun
    run.outcome = .labFailed
    run.message = """
      step "install the server" of product "proftpd" failed with exit status 100
      E: Unable to locate package proftpd-mod-crypto
      E: Couldn't find any package by glob 'proftpd-mod-crypto'
      """
    run.endedAt = "2030-01-02T04:00:49Z"
    run.product?.running = nil
    run.stages = Array(stages[..<2])
    run.stages.append(stage("layer product", "install proftpd", 3.2, 45.3, .failed))
    run.artifacts = Array(artifacts[..<1])
    return run
  }

  static var killed: RunRecord {
    var run = failed
    run.outcome = .killed
    run.message = "caselab was killed in stage \"suite file-transfer\""
    run.tests = Array(run.tests[..<12])
    run.endedAt = nil
    run.stages = Array(stages[..<7])
    run.stages.append(stage("suite file-transfer", "", 62, nil, .running))
    run.artifacts = []
    return run
  }

  /// Nothing but what every run has.
  static var bare: RunRecord {
    var run = RunRecord(
      caseID: caseRecord.id, number: 1, startedAt: "", startedBy: "", command: "",
      toolVersion: "0.1.0", profile: "")
    run.outcome = .nothingRan
    return run
  }

  static var small: RunRecord {
    var run = bare
    run.outcome = .failed
    run.startedAt = "2030-01-02T04:00:00Z"
    run.host.hostname = "lab1.example"
    run.product = VersionFound(name: "proftpd", wanted: "1.3.8b", running: "1.3.8")
    run.tests = [
      TestResult(
        suite: "file-transfer", group: "ftp", name: "log in", status: .passed, duration: 0.25,
        output: "230 in"),
      TestResult(
        suite: "file-transfer", group: "ftp", name: "upload", status: .failed, duration: 1.25,
        message: "550 <denied>", output: "<![CDATA[ ]]> &amp; \u{1b}[31mred"),
      TestResult(
        suite: "file-transfer", group: "sftp", name: "log in", status: .notApplicable, duration: 0,
        message: "the profile has no sftp"),
      TestResult(
        suite: "file-transfer", group: "", name: "later", status: .skipped, duration: .nan),
    ]
    return run
  }

  static let hostileText =
    "<script>alert(1)</script><b>x</b>]]><img src=x onerror=\"a\"\u{301}'\u{301}>&lt;{{nonce}}{{{why}}}\u{202e}\u{0}\u{FFFE}"
  static let hostileShown =
    "<script>alert(1)</script><b>x</b>]]><img src=x onerror=\"a\"\\u{301}'\\u{301}>&lt;{{nonce}}{{{why}}}\\u{202e}\\u{0}\\u{fffe}"

  /// Every text that comes from outside is an attack.
  static var hostile: RunRecord {
    let text = hostileText
    var run = RunRecord(
      caseID: caseRecord.id, number: 1, startedAt: text, startedBy: text, command: text,
      toolVersion: text, profile: text)
    run.outcome = .failed
    run.message = text
    run.host.hostname = text
    run.host.acceleration = text
    run.host.qemu = text
    run.image = text
    run.imageName = text
    run.layers = [LayerUse(name: text, digest: text, cached: false)]
    run.product = VersionFound(name: text, wanted: text, running: text)
    run.fidelity = FidelityRow.Grade.allCases.map {
      FidelityRow(fact: text, asked: text, built: text, fidelity: $0, how: text)
    }
    run.facts = [VerifiedFact(fact: text, expected: text, found: text, status: .different)]
    run.stages = [StageRecord(name: text, detail: text, startedAt: text)]
    run.tests = TestResult.Status.allCases.filter { $0 != .error }.map {
      TestResult(
        suite: text, group: text, name: text, status: $0, duration: .infinity, message: text,
        output: text)
    }
    run.artifacts = [ArtifactRecord(name: text, kind: "console", digest: text, size: -1)]
    return run
  }

  private static var begun: RunRecord {
    var run = RunRecord(
      caseID: caseRecord.id, number: 3, startedAt: "2030-01-02T04:00:00Z",
      startedBy: "sam@desk.example", command: "caselab run SUP-1042 --suite file-transfer",
      toolVersion: "0.1.0", profile: profile)
    run.host.uri = "test:///default"
    run.host.hostname = "lab1.example"
    run.host.libvirt = "11.3.0"
    run.host.qemu = "10.0.2"
    run.host.kernel = "6.12.48"
    run.host.acceleration = "emulation"
    run.image = "sha256:" + String(repeating: "3fa9", count: 16)
    run.imageName = "debian-12"
    run.layers = [
      LayerUse(name: "product", digest: String(repeating: "91c7", count: 16), cached: true),
      LayerUse(
        name: "suite file-transfer", digest: String(repeating: "07de", count: 16), cached: false),
    ]
    run.product = VersionFound(name: "proftpd", wanted: "1.3.8b", running: "1.3.8")
    run.fidelity = fidelity
    return run
  }

  private static func stage(
    _ name: String, _ detail: String, _ offset: Double, _ duration: Double?,
    _ outcome: StageRecord.Outcome = .done
  ) -> StageRecord {
    let start = Moment.date("2030-01-02T04:00:00Z")!.addingTimeInterval(offset)
    var stage = StageRecord(
      name: name, detail: detail,
      startedAt: start.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
    stage.duration = duration
    stage.outcome = outcome
    return stage
  }

  private static let stages = [
    stage("connect", "the hypervisor to answer", 0, 0.04),
    stage("image", "debian-12, already there", 0.05, 3.1),
    stage("layer product", "cached", 3.2, 0.02),
    stage("layer suite file-transfer", "apt to install curl, lftp and python3-paramiko", 3.3, 28.4),
    stage("boot", "the guest agent to answer", 31.7, 18.9),
    stage("configure", "TLS certificate, accounts, proftpd.conf", 50.6, 4.2),
    stage("health", "port 21 to greet", 54.8, 2.1),
    stage("verify", "", 56.9, 1.8),
    stage("suite file-transfer", "50 tests", 58.7, 129.5),
    stage("collect", "logs, configuration, package list", 188.2, 3.1),
    stage("stop", "", 191.3, 0.7),
  ]

  private static let fidelity = [
    FidelityRow(
      fact: "os", asked: "Debian 12.7", built: "Debian 12", fidelity: .equivalent,
      how: "the point release of the day the image was built"),
    FidelityRow(
      fact: "product.version", asked: "1.3.8b", built: "1.3.8", fidelity: .approximate,
      how: "1.3.8b is not packaged for Debian 12; the nearest is used"),
    FidelityRow(
      fact: "protocol ftps", asked: "explicit FTPS, TLS 1.2 and up",
      built: "explicit FTPS, TLS 1.2 and up", fidelity: .exact, how: ""),
    FidelityRow(
      fact: "protocol sftp", asked: "SFTP with keys for two partners", built: "SFTP with keys",
      fidelity: .exact, how: ""),
    FidelityRow(
      fact: "timezone", asked: "Europe/Vienna", built: "Europe/Vienna", fidelity: .exact, how: ""),
    FidelityRow(
      fact: "integration ldap",
      asked: "users in Active Directory, two domain controllers behind a load balancer", built: nil,
      fidelity: .omitted, how: "companions are not built yet; accounts are local"),
  ]

  private static let facts = [
    VerifiedFact(
      fact: "os", expected: "debian 12", found: "debian 12", status: .confirmed,
      observation: "/etc/os-release"),
    VerifiedFact(fact: "product.version", expected: "1.3.8b", found: "1.3.8", status: .different),
    VerifiedFact(fact: "protocol ftps", expected: "port 21", found: "port 21", status: .confirmed),
    VerifiedFact(
      fact: "protocol sftp", expected: "port 2222", found: "port 2222", status: .confirmed),
    VerifiedFact(fact: "timezone", expected: "Europe/Vienna", found: nil, status: .unconfirmed),
    VerifiedFact(
      fact: "clock", expected: "within 5 s of the host", found: "0.4 s behind", status: .confirmed),
  ]

  private static let names = [
    "log in", "log in with a wrong password is refused", "list a folder", "MLSD lists facts",
    "upload", "download with checksum", "resume an upload", "append", "rename", "delete",
    "make and remove folders", "name in UTF-8: Übergröße.txt", "name with spaces",
    "large file of 256 MiB", "500 small files", "parallel sessions", "idle timeout",
  ]

  private static let tests: [TestResult] = {
    var tests: [TestResult] = []
    for group in ["ftps", "sftp", "ftp"] {
      for (index, name) in names.enumerated() where tests.count < 50 {
        tests.append(
          TestResult(
            suite: "file-transfer", group: group, name: name,
            status: group == "ftp" ? .notApplicable : .passed,
            duration: group == "ftp" ? 0 : Double(index * index) * 0.09 + 0.21,
            message: group == "ftp" ? "the profile has no ftp" : nil))
      }
    }
    tests[6].status = .failed
    tests[6].message = "expected 226 after REST 1048576, got 451 Restart offset reset"
    tests[6].output = """
      *** get reply: 350 Restarting at 1048576. Send STORE or RETRIEVE to initiate transfer
      > STOR resume.bin
      \u{1b}[31m*** get reply: 451 resume.bin: Append/Restart not permitted, try again\u{1b}[0m
      Traceback (most recent call last):
        File "/srv/suite/test_resume.py", line 41, in test_resume_upload
          self.assertEqual(code, 226)
      AssertionError: 451 != 226
      """
    tests[16].status = .failed
    tests[16].message = "the control connection was closed after 61 s, expected 600 s"
    tests[20].status = .error
    tests[20].message = "paramiko.ssh_exception.SSHException: Server connection dropped"
    tests[20].output = (1...400).map { "debug1: packet \($0): type 94, \($0 * 37) bytes" }
      .joined(separator: "\n")
    return tests
  }()

  private static let artifacts = [
    ArtifactRecord(
      name: "console.log", kind: "console", digest: String(repeating: "a1b2", count: 16),
      size: 48_213),
    ArtifactRecord(
      name: "logs/var/log/proftpd/proftpd.log", kind: "server-log",
      digest: String(repeating: "c3d4", count: 16), size: 7_340_032),
    ArtifactRecord(
      name: "results/file-transfer.xml", kind: "results",
      digest: String(repeating: "e5f6", count: 16), size: 19_877),
    ArtifactRecord(
      name: "configuration/etc/proftpd/proftpd.conf", kind: "configuration",
      digest: String(repeating: "0718", count: 16), size: 913),
  ]

  private static let journal = [
    JournalEntry(
      at: "2030-01-02T03:04:05Z", by: "sam@desk.example", run: nil, what: "opened the case"),
    JournalEntry(at: "2030-01-02T04:00:00Z", by: "sam@desk.example", run: 3, what: "began run 3"),
    JournalEntry(
      at: "2030-01-02T04:03:12Z", by: "sam@desk.example", run: 3,
      what: "run 3 ended, failed: 3 tests failed"),
    JournalEntry(
      at: "2030-01-02T04:04:00Z", by: "kim@desk.example", run: 2, what: "of another run"),
  ]

  private static let console = (0...60).map {
    "[    \($0).012345] systemd[1]: Started unit-\($0).service"
  }
  .joined(separator: "\n")
  private static let serverLog = """
    2030-01-02 04:01:02,104 lab proftpd[812]: ProFTPD 1.3.8 standalone mode STARTUP
    2030-01-02 04:02:11,890 lab proftpd[931] (127.0.0.1): FTP session idle timeout, disconnected
    """
  private static let profile = """
    schema: caselab.profile/1
    case: SUP-1042
    product:
      name: proftpd
      version: 1.3.8b
    os:
      id: debian
      version: "12"
    protocols: [ftps, sftp]
    timezone: Europe/Vienna
    """
}

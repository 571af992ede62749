import Foundation
import Machines
import Synchronization

@testable import CaseModel
@testable import Lab

/// Invented values for tests.
enum Sample {
  static let product = Product(
    schema: Product.currentSchema, name: "exampled", title: "Example FTP", aliases: [],
    os: ["debian"], protocols: ["ftp": .init(port: 21), "ftps-implicit": .init(port: 990)],
    settings: [
      "passive_ports": .init(type: .string, default: .string("4000 4010")),
      "require_tls": .init(type: .bool, default: .bool(false)),
    ],
    accounts: [.init(name: "writer", home: "/srv/writer", writable: true)],
    version: .init(available: "list", run: "exampled -v", pattern: #"([0-9]+(\.[0-9]+)*[a-z]?)"#),
    install: [.init(name: "install it", run: "apt-get install exampled")], files: [],
    configure: [.init(name: "make keys", run: "make keys")],
    start: [.init(name: "start it", run: "systemctl start exampled")],
    health: .init(run: "check", timeout: 600), features: ["mlsd"],
    logs: ["/var/log/exampled/*.log"],
    configuration: ["/etc/exampled.conf"], shares: ["/etc/caselab/keys/*"], heardIn: [], uses: [])

  static var profile: EnvironmentProfile {
    var profile = EnvironmentProfile(
      case: "SUP-1", product: .init(name: "exampled", version: "1.2b"),
      os: .init(id: "debian", version: "12"))
    profile.protocols = ["ftp"]
    return profile
  }

  static func suite(install: [Product.Step] = []) -> Suite {
    Suite(
      name: "smoke", title: "Smoke", run: "true", format: .exit, needs: .init(install: install),
      timeLimit: 60)
  }

  static func companion(
    _ name: String, _ role: NodeRole, host: String, forwards: Bool = false, fronts: String = "never"
  ) -> Companion {
    Companion(
      schema: Companion.currentSchema, name: name, title: name, role: role, standsFor: [],
      makes: [], os: ["debian"], image: .init(id: "debian", version: "12"), node: .init(),
      host: host, links: [.inside], forwards: forwards, fronts: fronts,
      settings: ["nat": .init(type: .bool, default: .bool(true))], version: nil, install: [],
      files: [], configure: [], start: [], health: .init(run: "check", timeout: 600), checks: [],
      logs: [], configuration: [], shares: [], heardIn: [])
  }

  static let companions = Dictionary(
    uniqueKeysWithValues: [
      companion("client", .client, host: "client"),
      companion("nftables", .firewall, host: "gateway", forwards: true, fronts: "nat"),
      companion("openldap", .directory, host: "ldap"),
      companion("haproxy", .balancer, host: "balancer", fronts: "always"),
    ].map { ($0.name, $0) })

  /// Of the product's node alone.
  static func layout(
    _ profile: EnvironmentProfile = Sample.profile, product: Product = Sample.product, run: Int = 1
  ) throws -> EnvironmentLayout {
    try EnvironmentLayout(profile: profile, product: product, companions: [:], run: run)
  }

  static let owner = Owner(home: "0123abcd", caseKey: "SUP-1", run: 1, node: "product")

  /// A home in a folder of its own; the caller removes it.
  static func home() throws -> Home {
    let root = FileManager.default.temporaryDirectory.path + "/caselab-test-" + UUID().uuidString
    for folder in ["images", "layers", "cases", "work", "locks"] {
      try FileManager.default.createDirectory(
        atPath: root + "/" + folder, withIntermediateDirectories: true)
    }
    return Home(root: root)
  }
}

/// A stand-in for the record's ledger, in memory.
final class MemoryLedger: ResourceLedger {
  private let entries = Mutex<[LabResource]>([])
  var open: [LabResource] { entries.withLock { $0 } }

  func willCreate(_ resource: LabResource) async throws { entries.withLock { $0.append(resource) } }
  func didRemove(_ resource: LabResource) async throws {
    entries.withLock { entries in entries.removeAll { $0 == resource } }
  }
}

import ArgumentParser
import CaseModel
import Foundation
import Lab
import LibvirtMachines
import Machines
import Profiling
import Record

/// What a command works with. `run()` makes one from the process, `run(in:)` does the work.
struct Context: Sendable {
  var home: Home
  /// Folders with `products`, `suites` and `images`, a team's own first.
  var profileFolders: [String]
  /// libvirt URI as asked for; nil: the default of this user.
  var connection: String?
  var environment: [String: String]
  /// `user@host`, as it is recorded.
  var user: String
  var connect: @Sendable (String) async throws -> any Hypervisor
  /// Bytes that layers and ready states may take, by the configuration.
  var cacheBudget = Self.usualCacheBudget
  /// Whether layers may be built in a chroot on this host, by the configuration.
  var buildsInChroot = true

  /// 20 GiB.
  static let usualCacheBudget: Int64 = 20 << 30

  /// From the process's environment.
  static func make(_ options: ConnectionOptions? = nil) throws -> Context {
    let environment = ProcessInfo.processInfo.environment
    let paths = HomePaths(environment: environment)
    let settings = try ConfigurationFile.load(paths.configuration)
    return Context(
      home: try paths.home(),
      profileFolders: paths.profileFolders(),
      connection: options?.connect ?? environment["CASELAB_CONNECT"].nonEmpty ?? settings.connect,
      environment: environment,
      user: "\(NSUserName())@\(ProcessInfo.processInfo.hostName)",
      connect: { try await LibvirtHypervisor.connect(uri: $0) },
      cacheBudget: settings.cache?.maxBytes ?? usualCacheBudget,
      buildsInChroot: settings.layers?.chroot ?? true)
  }

  func store() throws -> RecordStore { try RecordStore.open(home) }
  func catalogue() throws -> Catalogue {
    try Catalogue(
      folders: profileFolders, imported: ImageStore(home: home).list().map(ImageRecipe.init))
  }
  var uri: String { connection ?? LibvirtHypervisor.defaultURI }
  func hypervisor() async throws -> any Hypervisor { try await connect(uri) }
}

extension Optional where Wrapped == String {
  /// An empty environment variable counts as none.
  var nonEmpty: String? { self?.isEmpty == false ? self : nil }
}

/// Options of every command that talks to libvirt.
struct ConnectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "libvirt's URI: qemu:///session, qemu:///system or qemu+ssh://host/system.",
      discussion: "Else CASELAB_CONNECT, else `connect` of config.yaml, else this user's own.",
      valueName: "uri"))
  var connect: String?
}

/// `--json` of every reading command.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print JSON, with a `schema` field.")
  var json = false
}

/// The case that a command is about.
struct CaseArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The case's ID, like SUP-1042.", valueName: "case-id"),
    completion: .custom(CaseCompletion.complete))
  var id: String

  func parsed() throws -> CaseID { try CaseID(id) }
}

enum CaseCompletion {
  static func complete(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    guard let context = try? Context.make(), let cases = try? context.store().cases() else {
      return []
    }
    return cases.map(\.id.text).filter { $0.hasPrefix(prefix) }
  }
}

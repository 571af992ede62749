import CaseModel
import Foundation
import Machines

/// The ready states of one home; each a folder with `manifest.json` and, for every node, its disk,
/// its memory and the state of its devices.
public struct ReadyStateStore: ManifestStore {
  let home: Home

  public init(home: Home) { self.home = home }

  public func folder(_ digest: String) -> String {
    home.readyStates + "/" + digest.replacingOccurrences(of: "sha256:", with: "")
  }

  /// Nil when there is none, and when there is one that cannot be trusted: it is never an error.
  public func manifest(_ digest: String) -> ReadyStateManifest? {
    guard let data = FileManager.default.contents(atPath: folder(digest) + "/manifest.json"),
      let manifest = try? JSONDecoder().decode(ReadyStateManifest.self, from: data),
      manifest.digest == digest
    else { return nil }
    return manifest
  }

  /// The files of a node, when they are the very ones that were sealed.
  ///
  /// - Throws: `labFailed` when one was changed, cut, or copied from elsewhere.
  func files(_ node: ReadyStateManifest.Node, of digest: String) throws -> ReadyStateFiles {
    let files = ReadyStateFiles(folder: folder(digest), node: node.name, hasSeed: node.hasSeed)
    guard try files.seals() == node.seals else {
      throw CaselabError(
        .labFailed, "the files of the ready state are not the ones that were sealed")
    }
    return files
  }

  public func list() -> [ReadyStateManifest] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: home.readyStates)) ?? []
    return names.sorted().compactMap { manifest("sha256:" + $0) }
  }

  /// Machines that go on from it keep what they have open.
  public func remove(_ digest: String) throws { try Folder.remove(folder(digest)) }
}

/// What a ready state is: kept beside its files as `manifest.json`.
public struct ReadyStateManifest: Codable, Equatable, Sendable {
  /// The name that a run's record has it by, among its layers.
  public static let layerName = "ready-state"

  public var schema = "caselab.ready-state/1"
  public var digest: String
  public var inputs: [LayerInput]
  /// Digests of the images and layers that its disks stand on.
  public var standsOn: [String]
  public var nodes: [Node]
  public var madeAt: String
  /// Seconds since 1970 on the host's clock when the machines stood still.
  public var stoodStillAt: Double
  /// What was found while it was made.
  public var findings: Findings
  /// Suites whose files are in their place: name -> digest of the files.
  public var suites: [String: String]

  public struct Node: Codable, Equatable, Sendable {
    public var name: String
    public var memoryMiB: Int
    public var hasSeed: Bool
    /// File -> what tells it from any other.
    var seals: [String: String]
  }

  /// Of an environment that came up and was checked; without one bad test.
  public struct Findings: Codable, Equatable, Sendable {
    public var tests: [TestResult] = []
    public var facts: [VerifiedFact] = []
    public var product: VersionFound?
    /// What its nodes tried to reach while they came up.
    public var attempts: [RunEnvironment.Attempt] = []
    public init() {}
    public var isWell: Bool { !tests.contains { $0.status.isBad } }
  }
}

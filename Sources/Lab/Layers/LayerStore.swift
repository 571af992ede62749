import CaseModel
import Foundation

/// What a layer is: kept beside its disk as `manifest.json`.
public struct LayerManifest: Codable, Equatable, Sendable {
  public var schema = "caselab.layer-manifest/1"
  public var name: String
  public var digest: String
  public var parent: String
  /// Tells one build of a layer from another one of the same digest, which has other blocks; nil of a
  /// layer from before it was kept.
  public var build: String?
  /// That of the layer below; nil on an image, whose digest is that of its disk.
  public var parentBuild: String?
  /// Package version chosen while it was built; nil when there was none to choose.
  public var packageVersion: String?
  /// The same as the product counts its versions.
  public var productVersion: String?
  /// Seconds it took.
  public var buildTime: Double
  public var madeAt: String
  /// Its steps were run in a chroot on the host: no machine has ever written to its disk. False when
  /// nil.
  public var chroot: Bool?
  /// What its digest is made of; nil of a layer from before it was kept.
  public var inputs: [LayerInput]?
}

/// The sealed layers of one home; each a folder with `disk.qcow2` and `manifest.json`.
public struct LayerStore: ManifestStore {
  let home: Home

  public init(home: Home) { self.home = home }

  public func folder(_ digest: String) -> String {
    home.layers + "/" + digest.replacingOccurrences(of: "sha256:", with: "")
  }

  public func disk(_ digest: String) -> String { folder(digest) + "/disk.qcow2" }

  /// Nil when it is not built, or stands on what is there no more: on a layer that was removed, or
  /// built again since.
  public func manifest(_ digest: String) throws -> LayerManifest? {
    guard let layer = try stored(digest), try stored(layer.parent)?.build == layer.parentBuild
    else {
      return nil
    }
    return layer
  }

  /// Nil when there is none. A folder appears whole, by rename, so a manifest means a layer.
  private func stored(_ digest: String) throws -> LayerManifest? {
    guard let data = FileManager.default.contents(atPath: folder(digest) + "/manifest.json") else {
      return nil
    }
    do {
      return try JSONDecoder().decode(LayerManifest.self, from: data)
    } catch {
      throw CaselabError(
        .labFailed, "layer \"\(digest)\" has a damaged manifest",
        hint: "remove \(folder(digest)) and run again", cause: error)
    }
  }

  /// All sealed layers, also those that can be used no more.
  public func list() throws -> [LayerManifest] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: home.layers)) ?? []
    return try names.sorted().compactMap { try stored("sha256:" + $0) }
  }
}

import Foundation

/// A store of sealed folders, each with a `manifest.json`, the time of which is that of its last use.
public protocol ManifestStore: Sendable {
  func folder(_ digest: String) -> String
}

extension ManifestStore {
  /// Notes that something stands on it, or goes on from it, now.
  public func markUsed(_ digest: String) {
    try? FileManager.default.setAttributes(
      [.modificationDate: Date()], ofItemAtPath: folder(digest) + "/manifest.json")
  }

  /// When that was last so; the beginning of time where nobody knows.
  public func lastUse(_ digest: String) -> Date {
    let manifest = folder(digest) + "/manifest.json"
    let attributes = try? FileManager.default.attributesOfItem(atPath: manifest)
    return attributes?[.modificationDate] as? Date ?? .distantPast
  }

  /// Bytes that it takes of the disk.
  public func size(_ digest: String) -> Int64 { DiskUse.bytes(of: folder(digest)) }
}

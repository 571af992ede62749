import CaseModel
import Foundation
import Machines
import Synchronization

/// A stand-in for another host's disk: a folder of this one.
public final class SyntheticVolumes: VolumeStore {
  private let folder: String
  /// What is copied breaks off after its first byte, while this is set.
  public let breaksOff = Mutex(false)
  private let copied = Mutex<[String]>([])

  /// - Parameter folder: must be there.
  public init(_ folder: String) { self.folder = folder }

  /// Names of what was copied there whole, in that order.
  public var uploads: [String] { copied.withLock { $0 } }

  public func path(_ name: String) -> String { folder + "/" + name }

  public func names() async throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: folder))
  }

  public func size(_ name: String) async throws -> Int64 {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path(name))
    return (attributes?[.size] as? NSNumber)?.int64Value ?? 0
  }

  public func free() async throws -> Int64 { 1 << 40 }

  public func upload(
    _ file: String, as name: String, progress: @escaping @Sendable (Int64) -> Void
  ) async throws {
    let bytes = FileManager.default.contents(atPath: file) ?? Data()
    guard !breaksOff.withLock({ $0 }) else {
      try bytes.prefix(1).write(to: URL(filePath: path(name)))
      throw CaselabError(.unreachable, "the connection broke")
    }
    try bytes.write(to: URL(filePath: path(name)))
    progress(Int64(bytes.count))
    copied.withLock { $0.append(name) }
  }

  public func download(_ name: String, to file: String, from offset: Int64) async throws {
    guard let bytes = FileManager.default.contents(atPath: path(name)) else {
      throw CaselabError(.labFailed, "\"\(name)\" is not there")
    }
    let before = FileManager.default.contents(atPath: file) ?? Data()
    try (before.prefix(Int(offset)) + bytes.dropFirst(Int(offset))).write(to: URL(filePath: file))
  }

  public func remove(_ name: String) async throws {
    try? FileManager.default.removeItem(atPath: path(name))
  }
}

import Clibvirt

/// One volume of a storage pool; a reference that stays valid when the volume is gone.
public final class StorageVolume: Sendable {
  public let name: String
  let reference: Reference
  private let worker: Worker

  /// Takes the reference over.
  init(_ pointer: OpaquePointer, _ worker: Worker) throws {
    reference = Reference(pointer) { virStorageVolFree($0) }
    self.worker = worker
    name = String(cString: try object(virStorageVolGetName(pointer)))
  }

  /// Absolute, on the pool's host.
  public func path() async throws -> String {
    try await reference.call(on: worker) { try text(virStorageVolGetPath($0)) }
  }

  /// Bytes that it takes of its host's disk.
  public func size() async throws -> UInt64 {
    try await reference.call(on: worker) { volume in
      var info = virStorageVolInfo()
      try check(virStorageVolGetInfo(volume, &info))
      return info.allocation
    }
  }

  /// Not an error when it is gone.
  public func delete() async throws {
    do {
      try await reference.call(on: worker) { _ = try check(virStorageVolDelete($0, 0)) }
    } catch let error as LibvirtError where error.code == .noVolume {}
  }
}

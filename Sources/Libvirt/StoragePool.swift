import Clibvirt
import Glibc

/// One storage pool: a folder of a host, as far as we use them.
public final class StoragePool: Sendable {
  public let name: String
  private let reference: Reference
  private let worker: Worker

  /// Takes the reference over.
  init(_ pointer: OpaquePointer, _ worker: Worker) throws {
    reference = Reference(pointer) { virStoragePoolFree($0) }
    self.worker = worker
    name = String(cString: try object(virStoragePoolGetName(pointer)))
  }

  public func definition() async throws -> String {
    try await reference.call(on: worker) { try text(virStoragePoolGetXMLDesc($0, 0)) }
  }

  /// Bytes that may still be written.
  public func free() async throws -> UInt64 {
    try await reference.call(on: worker) { pool in
      var info = virStoragePoolInfo()
      try check(virStoragePoolGetInfo(pool, &info))
      return info.available
    }
  }

  /// Looks what is there, for what others than libvirt have made.
  public func refresh() async throws {
    try await reference.call(on: worker) { _ = try check(virStoragePoolRefresh($0, 0)) }
  }

  public func volumes() async throws -> [StorageVolume] {
    try await reference.call(on: worker) { [worker] pool in
      var list: UnsafeMutablePointer<OpaquePointer?>?
      let count = Int(try check(virStoragePoolListAllVolumes(pool, &list, 0)))
      defer { Glibc.free(list) }
      return try (0..<count).compactMap { list?[$0] }.map { try StorageVolume($0, worker) }
    }
  }

  /// Nil when there is none of that name.
  public func volume(named name: String) async throws -> StorageVolume? {
    try await reference.call(on: worker) { [worker] pool in
      guard let pointer = virStorageVolLookupByName(pool, name) else {
        let error = LibvirtError.last()
        guard error.code == .noVolume else { throw error }
        return nil
      }
      return try StorageVolume(pointer, worker)
    }
  }

  public func createVolume(_ definition: String) async throws -> StorageVolume {
    try await reference.call(on: worker) { [worker] pool in
      try StorageVolume(object(virStorageVolCreateXML(pool, definition, 0)), worker)
    }
  }
}

extension Connection {
  /// Nil when there is none of that name.
  public func storagePool(named name: String) async throws -> StoragePool? {
    try await call { [worker] connection in
      guard let pointer = virStoragePoolLookupByName(connection, name) else {
        let error = LibvirtError.last()
        guard error.code == .noPool else { throw error }
        return nil
      }
      return try StoragePool(pointer, worker)
    }
  }

  /// Starts a transient pool.
  ///
  /// - Parameter build: whether its folder is made where it is missing, and given its mode.
  public func createStoragePool(_ definition: String, build: Bool) async throws -> StoragePool {
    let flags = build ? UInt32(VIR_STORAGE_POOL_CREATE_WITH_BUILD.rawValue) : 0
    return try await call { [worker] connection in
      try StoragePool(object(virStoragePoolCreateXML(connection, definition, flags)), worker)
    }
  }
}

import CaseModel
import Foundation
import Libvirt
import Machines

/// A storage pool of ours, a folder of the connection's host, as the lab's volume store.
struct LibvirtVolumes: VolumeStore {
  let pool: StoragePool
  /// Absolute, on the pool's host.
  let folder: String
  let uri: String

  func path(_ name: String) -> String { folder + "/" + name }

  func names() async throws -> Set<String> {
    try await told("what is there") {
      // Fails while something is being copied; then what libvirt knows has to do.
      try? await pool.refresh()
      return Set(try await pool.volumes().map(\.name))
    }
  }

  func size(_ name: String) async throws -> Int64 {
    try await told("\"\(name)\"") {
      do {
        return Int64(clamping: try await pool.volume(named: name)?.size() ?? 0)
      } catch let error as LibvirtError where error.code == .noVolume {
        return 0
      }
    }
  }

  func free() async throws -> Int64 {
    try await told("its free space") { Int64(clamping: try await pool.free()) }
  }

  func upload(
    _ file: String, as name: String, progress: @escaping @Sendable (Int64) -> Void
  ) async throws {
    try await told("\"\(name)\"") {
      var status = stat()
      guard stat(file, &status) == 0 else {
        throw CaselabError(.labFailed, "\"\(file)\" is not there")
      }
      try await pool.volume(named: name)?.delete()
      let volume = try await pool.createVolume(
        VolumeXML.volume(named: name, size: Int64(status.st_size)))
      if status.st_size > 0 { try await volume.upload(file, progress: progress) }
    }
  }

  func download(_ name: String, to file: String, from offset: Int64) async throws {
    try await told("\"\(name)\"") {
      guard let volume = try await pool.volume(named: name) else {
        throw CaselabError(.labFailed, "it is not there")
      }
      try await volume.download(to: file, from: offset)
    }
  }

  func remove(_ name: String) async throws {
    try await told("\"\(name)\"") { try await pool.volume(named: name)?.delete() }
  }

  private func told<Value>(_ what: String, _ body: () async throws -> Value) async throws -> Value {
    do {
      return try await body()
    } catch let error where error is LibvirtError || error is CaselabError {
      throw CaselabError(
        .labFailed, "storage \"\(folder.printable())\" at \"\(uri.printable())\": \(what)",
        cause: error)
    }
  }
}

extension LibvirtHypervisor {
  /// Made where it is missing: transient, so that nothing but the folder stays of it.
  public func volumes(ofHome home: String) async throws -> (any VolumeStore)? {
    guard place.isQEMU, place.isRemote else { return nil }
    let name = "caselab." + home
    do {
      let pool = try await pool(named: name)
      guard let folder = VolumeXML.folder(ofPool: try await pool.definition()) else {
        throw CaselabError(
          .labFailed, "storage pool \"\(name)\" at \"\(place.text)\" has no folder")
      }
      return LibvirtVolumes(pool: pool, folder: folder, uri: place.text)
    } catch let error as LibvirtError {
      guard await connection.isAlive() else { throw lost(error) }
      throw CaselabError(
        .labFailed, "storage pool \"\(name)\" at \"\(place.text.printable())\" cannot be had",
        hint: error.code == .noSupport
          ? "install libvirt's storage driver there (on Debian: apt install "
            + "libvirt-daemon-driver-storage), and end its libvirtd"
          : "see that its folder can be made there: \(folder(ofPool: name))",
        cause: error)
    }
  }

  private func pool(named name: String) async throws -> StoragePool {
    if let pool = try await connection.storagePool(named: name) { return pool }
    do {
      return try await connection.createStoragePool(
        VolumeXML.pool(named: name, folder: folder(ofPool: name), isOpen: place.isSystem),
        build: true)
    } catch {
      // Another process may have been first.
      if let pool = try await connection.storagePool(named: name) { return pool }
      throw error
    }
  }

  /// Of a session it is where anybody may write and nothing is lost at a boot: libvirt does not tell
  /// the home of the user there. Making it fails where somebody else has it already.
  private func folder(ofPool name: String) -> String {
    (place.isSystem ? "/var/lib/libvirt/images/" : "/var/tmp/") + name
  }
}

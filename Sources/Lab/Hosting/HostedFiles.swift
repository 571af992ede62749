import CaseModel
import Foundation
import Machines

/// Disks, kernels and initrds of this home on a host that shares no files with this one: copied there
/// once, and found there by every later run.
///
/// libvirt cannot rename a volume: what is whole has a second one beside it that says so, made last. One
/// without it was interrupted, and is copied anew.
public struct HostedFiles: Sendable {
  let store: any VolumeStore
  let uri: String
  let home: Home
  let ledger: any ResourceLedger
  let note: @Sendable (String) async -> Void

  /// Of the volume that says that another is whole.
  static let mark = ".whole"

  init(
    store: any VolumeStore, uri: String, home: Home, ledger: any ResourceLedger,
    note: @escaping @Sendable (String) async -> Void
  ) {
    self.store = store
    self.uri = uri
    self.home = home
    self.ledger = ledger
    self.note = note
  }

  /// Nil where the hypervisor's host sees this one's files.
  public init?(
    on hypervisor: any Hypervisor, uri: String, home: Home, homeTag: String,
    ledger: any ResourceLedger, note: @escaping @Sendable (String) async -> Void = { _ in }
  ) async throws {
    guard let store = try await hypervisor.volumes(ofHome: homeTag) else { return nil }
    self.init(store: store, uri: uri, home: home, ledger: ledger, note: note)
  }

  /// Absolute, on that host.
  public var folder: String { String(store.path("").dropLast()) }

  /// Which of these files are not there yet.
  public func missing(_ files: [String]) async throws -> [String] {
    let names = try await store.names()
    return try files.filter { try !Self.isWhole(HostedName.of($0), in: names) }
  }

  /// Copies the file there, unless it is there whole. A second process that wants the same waits.
  ///
  /// - Returns: its path there.
  public func ensure(_ file: String, for owner: Owner) async throws -> String {
    let name = try HostedName.of(file)
    if Self.isWhole(name, in: try await store.names()) { return store.path(name) }
    let lock = try await FileLock.acquire(path: home.locks + "/volume-" + name) { holder in
      await note("\(name) is being copied to the host by process \(holder); waiting for it")
    }
    defer { lock.release() }
    if Self.isWhole(name, in: try await store.names()) { return store.path(name) }
    let resource = LabResource(kind: .volume, name: name, uri: uri, owner: owner)
    try await ledger.willCreate(resource)
    do {
      try await checkRoom(file)
      try await copy(file, as: name)
      try await store.upload("/dev/null", as: name + Self.mark) { _ in }
      try await ledger.didRemove(resource)
    } catch {
      // Out of reach it stays written down, for `gc`.
      try? await Shield.run {
        try await store.remove(name)
        try await ledger.didRemove(resource)
      }
      throw error
    }
    return store.path(name)
  }

  static func isWhole(_ name: String, in names: Set<String>) -> Bool {
    names.contains(name) && names.contains(name + mark)
  }

  /// Says how far it is, a percent at a time.
  private func copy(_ file: String, as name: String) async throws {
    let size = max(1, HostedName.length(file))
    let (steps, continuation) = AsyncStream.makeStream(
      of: Int64.self, bufferingPolicy: .bufferingNewest(1))
    let telling = Task { [note] in
      var told: Int64 = -1
      for await done in steps where done * 100 / size != told {
        told = done * 100 / size
        await note("copying \(name) to the host: \(told) % of \(size >> 20) MiB")
      }
    }
    defer {
      continuation.finish()
      telling.cancel()
    }
    try await store.upload(file, as: name) { continuation.yield($0) }
  }

  private func checkRoom(_ file: String) async throws {
    let (needed, free) = (DiskUse.bytes(ofFile: file), try await store.free())
    guard free < needed + 1 << 30 else { return }
    throw CaselabError(
      .labFailed,
      "\"\(uri.printable())\" has \(free >> 20) MiB of disk free for \"\(folder)\", "
        + "\((needed >> 20) + 1024) MiB are needed",
      hint: "free some space there")
  }
}

/// How a finished file is called on another host.
enum HostedName {
  /// `layers.1f2e3d4c5b6a7988.disk.qcow2.2p-1w3f…`: where it lies here, the first 16 letters of its
  /// digest, its length and the time it was finished. A layer that was built again has other blocks.
  static func of(_ file: String) throws -> String {
    var status = stat()
    guard stat(file, &status) == 0 else {
      throw CaselabError(.labFailed, "\"\(file)\" is not there")
    }
    let parts = file.split(separator: "/").suffix(3).map { String($0) }
    let place = parts.dropLast().map { $0.prefix(16) } + parts.suffix(1).map { $0[...] }
    let time = UInt64(status.st_mtim.tv_sec) * 1_000_000_000 + UInt64(status.st_mtim.tv_nsec)
    let name = place.joined(separator: ".")
    return String(
      name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) ? $0 : "_" })
      + "." + String(status.st_size, radix: 36) + "-" + String(time, radix: 36)
  }

  /// Whether a file may be called so by `of`.
  static func isOne(_ name: String) -> Bool {
    name.wholeMatch(
      of: /(images|layers)\.[0-9A-Za-z]{1,16}\.[0-9A-Za-z._-]+\.[0-9a-z]+-[0-9a-z]+/) != nil
  }

  static func length(_ file: String) -> Int64 {
    var status = stat()
    return stat(file, &status) == 0 ? Int64(status.st_size) : 0
  }
}

import Clibvirt
import Glibc

/// Snapshots of disk and memory, kept in the domain's own disk.
extension Domain {
  /// - Parameter description: a `domainsnapshot` element.
  public func snapshot(_ description: String) async throws {
    try await call { pointer in
      let snapshot = try object(virDomainSnapshotCreateXML(pointer, description, 0))
      virDomainSnapshotFree(snapshot)
    }
  }

  /// The domain goes on from there with a new process, running or paused as it was.
  public func revert(to name: String) async throws {
    try await withSnapshot(name) { _ = try check(virDomainRevertToSnapshot($0, 0)) }
  }

  public func deleteSnapshot(_ name: String) async throws {
    try await withSnapshot(name) { _ = try check(virDomainSnapshotDelete($0, 0)) }
  }

  public func snapshots() async throws -> [String] {
    try await call { pointer in
      var list: UnsafeMutablePointer<OpaquePointer?>?
      let count = Int(try check(virDomainListAllSnapshots(pointer, &list, 0)))
      defer { free(list) }
      return (0..<count).compactMap { list?[$0] }.compactMap { snapshot in
        defer { virDomainSnapshotFree(snapshot) }
        return virDomainSnapshotGetName(snapshot).map { String(cString: $0) }
      }
    }
  }

  public func suspend() async throws { try await call { _ = try check(virDomainSuspend($0)) } }
  public func resume() async throws { try await call { _ = try check(virDomainResume($0)) } }

  private func withSnapshot(
    _ name: String, _ body: @escaping @Sendable (OpaquePointer) throws -> Void
  ) async throws {
    try await call { pointer in
      let snapshot = try object(virDomainSnapshotLookupByName(pointer, name, 0))
      defer { virDomainSnapshotFree(snapshot) }
      try body(snapshot)
    }
  }
}

/// A folder of ours on a host that shares no files with this one.
///
/// Names are letters, digits, `.`, `_` and `-`.
public protocol VolumeStore: Sendable {
  /// Absolute path on that host of the file of that name, whether it is there or not.
  func path(_ name: String) -> String
  /// Of all that is there.
  func names() async throws -> Set<String>
  /// Bytes that it takes of that host's disk; 0 when it is gone.
  func size(_ name: String) async throws -> Int64
  /// Bytes that may still be written there.
  func free() async throws -> Int64
  /// Copies a file of this host there, in place of one of that name. What was begun is there, too,
  /// and is no whole file until this returns.
  ///
  /// - Parameter progress: hears of bytes done so far.
  func upload(
    _ file: String, as name: String, progress: @escaping @Sendable (Int64) -> Void) async throws
  /// Copies what it has from `offset` on to the same place of a file of this host.
  func download(_ name: String, to file: String, from offset: Int64) async throws
  /// Not an error when it is gone.
  func remove(_ name: String) async throws
}

/// The names of files that belong to one machine.
public struct MachineVolumes: Sendable {
  let machine: String
  let uuid: String

  public init(machine: String, uuid: String) {
    self.machine = machine
    self.uuid = uuid
  }

  /// What all begin with; what writes them may add some of its own.
  public var prefix: String { "\(machine).\(uuid)." }
  public var disk: String { prefix + "disk.qcow2" }
  public var seed: String { prefix + "seed.img" }
  public var console: String { prefix + "console.log" }
}

extension VolumeStore {
  public func remove(_ volumes: MachineVolumes) async throws {
    for name in try await names() where name.hasPrefix(volumes.prefix) { try await remove(name) }
  }
}

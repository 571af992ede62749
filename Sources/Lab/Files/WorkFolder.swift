import CaseModel
import Foundation

/// A folder in which something is made before it is published, under one that only makers use.
///
/// Its maker holds a flock(2) on it, so that a sweep tells what is being made from what a killed
/// process left.
public final class WorkFolder: Sendable {
  public let path: String
  private let descriptor: Int32

  /// Makes `parent/prefix-…`; `prefix` says what is made, for those who look.
  public init(in parent: String, prefix: String) throws {
    try Folder.create(parent)
    while true {
      let path = "\(parent)/\(prefix)-\(String(UInt64.random(in: .min ... .max), radix: 36))"
      guard mkdir(path, 0o700) == 0 else {
        if errno == EEXIST { continue }
        throw CaselabError(
          .labFailed, "folder \"\(path)\" cannot be made: \(String(cString: strerror(errno)))")
      }
      if let descriptor = Self.lock(path) {
        self.path = path
        self.descriptor = descriptor
        return
      }
    }
  }

  deinit { close(descriptor) }

  /// Moves it to its final place, whole; `discard` then has nothing to do.
  public func publish(as place: String) throws { try Folder.publish(path, as: place) }

  /// Removes it with all in it, also when the task has been cancelled.
  public func discard() async { try? await removeTree(path) }

  /// Removes the folders under `parent` that nobody holds, and files untouched for `age`: partial
  /// downloads, which are worth keeping for a while. Gives back what it removed.
  public static func sweep(
    _ parent: String, filesUntouchedFor age: Duration = .seconds(7 * 86400)
  ) async throws -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    var removed: [String] = []
    for name in names.sorted() {
      let path = parent + "/" + name
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        guard let descriptor = lock(path) else { continue }
        defer { close(descriptor) }
        try await removeTree(path)
      } else {
        guard time(nil) - status.st_mtim.tv_sec > Int(age.components.seconds) else { continue }
        unlink(path)
      }
      removed.append(path)
    }
    return removed
  }

  /// Nil when somebody else holds the folder, or removed it in between.
  private static func lock(_ path: String) -> Int32? {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &status) == 0,
      status.st_nlink > 0
    else {
      close(descriptor)
      return nil
    }
    return descriptor
  }
}

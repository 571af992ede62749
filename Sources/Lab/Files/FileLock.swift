import CaseModel
import Foundation

/// An exclusive lock on a file (flock(2)); it vanishes with the process that holds it.
public struct FileLock: Sendable {
  private let descriptor: Int32

  /// Nil when somebody else holds it. The holder's process ID is written into the file.
  public static func acquire(path: String) throws -> FileLock? {
    try Folder.create((path as NSString).deletingLastPathComponent)
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure("opened", path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      if code == EWOULDBLOCK { return nil }
      throw failure("locked", path, code)
    }
    let holder = Array("\(getpid())\n".utf8)
    _ = ftruncate(descriptor, 0)
    _ = pwrite(descriptor, holder, holder.count, 0)
    return FileLock(descriptor: descriptor)
  }

  /// Whether somebody holds it now.
  public static func isHeld(path: String) -> Bool {
    guard FileManager.default.fileExists(atPath: path) else { return false }
    guard let lock = try? acquire(path: path) else { return true }
    lock.release()
    return false
  }

  /// Waits until nobody else holds it; `waiting` is told the holder once.
  public static func acquire(
    path: String, waiting: (_ holder: String) async -> Void
  ) async throws -> FileLock {
    if let lock = try acquire(path: path) { return lock }
    await waiting(holder(path: path).map(String.init) ?? "?")
    // flock(2) has no event; blocking in it would hold a thread that cannot be cancelled.
    while true {
      try await Task.sleep(for: .milliseconds(500))
      if let lock = try acquire(path: path) { return lock }
    }
  }

  /// The process that last took it; nil when nobody ever did.
  public static func holder(path: String) -> Int32? {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    return Int32(text.trimmingCharacters(in: .whitespacesAndNewlines))
  }

  /// Closing alone would not do: a process that is just being started holds the file open, too.
  public func release() {
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  private static func failure(
    _ verb: String, _ path: String, _ code: Int32 = errno
  ) -> CaselabError {
    CaselabError(
      .labFailed, "lock \"\(path)\" cannot be \(verb): \(String(cString: strerror(code)))")
  }
}

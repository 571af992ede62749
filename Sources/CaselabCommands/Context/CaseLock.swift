import CaseModel
import Lab

extension Context {
  /// The case to ourselves, until the lock is released.
  ///
  /// - Parameter hint: what to do, of the process that has it.
  /// - Throws: `nothingRan` when another process has it.
  func lock(_ id: CaseID, hint: (_ holder: String) -> String) throws -> FileLock {
    let path = home.locks + "/case-" + id.key
    if let lock = try FileLock.acquire(path: path) { return lock }
    let holder = FileLock.holder(path: path).map(String.init)
    throw CaselabError(
      .nothingRan, "case \"\(id)\" is being run by process \(holder ?? "?")",
      hint: hint(holder ?? "PID"))
  }
}

import CaseModel
import Lab

extension Context {
  /// As `lock`, but waits for a `caselab warm` of the case, whose work is ours as well.
  func lock(
    _ id: CaseID, afterWarming progress: ProgressLine, hint: (_ holder: String) -> String
  ) async throws -> FileLock {
    if FileLock.isHeld(path: warming(id)) {
      let holder = FileLock.holder(path: warming(id)).map(String.init) ?? "?"
      progress.say("  process \(holder) is making its environment ready; waiting for it")
      try await FileLock.acquire(path: warming(id)) { _ in }.release()
    }
    return try lock(id, hint: hint)
  }

  /// The lock that `caselab warm` holds beside the case's.
  func warming(_ id: CaseID) -> String { home.locks + "/warm-" + id.key }

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

import CaseModel

extension DiskSpace {
  /// Throws `labFailed` when fewer than `needed` bytes are free where `path` is.
  static func require(_ needed: Int64, at path: String, for what: String) throws {
    let free = try free(at: path)
    guard free < needed else { return }
    throw CaselabError(
      .labFailed,
      "\(what) needs \(needed >> 20) MiB of disk, \"\(path.printable())\" has \(free >> 20) MiB free",
      hint: "free some space, run caselab gc, or move CASELAB_HOME to a larger disk")
  }

  /// Runs `body`; when it fails on a disk that is full by then, says so first.
  static func explaining<Value>(
    at path: String, what: String, _ body: () async throws -> Value
  ) async throws -> Value {
    do {
      return try await body()
    } catch let error as CaselabError where (try? free(at: path)).map({ $0 < 64 << 20 }) ?? false {
      throw CaselabError(
        .labFailed, "the disk of \"\(path.printable())\" became full while \(what)",
        hint: "free some space, run caselab gc, or move CASELAB_HOME to a larger disk",
        cause: error)
    }
  }
}

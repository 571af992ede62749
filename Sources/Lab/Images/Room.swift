import CaseModel

extension DiskSpace {
  /// Throws `labFailed` when fewer than `needed` bytes are free where `path` is.
  static func require(_ needed: Int64, at path: String, for what: String) throws {
    let free = try free(at: path)
    guard free < needed else { return }
    throw CaselabError(
      .labFailed,
      "\(what) needs \(needed >> 20) MiB of disk, \"\(path.printable())\" has \(free >> 20) MiB free",
      hint: makeRoom)
  }

  /// Runs `body`; when it fails on a disk that is nearly full by then, says so first.
  ///
  /// Nearly: apt and dpkg give up before the last byte is written.
  static func explaining<Value>(
    at path: String, what: String, _ body: () async throws -> Value
  ) async throws -> Value {
    do {
      return try await body()
    } catch {
      let isFailure = (error as? CaselabError).map { $0.code == .labFailed } ?? true
      guard isFailure, !(error is CancellationError), let free = try? free(at: path),
        free < 256 << 20
      else { throw error }
      throw CaselabError(
        .labFailed,
        "\"\(path.printable())\" had \(free >> 20) MiB of disk free when \(what) failed",
        hint: makeRoom, cause: error)
    }
  }

  private static let makeRoom =
    "free some space, run caselab gc, or move CASELAB_HOME to a larger disk"
}

import CaseModel
import GRDB

/// What SQLite says, as an error that names the database and what to do.
func recordFailure(_ error: any Error, database path: String) -> any Error {
  guard let error = error as? DatabaseError else { return error }
  let name = "database \"\(path.printable())\""
  return switch error.resultCode {
  case .SQLITE_CORRUPT, .SQLITE_NOTADB:
    CaselabError(
      .badInput, "\(name) is damaged",
      hint: "move it away and restore a copy; the artifacts beside it are not affected",
      cause: error)
  case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
    CaselabError(
      .labFailed, "\(name) cannot be written",
      hint: "see that it is yours and that its file system is not read-only", cause: error)
  case .SQLITE_FULL, .SQLITE_IOERR:
    CaselabError(
      .labFailed, "\(name) cannot be written: the disk is full or failing",
      hint: "free some space (`caselab gc` removes what no run needs), then try again",
      cause: error)
  case .SQLITE_BUSY, .SQLITE_LOCKED:
    CaselabError(
      .labFailed, "\(name) is held by another process",
      hint: "wait for the other caselab to end, then try again", cause: error)
  case .SQLITE_CONSTRAINT where error.extendedResultCode == .SQLITE_CONSTRAINT_TRIGGER:
    CaselabError(
      .badInput, "the record refuses the change: \(error.message ?? "it is immutable")",
      cause: error)
  default:
    CaselabError(.labFailed, "\(name) cannot be used", cause: error)
  }
}

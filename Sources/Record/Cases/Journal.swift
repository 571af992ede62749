import CaseModel
import GRDB

extension RecordStore {
  /// Adds a line to the case's journal; lines are never changed.
  public func append(_ entry: JournalEntry, to id: CaseID) throws {
    try write { try journal(entry, id, $0) }
  }

  /// The case's journal, oldest first.
  public func journal(_ id: CaseID) throws -> [JournalEntry] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT at, by, run, what FROM journal WHERE caseID = ? ORDER BY id",
        arguments: [try openCaseRow(id, db)]
      ).map { JournalEntry(at: $0[0], by: $0.text(1), run: $0[2], what: $0.text(3)) }
    }
  }

  func journal(_ entry: JournalEntry, _ id: CaseID, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO journal (caseID, run, at, by, what) VALUES (?, ?, ?, ?, ?)",
      arguments: [
        try openCaseRow(id, db), entry.run, entry.at, FreeText(entry.by), FreeText(entry.what),
      ])
  }
}

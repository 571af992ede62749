import CaseModel
import GRDB

extension RecordStore {
  /// Opens a case and journals it; `badInput` when there is one of that ID.
  @discardableResult
  public func openCase(_ id: CaseID, title: String, by: String, at: String) throws -> CaseRecord {
    try write { db in
      guard try caseRow(id, db) == nil else {
        throw CaselabError(
          .badInput, "case \"\(id)\" is already open", hint: "look at it: caselab case show \(id)")
      }
      try db.execute(
        sql: #"INSERT INTO "case" (name, title, openedAt, openedBy) VALUES (?, ?, ?, ?)"#,
        arguments: [id.text, FreeText(title), at, FreeText(by)])
      try journal(JournalEntry(at: at, by: by, run: nil, what: "opened the case"), id, db)
      return CaseRecord(id: id, title: title, openedAt: at, openedBy: by)
    }
  }

  /// Every case, the latest opened first.
  public func cases() throws -> [CaseRecord] {
    try read { db in
      let cursor = try Row.fetchCursor(db, sql: Self.caseQuery + " ORDER BY c.id DESC")
      return try cursor.map(Self.caseRecord).asArray()
    }
  }

  public func caseRecord(_ id: CaseID) throws -> CaseRecord? {
    try read { db in
      try Row.fetchOne(db, sql: Self.caseQuery + " WHERE c.name = ?", arguments: [id.text])
        .map(Self.caseRecord)
    }
  }

  /// Triggers keep the run count and the last outcome with the case: 10,000 look-ups of a last run
  /// take longer than everything else in a listing.
  private static let caseQuery = """
    SELECT c.name, c.title, c.openedAt, c.openedBy, c.runs, c.lastOutcome, r.pid, r.pidStart, r.bootID
    FROM "case" c LEFT JOIN run r
      ON c.lastOutcome = 'running' AND r.caseID = c.id AND r.number = c.runs
    """

  private static func caseRecord(_ row: Row) throws -> CaseRecord {
    var record = CaseRecord(
      id: try CaseID(row[0] as String), title: row.text(1), openedAt: row[2], openedBy: row.text(3))
    record.runs = row[4]
    if record.runs > 0 {
      record.lastOutcome = try liveOutcome(row, outcome: 5, mark: 6)
    }
    return record
  }

  /// The case's row, nil when it is not open.
  func caseRow(_ id: CaseID, _ db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: #"SELECT id FROM "case" WHERE name = ?"#), arguments: [id.text])
  }

  func openCaseRow(_ id: CaseID, _ db: Database) throws -> Int64 {
    guard let row = try caseRow(id, db) else {
      throw CaselabError(
        .badInput, "case \"\(id)\" is not open",
        hint: "open it: caselab case open \(id) --ticket FILE")
    }
    return row
  }
}

extension Cursor {
  func asArray() throws -> [Element] { try Array(self) }
}

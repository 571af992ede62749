import CaseModel
import GRDB

extension RecordStore {
  /// Records the case's next run and journals it; this process is its owner from now on.
  public func beginRun(_ id: CaseID, _ make: (Int) throws -> RunRecord) throws -> RunRecord {
    try write { db in
      let row = try openCaseRow(id, db)
      let last = try Int.fetchOne(
        db, sql: "SELECT max(number) FROM run WHERE caseID = ?", arguments: [row])
      var run = try make((last ?? 0) + 1)
      run.caseID = id
      run.number = (last ?? 0) + 1
      run.outcome = .running
      let owner = ProcessMark.current
      try db.execute(
        sql: """
          INSERT INTO run (caseID, number, outcome, startedAt, pid, pidStart, bootID, startedBy,
            command, toolVersion, host, layers, fidelity, profile)
          VALUES (?, ?, 'running', ?, ?, ?, ?, ?, ?, ?, '{}', '[]', '[]', ?)
          """,
        arguments: [
          row, run.number, run.startedAt, owner.pid, owner.startedTicks, owner.bootID,
          FreeText(run.startedBy), FreeText(run.command), run.toolVersion, FreeText(run.profile),
        ])
      try writeHeader(of: run, row: db.lastInsertedRowID, db)
      try journal(
        JournalEntry(
          at: run.startedAt, by: run.startedBy, run: run.number, what: "began run \(run.number)"),
        id, db)
      return run
    }
  }

  /// Writes what was found out about the run since: host, image, layers, product, fidelity, profile,
  /// message. Stages, tests, facts and artifacts have calls of their own.
  public func update(_ run: RunRecord) throws {
    try write { try writeHeader(of: run, row: try runningRow(run.runName, $0), $0) }
  }

  /// Ends the run and journals it; nothing of it can be changed afterwards.
  public func endRun(
    _ run: RunName, outcome: RunRecord.Outcome, message: String? = nil, at: String
  ) throws {
    try write { try end(run, row: try runningRow(run, $0), outcome, message, at, $0) }
  }

  func end(
    _ run: RunName, row: Int64, _ outcome: RunRecord.Outcome, _ message: String?, _ at: String,
    _ db: Database
  ) throws {
    guard outcome != .running else {
      throw CaselabError(.badInput, "run \"\(run)\" cannot end as \"running\"")
    }
    try db.execute(
      sql: "UPDATE run SET outcome = ?, message = ?, endedAt = ? WHERE id = ?",
      arguments: [outcome.rawValue, message.map(FreeText.init), at, row])
    let by = try FreeText.fetchOne(
      db, sql: "SELECT startedBy FROM run WHERE id = ?", arguments: [row])
    let why = message.map { ": \($0)" } ?? ""
    try journal(
      JournalEntry(
        at: at, by: by?.text ?? "", run: run.number,
        what: "run \(run.number) ended, \(outcome.rawValue)\(why)"), run.caseID, db)
  }

  private func writeHeader(of run: RunRecord, row: Int64, _ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE run SET message = ?, productName = ?, productWanted = ?, productRunning = ?,
          image = ?, imageName = ?, host = ?, layers = ?, fidelity = ?, profile = ?,
          environment = ?
        WHERE id = ?
        """,
      arguments: [
        run.message.map(FreeText.init), run.product.map { FreeText($0.name) },
        run.product?.wanted.map(FreeText.init), run.product?.running.map(FreeText.init), run.image,
        run.imageName, try json(run.host), try json(run.layers),
        try json(run.fidelity), FreeText(run.profile),
        try run.environment.map { try json($0) }, row,
      ])
  }
}

import CaseModel
import GRDB

/// A run that is recorded as running and whose process is gone.
public struct AbandonedRun: Equatable, Sendable {
  public var run: RunName
  public var startedAt: String
  /// The stage that it was in; nil before the first and between two.
  public var stage: String?
}

extension RecordStore {
  public func abandonedRuns() throws -> [AbandonedRun] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT c.name, r.number, r.startedAt, r.pid, r.pidStart, r.bootID,
            (SELECT name FROM stage WHERE runID = r.id AND outcome = 'running'
              ORDER BY id DESC LIMIT 1)
          FROM run r JOIN "case" c ON c.id = r.caseID WHERE r.outcome = 'running' ORDER BY r.id
          """
      ).filter { !Self.processMark($0, 3).isAlive }
        .map { row in
          AbandonedRun(
            run: RunName(try CaseID(row[0] as String), row[1]), startedAt: row[2],
            stage: row.optionalText(6))
        }
    }
  }

  /// Ends an abandoned run as `killed`; not an error when it has ended meanwhile.
  public func markKilled(_ run: RunName, at: String) throws {
    try write { db in
      guard
        let row = try Row.fetchOne(
          db,
          sql: """
            SELECT r.id, r.pid, r.pidStart, r.bootID,
              (SELECT name FROM stage WHERE runID = r.id AND outcome = 'running'
                ORDER BY id DESC LIMIT 1)
            FROM run r JOIN "case" c ON c.id = r.caseID
            WHERE c.name = ? AND r.number = ? AND r.outcome = 'running'
            """, arguments: [run.caseID.text, run.number])
      else { return }
      guard !Self.processMark(row, 1).isAlive else {
        throw CaselabError(
          .badInput, "run \"\(run)\" is going on in process \(row[1] as Int32)",
          hint: "end it first: caselab down \(run.caseID)")
      }
      let message = Self.killedMessage(stage: row.optionalText(4))
      try end(run, row: row[0], .killed, message, at, db)
    }
  }

  static func killedMessage(stage: String?) -> String {
    stage.map { "caselab was killed in stage \"\($0.printable())\"" } ?? "caselab was killed"
  }
}

import CaseModel
import GRDB

/// One line of a case's list of runs.
public struct RunSummary: Codable, Equatable, Sendable {
  public var number: Int
  public var outcome: RunRecord.Outcome
  public var startedAt: String
  public var endedAt: String?
  public var product: VersionFound?
  public var counts: TestCounts
  public var message: String?
}

extension RecordStore {
  /// The case's runs, the latest first.
  public func runs(_ id: CaseID) throws -> [RunSummary] {
    try read { db in
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT number, outcome, pid, pidStart, bootID, startedAt, endedAt, productName,
            productWanted, productRunning, passed, failed, errors, skipped, notApplicable, message
          FROM run WHERE caseID = ? ORDER BY number DESC
          """, arguments: [try openCaseRow(id, db)])
      return try cursor.map(Self.summary).asArray()
    }
  }

  private static func summary(_ row: Row) throws -> RunSummary {
    var counts = TestCounts()
    counts.passed = row[10]
    counts.failed = row[11]
    counts.errors = row[12]
    counts.skipped = row[13]
    counts.notApplicable = row[14]
    return RunSummary(
      number: row[0], outcome: try liveOutcome(row, outcome: 1, mark: 2), startedAt: row[5],
      endedAt: row[6], product: row.version(7), counts: counts, message: row.optionalText(15))
  }

  /// The outcome at column `outcome`; `killed` for a running one whose owner, at `mark`, is gone.
  static func liveOutcome(_ row: Row, outcome: Int, mark: Int) throws -> RunRecord.Outcome {
    let stored: RunRecord.Outcome = try row.choice(outcome)
    guard stored == .running else { return stored }
    return processMark(row, mark).isAlive ? .running : .killed
  }

  static func processMark(_ row: Row, _ index: Int) -> ProcessMark {
    ProcessMark(pid: row[index], startedTicks: row[index + 1], bootID: row[index + 2])
  }
}

import CaseModel
import GRDB

/// Which run: its case and its number.
public struct RunName: Codable, Hashable, Sendable, CustomStringConvertible {
  public var caseID: CaseID
  public var number: Int
  public init(_ caseID: CaseID, _ number: Int) {
    self.caseID = caseID
    self.number = number
  }
  public var description: String { "\(caseID)/\(number)" }
}

extension RunRecord {
  public var runName: RunName { RunName(caseID, number) }
}

extension RecordStore {
  func runRow(_ run: RunName, _ db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT r.id FROM run r JOIN "case" c ON c.id = r.caseID WHERE c.name = ? AND r.number = ?
          """),
      arguments: [run.caseID.text, run.number])
  }

  /// The row of a run that has not ended.
  func runningRow(_ run: RunName, _ db: Database) throws -> Int64 {
    guard let row = try runRow(run, db) else {
      throw CaselabError(
        .badInput, "run \"\(run)\" does not exist",
        hint: "list the case's runs: caselab results \(run.caseID)")
    }
    let outcome = try String.fetchOne(
      db.cachedStatement(sql: "SELECT outcome FROM run WHERE id = ?"), arguments: [row])
    guard outcome == RunRecord.Outcome.running.rawValue else {
      throw CaselabError(
        .badInput, "run \"\(run)\" has ended and cannot be changed",
        hint: "start another: caselab run \(run.caseID) --again \(run.number)")
    }
    return row
  }
}

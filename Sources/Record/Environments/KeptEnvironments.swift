import CaseModel
import GRDB

/// An environment that stays up after its run.
public struct KeptEnvironment: Codable, Equatable, Sendable {
  public var run: RunName
  public var machine: String
  public var uuid: String
  public var uri: String
  /// Absolute path of the run's folder with its disk.
  public var folder: String
  /// ISO 8601, UTC, like all times of the record.
  public var keptAt: String
  public var expiresAt: String?
  public init(
    run: RunName, machine: String, uuid: String, uri: String, folder: String, keptAt: String,
    expiresAt: String? = nil
  ) {
    self.run = run
    self.machine = machine
    self.uuid = uuid
    self.uri = uri
    self.folder = folder
    self.keptAt = keptAt
    self.expiresAt = expiresAt
  }
}

extension RecordStore {
  /// Records that the run's environment stays up; a second time, the later word holds.
  public func keep(_ environment: KeptEnvironment) throws {
    try write { db in
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO environment
            (caseID, run, machine, uuid, uri, folder, keptAt, expiresAt)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          try openCaseRow(environment.run.caseID, db), environment.run.number,
          environment.machine, environment.uuid, environment.uri, environment.folder,
          environment.keptAt, environment.expiresAt,
        ])
    }
  }

  /// Those of one case, or of all; the latest kept first.
  public func keptEnvironments(of id: CaseID? = nil) throws -> [KeptEnvironment] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT c.name, e.run, e.machine, e.uuid, e.uri, e.folder, e.keptAt, e.expiresAt
          FROM environment e JOIN "case" c ON c.id = e.caseID
          WHERE ?1 IS NULL OR c.name = ?1 ORDER BY e.id DESC
          """, arguments: [id?.text]
      ).map { row in
        KeptEnvironment(
          run: RunName(try CaseID(row[0] as String), row[1]), machine: row[2], uuid: row[3],
          uri: row[4], folder: row[5], keptAt: row[6], expiresAt: row[7])
      }
    }
  }

  /// Journals that a kept environment stays up to another time, and records it.
  ///
  /// - Parameter expiresAt: nil: until it is taken down.
  /// - Throws: `nothingRan` when it is not kept any more, or its time was over at `entry.at`: any
  ///   other command may be taking it down already.
  public func extend(_ run: RunName, to expiresAt: String?, _ entry: JournalEntry) throws {
    try write { db in
      try db.execute(
        sql: """
          UPDATE environment SET expiresAt = ?
          WHERE run = ? AND caseID = (SELECT id FROM "case" WHERE name = ?)
            AND (expiresAt IS NULL OR expiresAt > ?)
          """, arguments: [expiresAt, run.number, run.caseID.text, entry.at])
      guard db.changesCount > 0 else {
        throw CaselabError(
          .nothingRan, "the environment of run \"\(run)\" is not kept any more",
          hint: "caselab up \(run.caseID) brings up another")
      }
      try journal(entry, run.caseID, db)
    }
  }

  /// The environment is gone. Not an error when it was not recorded.
  public func forget(_ run: RunName) throws {
    try write { db in
      try db.execute(
        sql: """
          DELETE FROM environment
          WHERE run = ? AND caseID = (SELECT id FROM "case" WHERE name = ?)
          """, arguments: [run.number, run.caseID.text])
    }
  }
}

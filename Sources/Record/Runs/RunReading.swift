import CaseModel
import GRDB

extension RecordStore {
  /// The whole run; nil when the case has none of that number.
  ///
  /// A run whose process is gone reads as `killed`, whether or not that has been written down.
  public func run(_ id: CaseID, _ number: Int) throws -> RunRecord? {
    try read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT r.id, r.outcome, r.pid, r.pidStart, r.bootID, r.message, r.startedAt, r.endedAt,
            r.startedBy, r.command, r.toolVersion, r.host, r.profile, r.image, r.imageName,
            r.layers, r.productName, r.productWanted, r.productRunning, r.fidelity,
            r.environment
          FROM run r JOIN "case" c ON c.id = r.caseID
          WHERE c.name = ? AND r.number = ?
          """, arguments: [id.text, number]
      ).map { try runRecord($0, RunName(id, number), db) }
    }
  }

  /// The case's run of the highest number.
  public func latestRun(_ id: CaseID) throws -> RunRecord? {
    let number = try read { db in
      try Int.fetchOne(
        db, sql: "SELECT max(number) FROM run WHERE caseID = ?",
        arguments: [try openCaseRow(id, db)])
    }
    return try number.flatMap { try run(id, $0) }
  }

  private func runRecord(_ row: Row, _ name: RunName, _ db: Database) throws -> RunRecord {
    var run = RunRecord(
      caseID: name.caseID, number: name.number, startedAt: row[6], startedBy: row.text(8),
      command: row.text(9), toolVersion: row[10], profile: row.text(12))
    run.outcome = try Self.liveOutcome(row, outcome: 1, mark: 2)
    run.message = row.optionalText(5)
    run.endedAt = row[7]
    run.host = try row.json(11, as: HostFacts.self)
    run.image = row[13]
    run.imageName = row[14]
    run.layers = try row.json(15, as: [LayerUse].self)
    run.product = row.version(16)
    run.fidelity = try row.json(19, as: [FidelityRow].self)
    if !row.hasNull(atIndex: 20) { run.environment = try row.json(20, as: RunEnvironment.self) }
    let id: Int64 = row[0]
    run.stages = try stages(id, db)
    run.tests = try tests(id, db)
    run.facts = try facts(id, db)
    run.artifacts = try artifacts(id, db)
    if run.outcome == .killed, run.message == nil {
      run.message = Self.killedMessage(stage: run.stages.last { $0.outcome == .running }?.name)
    }
    return run
  }

  private func stages(_ run: Int64, _ db: Database) throws -> [StageRecord] {
    try Row.fetchAll(
      db,
      sql:
        "SELECT name, detail, startedAt, duration, outcome FROM stage WHERE runID = ? ORDER BY id",
      arguments: [run]
    ).map { row in
      var stage = StageRecord(name: row.text(0), detail: row.text(1), startedAt: row[2])
      stage.duration = row[3]
      stage.outcome = try row.choice(4)
      return stage
    }
  }

  private func tests(_ run: Int64, _ db: Database) throws -> [TestResult] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT suite, "group", name, status, duration, message, output
        FROM test WHERE runID = ? ORDER BY id
        """, arguments: [run]
    ).map { row in
      TestResult(
        suite: row.text(0), group: row.text(1), name: row.text(2), status: try row.choice(3),
        duration: row[4], message: row.optionalText(5), output: row.optionalText(6))
    }
  }

  private func facts(_ run: Int64, _ db: Database) throws -> [VerifiedFact] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT fact, expected, found, status, observation FROM fact WHERE runID = ? ORDER BY id
        """, arguments: [run]
    ).map { row in
      VerifiedFact(
        fact: row.text(0), expected: row.text(1), found: row.optionalText(2),
        status: try row.choice(3), observation: row.optionalText(4))
    }
  }

  private func artifacts(_ run: Int64, _ db: Database) throws -> [ArtifactRecord] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT r.name, r.kind, r.digest, a.size
        FROM runArtifact r JOIN artifact a ON a.digest = r.digest WHERE r.runID = ? ORDER BY r.id
        """, arguments: [run]
    ).map { ArtifactRecord(name: $0[0], kind: $0.text(1), digest: $0[2], size: $0[3]) }
  }
}

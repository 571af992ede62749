import CaseModel
import GRDB

extension RecordStore {
  /// Records a stage before anything of it is done.
  public func stageBegan(_ stage: StageRecord, of run: RunName) throws {
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO stage (runID, name, detail, startedAt, outcome) VALUES (?, ?, ?, ?, 'running')
          """,
        arguments: [
          try runningRow(run, db), FreeText(stage.name), FreeText(stage.detail), stage.startedAt,
        ])
    }
  }

  /// Records how the stage ended that began with the same name at the same time.
  public func stageEnded(_ stage: StageRecord, of run: RunName) throws {
    try write { db in
      try db.execute(
        sql: """
          UPDATE stage SET detail = ?, duration = ?, outcome = ?
          WHERE runID = ? AND name = ? AND startedAt = ? AND outcome = 'running'
          """,
        arguments: [
          FreeText(stage.detail), stage.duration.map(seconds), stage.outcome.rawValue,
          try runningRow(run, db), FreeText(stage.name), stage.startedAt,
        ])
      guard db.changesCount > 0 else {
        throw CaselabError(
          .badInput, "stage \"\(stage.name.printable())\" of run \"\(run)\" is not going on")
      }
    }
  }

  public func add(tests: [TestResult], to run: RunName) throws {
    try write { db in
      let row = try runningRow(run, db)
      let insert = try db.makeStatement(
        sql: """
          INSERT INTO test (runID, suite, "group", name, status, duration, message, output)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """)
      for test in tests {
        try insert.execute(arguments: [
          row, FreeText(test.suite), FreeText(test.group), FreeText(test.name),
          test.status.rawValue, seconds(test.duration), test.message.map(FreeText.init),
          test.output.map(FreeText.init),
        ])
      }
      // Counted here, so that listing 1,000 runs need not read 50,000 tests.
      let counts = TestCounts(tests)
      try db.execute(
        sql: """
          UPDATE run SET passed = passed + ?, failed = failed + ?, errors = errors + ?,
            skipped = skipped + ?, notApplicable = notApplicable + ?
          WHERE id = ?
          """,
        arguments: [
          counts.passed, counts.failed, counts.errors, counts.skipped, counts.notApplicable, row,
        ])
    }
  }

  public func add(facts: [VerifiedFact], to run: RunName) throws {
    try write { db in
      let row = try runningRow(run, db)
      for fact in facts {
        try db.execute(
          sql: """
            INSERT INTO fact (runID, fact, expected, found, status, observation)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            row, FreeText(fact.fact), FreeText(fact.expected), fact.found.map(FreeText.init),
            fact.status.rawValue, fact.observation.map(FreeText.init),
          ])
      }
    }
  }
}

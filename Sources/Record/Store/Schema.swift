import GRDB

/// The database's schema: append a migration, never change one.
enum Schema {
  static let migrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: cases and runs") { db in
      try db.execute(sql: casesAndRuns)
      try db.execute(sql: "INSERT INTO home (id, tag) VALUES (1, lower(hex(randomblob(4))))")
    }
    migrator.registerMigration("2: results and artifacts") { try $0.execute(sql: results) }
    migrator.registerMigration("3: the lab's things") { try $0.execute(sql: lab) }
    migrator.registerMigration("4: what has ended stays") { try $0.execute(sql: immutability) }
    migrator.registerMigration("5: observations and rounds of questions") {
      try $0.execute(sql: observations)
    }
    migrator.registerMigration("6: a run's nodes and links") {
      try $0.execute(
        sql:
          "ALTER TABLE run ADD COLUMN environment TEXT CHECK (environment IS NULL OR json_valid(environment))"
      )
    }
    migrator.registerMigration("7: volumes on other hosts") { try $0.execute(sql: volumes) }
    return migrator
  }()

  /// The condition that makes an `ANY` column one of `FreeText`.
  private static func free(_ column: String) -> String {
    "\(column) ANY NOT NULL CHECK (typeof(\(column)) IN ('text', 'blob'))"
  }

  private static func freeOrNull(_ column: String) -> String {
    "\(column) ANY CHECK (typeof(\(column)) IN ('text', 'blob', 'null'))"
  }

  private static let casesAndRuns = """
    CREATE TABLE home (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      tag TEXT NOT NULL CHECK (tag GLOB replace('xxxxxxxx', 'x', '[0-9a-f]'))
    ) STRICT;
    CREATE TABLE "case" (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 64),
      \(free("title")),
      openedAt TEXT NOT NULL,
      \(free("openedBy")),
      runs INTEGER NOT NULL DEFAULT 0,
      lastOutcome TEXT
    ) STRICT;
    CREATE TABLE run (
      id INTEGER PRIMARY KEY,
      caseID INTEGER NOT NULL REFERENCES "case" (id),
      number INTEGER NOT NULL CHECK (number > 0),
      outcome TEXT NOT NULL CHECK (outcome IN ('running', 'passed', 'failed', 'nothing-ran',
        'lab-failed', 'deadline', 'interrupted', 'killed')),
      startedAt TEXT NOT NULL,
      endedAt TEXT,
      pid INTEGER NOT NULL,
      pidStart INTEGER NOT NULL,
      bootID TEXT NOT NULL,
      \(freeOrNull("productName")),
      \(freeOrNull("productWanted")),
      \(freeOrNull("productRunning")),
      passed INTEGER NOT NULL DEFAULT 0,
      failed INTEGER NOT NULL DEFAULT 0,
      errors INTEGER NOT NULL DEFAULT 0,
      skipped INTEGER NOT NULL DEFAULT 0,
      notApplicable INTEGER NOT NULL DEFAULT 0,
      \(freeOrNull("message")),
      \(free("startedBy")),
      \(free("command")),
      toolVersion TEXT NOT NULL,
      image TEXT,
      imageName TEXT,
      host TEXT NOT NULL CHECK (json_valid(host)),
      layers TEXT NOT NULL CHECK (json_valid(layers)),
      fidelity TEXT NOT NULL CHECK (json_valid(fidelity)),
      \(free("profile")),
      UNIQUE (caseID, number),
      CHECK ((outcome = 'running') = (endedAt IS NULL))
    ) STRICT;
    CREATE TRIGGER caseGetsRun AFTER INSERT ON run BEGIN
      UPDATE "case" SET runs = NEW.number, lastOutcome = NEW.outcome WHERE id = NEW.caseID;
    END;
    CREATE TRIGGER caseGetsOutcome AFTER UPDATE OF outcome ON run BEGIN
      UPDATE "case" SET lastOutcome = NEW.outcome WHERE id = NEW.caseID AND runs = NEW.number;
    END;
    CREATE INDEX runGoingOn ON run (outcome) WHERE outcome = 'running';
    CREATE TABLE journal (
      id INTEGER PRIMARY KEY,
      caseID INTEGER NOT NULL REFERENCES "case" (id),
      run INTEGER,
      at TEXT NOT NULL,
      \(free("by")),
      \(free("what")),
      FOREIGN KEY (caseID, run) REFERENCES run (caseID, number)
    ) STRICT;
    CREATE INDEX journalOfCase ON journal (caseID);
    """

  private static let results = """
    CREATE TABLE stage (
      id INTEGER PRIMARY KEY,
      runID INTEGER NOT NULL REFERENCES run (id),
      \(free("name")),
      \(free("detail")),
      startedAt TEXT NOT NULL,
      duration REAL CHECK (duration >= 0),
      outcome TEXT NOT NULL CHECK (outcome IN ('running', 'done', 'failed', 'skipped'))
    ) STRICT;
    CREATE INDEX stageOfRun ON stage (runID);
    CREATE TABLE test (
      id INTEGER PRIMARY KEY,
      runID INTEGER NOT NULL REFERENCES run (id),
      \(free("suite")),
      \(free("\"group\"")),
      \(free("name")),
      status TEXT NOT NULL CHECK (status IN ('passed', 'not-applicable', 'skipped', 'failed',
        'error')),
      duration REAL NOT NULL CHECK (duration >= 0),
      \(freeOrNull("message")),
      \(freeOrNull("output"))
    ) STRICT;
    CREATE INDEX testOfRun ON test (runID);
    CREATE TABLE fact (
      id INTEGER PRIMARY KEY,
      runID INTEGER NOT NULL REFERENCES run (id),
      \(free("fact")),
      \(free("expected")),
      \(freeOrNull("found")),
      status TEXT NOT NULL CHECK (status IN ('confirmed', 'different', 'unconfirmed'))
    ) STRICT;
    CREATE INDEX factOfRun ON fact (runID);
    CREATE TABLE artifact (
      digest TEXT PRIMARY KEY CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
      size INTEGER NOT NULL CHECK (size >= 0)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE runArtifact (
      id INTEGER PRIMARY KEY,
      runID INTEGER NOT NULL REFERENCES run (id),
      name TEXT NOT NULL CHECK (length(name) > 0 AND substr(name, 1, 1) <> '/'),
      \(free("kind")),
      digest TEXT NOT NULL REFERENCES artifact (digest),
      UNIQUE (runID, name)
    ) STRICT;
    CREATE INDEX runOfArtifact ON runArtifact (digest);
    """

  private static let lab = """
    CREATE TABLE resource (
      kind TEXT NOT NULL CHECK (kind IN ('machine', 'folder')),
      name TEXT NOT NULL,
      uuid TEXT NOT NULL DEFAULT '',
      uri TEXT NOT NULL DEFAULT '',
      caseKey TEXT NOT NULL,
      run INTEGER NOT NULL CHECK (run >= 0),
      node TEXT NOT NULL,
      home TEXT NOT NULL,
      pid INTEGER NOT NULL,
      pidStart INTEGER NOT NULL,
      bootID TEXT NOT NULL,
      PRIMARY KEY (kind, name, uuid, uri)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE environment (
      id INTEGER PRIMARY KEY,
      caseID INTEGER NOT NULL,
      run INTEGER NOT NULL,
      machine TEXT NOT NULL,
      uuid TEXT NOT NULL,
      uri TEXT NOT NULL,
      folder TEXT NOT NULL,
      keptAt TEXT NOT NULL,
      expiresAt TEXT,
      UNIQUE (caseID, run),
      FOREIGN KEY (caseID, run) REFERENCES run (caseID, number)
    ) STRICT;
    CREATE TABLE acceleration (
      host TEXT NOT NULL,
      kernel TEXT NOT NULL,
      qemu TEXT NOT NULL,
      works INTEGER NOT NULL CHECK (works IN (0, 1)),
      \(free("why")),
      foundAt TEXT NOT NULL,
      PRIMARY KEY (host, kernel, qemu)
    ) STRICT, WITHOUT ROWID;
    """

  /// The same table with one more kind: SQLite cannot change a condition.
  private static let volumes = """
    CREATE TABLE resourceWithVolumes (
      kind TEXT NOT NULL CHECK (kind IN ('machine', 'folder', 'volume')),
      name TEXT NOT NULL,
      uuid TEXT NOT NULL DEFAULT '',
      uri TEXT NOT NULL DEFAULT '',
      caseKey TEXT NOT NULL,
      run INTEGER NOT NULL CHECK (run >= 0),
      node TEXT NOT NULL,
      home TEXT NOT NULL,
      pid INTEGER NOT NULL,
      pidStart INTEGER NOT NULL,
      bootID TEXT NOT NULL,
      PRIMARY KEY (kind, name, uuid, uri)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO resourceWithVolumes SELECT * FROM resource;
    DROP TABLE resource;
    ALTER TABLE resourceWithVolumes RENAME TO resource;
    """

  private static let observations = """
    ALTER TABLE fact ADD COLUMN \(freeOrNull("observation"));
    CREATE TABLE questionRound (
      caseID INTEGER NOT NULL REFERENCES "case" (id),
      number INTEGER NOT NULL CHECK (number > 0),
      basis TEXT NOT NULL CHECK (length(basis) = 64),
      at TEXT NOT NULL,
      \(free("by")),
      PRIMARY KEY (caseID, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER questionRoundIsNotChanged BEFORE UPDATE ON questionRound
    BEGIN SELECT RAISE(ABORT, 'a round is not changed'); END;
    CREATE TRIGGER questionRoundIsNotDeleted BEFORE DELETE ON questionRound
    BEGIN SELECT RAISE(ABORT, 'a round is not deleted'); END;
    """

  private static let immutability =
    """
    CREATE TRIGGER runIsNotDeleted BEFORE DELETE ON run
    BEGIN SELECT RAISE(ABORT, 'a run is never deleted'); END;
    CREATE TRIGGER runHasEnded BEFORE UPDATE ON run WHEN OLD.outcome <> 'running'
    BEGIN SELECT RAISE(ABORT, 'the run has ended'); END;
    CREATE TRIGGER runKeepsItsPlace BEFORE UPDATE OF id, caseID, number, startedAt ON run
    BEGIN SELECT RAISE(ABORT, 'a run keeps its number'); END;
    CREATE TRIGGER journalIsNotChanged BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
    CREATE TRIGGER journalIsNotDeleted BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

    """
    + ["stage", "test", "fact", "runArtifact"].flatMap { table in
      [("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD")].map { verb, row in
        """
        CREATE TRIGGER \(table)\(verb)AfterEnd BEFORE \(verb) ON \(table)
        WHEN (SELECT outcome FROM run WHERE id = \(row).runID) <> 'running'
        BEGIN SELECT RAISE(ABORT, 'the run has ended'); END;
        """
      }
    }.joined(separator: "\n")
}

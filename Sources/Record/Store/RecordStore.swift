import CaseModel
import Foundation
import GRDB

/// Everything a home remembers: cases, runs, artifacts, the journal and what the lab has made.
///
/// Writes do not heed the cancellation of their task: an interrupted run still gets its ending.
public struct RecordStore: Sendable {
  public let home: Home
  /// 8 hex digits, made once: `Owner.home` of everything that this home makes.
  public let homeTag: String
  let writer: any DatabaseWriter
  let files: ArtifactFiles

  /// Opens the home's record; makes the home, private to its user, and the database when missing.
  public static func open(_ home: Home) throws -> RecordStore {
    try HomeFolder.prepare(home.root)
    do {
      if size(of: home.database) ?? 0 == 0 {
        try HomeFolder.locked(home.root) { try create(home.database) }
      }
      return try RecordStore(
        DatabaseQueue(path: home.database, configuration: configuration), home: home)
    } catch {
      throw recordFailure(error, database: home.database)
    }
  }

  /// The write-ahead mode stays with the file; GRDB's own `journalMode` would write at every start.
  private static func create(_ path: String) throws {
    try HomeFolder.createPrivate(path)
    try DatabaseQueue(path: path, configuration: configuration).inDatabase {
      try $0.execute(sql: "PRAGMA journal_mode = WAL")
    }
  }

  /// A record in any database, such as one in memory; the home's folder must be there.
  public init(_ writer: any DatabaseWriter, home: Home) throws {
    let state = try writer.read { db in
      // The transaction sees one state from its first read on. Without one GRDB may find its table
      // of migrations missing, and a moment later there: another process has just made it.
      _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema")
      return (
        newer: try Schema.migrator.hasBeenSuperseded(db),
        complete: try Schema.migrator.hasCompletedMigrations(db)
      )
    }
    if state.newer {
      throw CaselabError(
        .badInput, "database \"\(home.database.printable())\" was made by a newer caselab",
        hint: "use that version or a later one; this is \(toolVersion)")
    }
    if !state.complete {
      // GRDB looks which migrations are missing before it locks the database.
      try HomeFolder.locked(home.root) { try Schema.migrator.migrate(writer) }
    }
    homeTag = try writer.read { try String.fetchOne($0, sql: "SELECT tag FROM home") } ?? ""
    self.writer = writer
    self.home = home
    files = ArtifactFiles(folder: home.artifacts)
  }

  /// How every connection is set up.
  static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(15)
    configuration.label = "record"
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = NORMAL") }
    return configuration
  }

  func read<T>(_ body: (Database) throws -> T) throws -> T {
    do { return try writer.read(body) } catch {
      throw recordFailure(error, database: home.database)
    }
  }

  func write<T>(_ body: (Database) throws -> T) throws -> T {
    do { return try writer.write(body) } catch {
      throw recordFailure(error, database: home.database)
    }
  }
}

/// Size of a file, or nil when there is none.
private func size(of path: String) -> Int? {
  var info = stat()
  return stat(path, &info) == 0 ? Int(info.st_size) : nil
}

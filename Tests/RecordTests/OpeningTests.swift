import CaseModel
import Foundation
import GRDB
import Testing

@testable import Record

struct OpeningTests {
  @Test func `a missing home is made, private to its user`() throws {
    let parent = try TemporaryHome()
    let home = Home(root: parent.home.root + "/a/home")
    _ = try RecordStore.open(home)
    #expect(try mode(home.root) == 0o700)
    #expect(try mode(home.database) == 0o600)
  }

  @Test func `a home that others may read is closed to them`() throws {
    let folder = try TemporaryHome()
    chmod(folder.home.root, 0o755)
    _ = try RecordStore.open(folder.home)
    #expect(try mode(folder.home.root) == 0o700)
  }

  @Test(.enabled(if: geteuid() == 0)) func `a home of another user is refused`() throws {
    let folder = try TemporaryHome()
    chown(folder.home.root, 65534, 65534)
    let error = try #require(caselabError { _ = try RecordStore.open(folder.home) })
    #expect(error.code == .badInput)
    #expect(error.message.contains("belongs to user 65534"))
  }

  @Test func `a home that is a file is refused`() throws {
    let folder = try TemporaryHome()
    let path = try folder.file("home", [])
    let error = try #require(caselabError { _ = try RecordStore.open(Home(root: path)) })
    #expect(error.message == "home \"\(path)\" is not a folder")
  }

  @Test func `the home's tag is made once`() throws {
    let folder = try TemporaryHome()
    let tag = try RecordStore.open(folder.home).homeTag
    #expect(tag.count == 8 && tag.allSatisfy { $0.isHexDigit && !$0.isUppercase })
    #expect(try RecordStore.open(folder.home).homeTag == tag)
  }

  @Test func `an empty file becomes a database in write-ahead mode`() throws {
    let folder = try TemporaryHome()
    _ = try folder.file("caselab.sqlite", [])
    let store = try RecordStore.open(folder.home)
    #expect(try store.cases().isEmpty)
    let settings = try store.writer.read { db in
      (
        try String.fetchOne(db, sql: "PRAGMA journal_mode"),
        try Int.fetchOne(db, sql: "PRAGMA foreign_keys")
      )
    }
    #expect(settings == ("wal", 1))
  }

  @Test func `a database that was migrated half way is migrated to the end`() throws {
    let folder = try TemporaryHome()
    _ = try folder.file("caselab.sqlite", [])
    do {
      let queue = try DatabaseQueue(path: folder.home.database)
      try Schema.migrator.migrate(queue, upTo: "1: cases and runs")
      try queue.write {
        try $0.execute(
          sql:
            #"INSERT INTO "case" (name, title, openedAt, openedBy) VALUES ('A-1', 't', 'x', 'y')"#
        )
      }
    }
    let store = try RecordStore.open(folder.home)
    #expect(try store.cases().map(\.id.text) == ["A-1"])
    #expect(try store.resources().isEmpty)
  }

  @Test func `a database with runs gets what later runs record`() throws {
    let folder = try TemporaryHome()
    let store = try RecordStore.open(folder.home)
    let id = try CaseID("A-1")
    _ = try store.openCase(id, title: "t", by: "y", at: "x")
    let run = try store.beginRun(id) { number in
      RunRecord(
        caseID: id, number: number, startedAt: "x", startedBy: "y", command: "", toolVersion: "",
        profile: "")
    }
    try store.writer.write { db in
      try db.execute(sql: "ALTER TABLE run DROP COLUMN environment")
      try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier LIKE '6:%'")
    }
    let again = try RecordStore.open(folder.home)
    #expect(try again.run(id, run.number)?.environment == nil)
  }

  @Test func `many at once open a home that is not there yet`() async throws {
    let parent = try TemporaryHome()
    let home = Home(root: parent.home.root + "/home")
    let tags = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<12 { group.addTask { try RecordStore.open(home).homeTag } }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(tags.count == 1)
  }

  @Test func `a database of a newer caselab is refused`() throws {
    let folder = try TemporaryHome()
    try RecordStore.open(folder.home).writer.write {
      try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99: tomorrow')")
    }
    let error = try #require(caselabError { _ = try RecordStore.open(folder.home) })
    #expect(error.code == .badInput)
    #expect(error.message.hasSuffix("was made by a newer caselab"))
  }

  @Test func `a damaged database is named as such`() throws {
    let folder = try TemporaryHome()
    let path = try folder.file("caselab.sqlite", Array(repeating: 0x55, count: 8192))
    let error = try #require(caselabError { _ = try RecordStore.open(folder.home) })
    #expect(error.code == .badInput)
    #expect(error.message == "database \"\(path)\" is damaged")
  }

  @Test func `a database path that is a folder is a clear error`() throws {
    let folder = try TemporaryHome()
    mkdir(folder.home.database, 0o700)
    let error = try #require(caselabError { _ = try RecordStore.open(folder.home) })
    #expect(error.code == .labFailed)
    #expect(error.message.contains("cannot be"))
  }

  @Test func `a read-only database can be read, and says why it cannot be written`() throws {
    let folder = try TemporaryHome()
    _ = try RecordStore.open(folder.home)
    var configuration = RecordStore.configuration
    configuration.readonly = true
    let store = try RecordStore(
      DatabaseQueue(path: folder.home.database, configuration: configuration), home: folder.home)
    #expect(try store.cases().isEmpty)
    let error = caselabError { try store.openCase(CaseID("A-1"), title: "", by: "", at: "") }
    #expect(error?.code == .labFailed)
    #expect(error?.message.hasSuffix("cannot be written") == true)
  }

  @Test func `a full disk is a clear error and loses nothing that was there`() throws {
    let fixture = try Fixture()
    try fixture.store.writer.write { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
    }
    let entry = JournalEntry(
      at: "", by: "", run: nil, what: String(repeating: "x", count: 100_000))
    let error = caselabError { try fixture.store.append(entry, to: fixture.id) }
    #expect(error?.code == .labFailed)
    #expect(error?.message.contains("disk is full") == true)
    #expect(try fixture.store.journal(fixture.id).count == 1)
  }

  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }
}

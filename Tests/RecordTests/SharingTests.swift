import CaseModel
import Foundation
import GRDB
import Testing

@testable import Record

struct SharingTests {
  @Test func `two stores on one home write at once and lose nothing`() async throws {
    let folder = try TemporaryHome()
    let id = try CaseID("SUP-1")
    try RecordStore.open(folder.home).openCase(id, title: "", by: "", at: "")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<2 {
        group.addTask {
          let store = try RecordStore.open(folder.home)
          for _ in 0..<20 {
            let run = try store.beginRun(id) { sampleRun(id, $0) }.runName
            try store.add(tests: [sampleTest("of writer \(writer)")], to: run)
            try await store.keepArtifact(
              bytes: Array("\(run.number % 3)".utf8), name: "a", kind: "x", run: run)
            try store.endRun(run, outcome: .passed, at: "t")
          }
        }
      }
      try await group.waitForAll()
    }
    let runs = try RecordStore.open(folder.home).runs(id)
    #expect(runs.map(\.number) == Array((1...40).reversed()))
    #expect(runs.allSatisfy { $0.outcome == .passed && $0.counts.total == 1 })
  }

  @Test func `a database copied in the midst of a write is whole, without the write`() throws {
    let folder = try TemporaryHome()
    let copy = try TemporaryHome()
    let id = try CaseID("SUP-1")
    let store = try RecordStore.open(folder.home)
    try store.openCase(id, title: "before", by: "", at: "")
    try store.writer.write { db in
      // More than the cache holds, so that unfinished pages reach the disk.
      try db.execute(sql: "PRAGMA cache_size = 4")
      try store.journal(
        JournalEntry(at: "", by: "", run: nil, what: String(repeating: "x", count: 1 << 20)), id, db
      )
      for ending in ["", "-wal"] {
        try FileManager.default.copyItem(
          atPath: folder.home.database + ending, toPath: copy.home.database + ending)
      }
    }
    let copied = try RecordStore.open(copy.home)
    #expect(try copied.journal(id).map(\.what) == ["opened the case"])
    #expect(try copied.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
    #expect(try store.journal(id).count == 2)
  }
}

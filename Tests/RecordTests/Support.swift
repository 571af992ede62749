import CaseModel
import Foundation
import GRDB

@testable import Record

/// A home in a temporary folder that is removed with it.
final class TemporaryHome: Sendable {
  let home: Home
  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("caselab-record-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    home = Home(root: folder)
  }
  deinit { try? FileManager.default.removeItem(atPath: home.root) }

  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = home.root + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }
}

/// A record in memory.
struct Fixture {
  let folder: TemporaryHome
  let store: RecordStore
  let id: CaseID

  init() throws {
    folder = try TemporaryHome()
    store = try RecordStore(
      DatabaseQueue(configuration: RecordStore.configuration), home: folder.home)
    id = try CaseID("SUP-1042")
    try store.openCase(id, title: "Uploads stall", by: "sam@desk", at: "2030-01-02T03:04:05Z")
  }

  func begin() throws -> RunRecord { try store.beginRun(id) { sampleRun(id, $0) } }

  /// Makes a run look as if the process that owns it had gone.
  func orphan(_ run: RunName) throws {
    try store.writer.write {
      try $0.execute(
        sql: "UPDATE run SET pidStart = pidStart - 1 WHERE number = ?", arguments: [run.number])
    }
  }
}

func sampleRun(_ id: CaseID, _ number: Int) -> RunRecord {
  RunRecord(
    caseID: id, number: number, startedAt: "2030-01-02T04:00:00Z", startedBy: "sam@desk",
    command: "caselab run \(id)", toolVersion: "0.1.0", profile: "schema: caselab.profile/1\n")
}

func sampleTest(_ name: String, _ status: TestResult.Status = .passed) -> TestResult {
  TestResult(suite: "file-transfer", group: "ftp", name: name, status: status, duration: 0.25)
}

/// The error that `body` throws, when it is one of ours.
func caselabError(_ body: () throws -> Void) -> CaselabError? {
  do {
    try body()
    return nil
  } catch { return error as? CaselabError }
}

let hostileText = "'; DROP TABLE run; --\"\u{0}\u{1b}[31m\r\n\u{202e}<b>&amp;]]>\u{10FFFF}é́"

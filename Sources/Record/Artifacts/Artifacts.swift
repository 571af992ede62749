import CaseModel
import Foundation
import GRDB

extension RecordStore {
  /// Keeps a copy of a file for the run. The name is made safe, and unique within the run.
  @concurrent @discardableResult
  public func keepArtifact(
    file path: String, name: String, kind: String, run: RunName
  ) async throws -> ArtifactRecord {
    let source = try ArtifactSource(path)
    return try await keep(name, kind, run) {
      await Task.yield()
      return try source.next()
    }
  }

  @concurrent @discardableResult
  public func keepArtifact(
    bytes: [UInt8], name: String, kind: String, run: RunName
  ) async throws -> ArtifactRecord {
    var rest: [UInt8]? = bytes
    return try await keep(name, kind, run) { rest.take() ?? [] }
  }

  public func artifactPath(_ artifact: ArtifactRecord) -> String { files.path(artifact.digest) }

  /// The artifact as text, its last `limit` bytes when it is longer; nil when it is gone or binary.
  public func artifactText(_ artifact: ArtifactRecord, limit: Int = 64 << 10) -> String? {
    guard let file = FileHandle(forReadingAtPath: artifactPath(artifact)) else { return nil }
    let skipped = max(0, artifact.size - Int64(limit))
    guard (try? file.seek(toOffset: UInt64(skipped))) != nil,
      let data = try? file.read(upToCount: limit) ?? Data(), !data.contains(0)
    else { return nil }
    let text = String(decoding: data, as: UTF8.self)
    return skipped == 0 ? text : "[the first \(skipped) bytes are left out]\n" + text
  }

  private func keep(
    _ name: String, _ kind: String, _ run: RunName, _ next: () async throws -> [UInt8]
  ) async throws -> ArtifactRecord {
    let file = try await files.takeIn(next)
    do {
      return try record(file, name: ArtifactName.safe(name), kind: kind, run: run)
    } catch {
      files.discard(file)
      throw error
    }
  }

  /// The file gets its name within the transaction, so that no sweep finds it without its row.
  private func record(
    _ file: ArtifactFiles.Incoming, name: String, kind: String, run: RunName
  ) throws -> ArtifactRecord {
    try write { db in
      let row = try runningRow(run, db)
      var known = false
      let name = try ArtifactName.free(name) { name in
        let digest = try String.fetchOne(
          db, sql: "SELECT digest FROM runArtifact WHERE runID = ? AND name = ?",
          arguments: [row, name])
        known = digest == file.digest
        return digest != nil && !known
      }
      try files.keep(file)
      if !known {
        try db.execute(
          sql: "INSERT INTO artifact (digest, size) VALUES (?, ?) ON CONFLICT DO NOTHING",
          arguments: [file.digest, file.size])
        try db.execute(
          sql: "INSERT INTO runArtifact (runID, name, kind, digest) VALUES (?, ?, ?, ?)",
          arguments: [row, name, FreeText(kind), file.digest])
      }
      return ArtifactRecord(name: name, kind: kind, digest: file.digest, size: file.size)
    }
  }
}

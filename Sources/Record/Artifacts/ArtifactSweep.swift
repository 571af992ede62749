import CaseModel
import Foundation
import GRDB

/// What a sweep removed, or would remove.
public struct SweptFiles: Codable, Equatable, Sendable {
  public var paths: [String] = []
  public var bytes: Int64 = 0
}

extension RecordStore {
  /// Artifact files that no run has, and those that a killed process was writing.
  public func unreferencedArtifacts() throws -> SweptFiles {
    try read { try unreferenced($0) }
  }

  /// Removes them. It holds the database meanwhile, so that nobody is just keeping one of them.
  @discardableResult
  public func sweepArtifacts() throws -> SweptFiles {
    try write { db in
      let swept = try unreferenced(db)
      for path in swept.paths { unlink(path) }
      return swept
    }
  }

  private func unreferenced(_ db: Database) throws -> SweptFiles {
    var swept = SweptFiles()
    let known = try String.fetchSet(db, sql: "SELECT digest FROM artifact")
    for part in names(in: files.folder) where part.count == 2 {
      for name in names(in: "\(files.folder)/\(part)") where !known.contains(name) {
        swept.add("\(files.folder)/\(part)/\(name)")
      }
    }
    for name in names(in: files.incoming) where !isBeingWritten(name) {
      swept.add("\(files.incoming)/\(name)")
    }
    return swept
  }

  private func isBeingWritten(_ name: String) -> Bool {
    let parts = name.split(separator: ".")
    guard parts.count == 3, let pid = Int32(parts[0]), let ticks = Int64(parts[1]) else {
      return false
    }
    return ProcessMark(pid: pid, startedTicks: ticks, bootID: ProcessMark.current.bootID).isAlive
  }

  private func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }
}

extension SweptFiles {
  fileprivate mutating func add(_ path: String) {
    var info = stat()
    guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return }
    paths.append(path)
    bytes += Int64(info.st_size)
  }
}

import CaseModel
import GRDB
import Machines

/// A thing that the lab said it would make, and whether anybody still needs it.
public struct TrackedResource: Equatable, Sendable {
  public var resource: LabResource
  /// The process that made it.
  public var maker: ProcessMark
  public var isMakerAlive: Bool
  /// The environment that it belongs to, when that is kept up.
  public var kept: KeptEnvironment?
}

extension RecordStore: ResourceLedger {
  public func willCreate(_ resource: LabResource) async throws { try note(resource) }
  public func didRemove(_ resource: LabResource) async throws { try strike(resource) }

  /// Everything that was to be made and has not been removed.
  public func resources() throws -> [TrackedResource] {
    let environments = try keptEnvironments()
    return try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT kind, name, uuid, uri, home, caseKey, run, node, pid, pidStart, bootID
          FROM resource ORDER BY kind, name
          """
      ).map { row in
        let owner = Owner(home: row[4], caseKey: row[5], run: row[6], node: row[7])
        let maker = Self.processMark(row, 8)
        return TrackedResource(
          resource: LabResource(
            kind: try row.choice(0), name: row[1], uuid: nilIfEmpty(row[2]),
            uri: nilIfEmpty(row[3]), owner: owner),
          maker: maker, isMakerAlive: maker.isAlive,
          kept: environments.first {
            $0.run.caseID.key == owner.caseKey && $0.run.number == owner.run
          })
      }
    }
  }

  // Synchronous: GRDB's asynchronous calls throw in a cancelled task, and a clean-up runs in one.
  private func note(_ resource: LabResource) throws {
    let maker = ProcessMark.current
    try write { db in
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO resource
            (kind, name, uuid, uri, home, caseKey, run, node, pid, pidStart, bootID)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          resource.kind.rawValue, resource.name, resource.uuid ?? "", resource.uri ?? "",
          resource.owner.home, resource.owner.caseKey, resource.owner.run, resource.owner.node,
          maker.pid, maker.startedTicks, maker.bootID,
        ])
    }
  }

  private func strike(_ resource: LabResource) throws {
    try write { db in
      try db.execute(
        sql: "DELETE FROM resource WHERE kind = ? AND name = ? AND uuid = ? AND uri = ?",
        arguments: [
          resource.kind.rawValue, resource.name, resource.uuid ?? "", resource.uri ?? "",
        ])
    }
  }
}

private func nilIfEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }

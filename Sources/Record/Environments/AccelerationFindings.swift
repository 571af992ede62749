import GRDB

/// Whether a guest has booted on a host's KVM.
public struct AccelerationFinding: Codable, Equatable, Sendable {
  public var works: Bool
  public var why: String
  public var foundAt: String
  public init(works: Bool, why: String, foundAt: String) {
    self.works = works
    self.why = why
    self.foundAt = foundAt
  }
}

extension RecordStore {
  /// What was found on this host with this kernel and QEMU; nil when nobody has tried.
  public func accelerationFinding(
    host: String, kernel: String, qemu: String
  ) throws -> AccelerationFinding? {
    try read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT works, why, foundAt FROM acceleration WHERE host = ? AND kernel = ? AND qemu = ?
          """, arguments: [host, kernel, qemu]
      ).map { AccelerationFinding(works: $0[0], why: $0.text(1), foundAt: $0[2]) }
    }
  }

  public func setAccelerationFinding(
    host: String, kernel: String, qemu: String, _ finding: AccelerationFinding
  ) throws {
    try write { db in
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO acceleration (host, kernel, qemu, works, why, foundAt)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [host, kernel, qemu, finding.works, FreeText(finding.why), finding.foundAt])
    }
  }
}

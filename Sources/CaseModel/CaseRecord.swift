/// One support case as the record knows it.
public struct CaseRecord: Codable, Equatable, Sendable {
  public var id: CaseID
  public var title: String
  /// ISO 8601, UTC.
  public var openedAt: String
  public var openedBy: String
  public var runs: Int
  public var lastOutcome: RunRecord.Outcome?
  public init(
    id: CaseID, title: String, openedAt: String, openedBy: String, runs: Int = 0,
    lastOutcome: RunRecord.Outcome? = nil
  ) {
    self.id = id
    self.title = title
    self.openedAt = openedAt
    self.openedBy = openedBy
    self.runs = runs
    self.lastOutcome = lastOutcome
  }
}

/// One line of a case's append-only journal.
public struct JournalEntry: Codable, Equatable, Sendable {
  public var at: String
  public var by: String
  public var run: Int?
  public var what: String
  public init(at: String, by: String, run: Int?, what: String) {
    self.at = at
    self.by = by
    self.run = run
    self.what = what
  }
}

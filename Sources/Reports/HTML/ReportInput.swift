import CaseModel

/// All that a report is made from.
public struct ReportInput: Sendable {
  public var `case`: CaseRecord
  public var run: RunRecord
  public var journal: [JournalEntry]
  /// A bounded excerpt of a text artifact, to be shown in the report; nil for others.
  public var artifactTexts: @Sendable (ArtifactRecord) -> String?

  public init(
    case: CaseRecord, run: RunRecord, journal: [JournalEntry] = [],
    artifactTexts: @escaping @Sendable (ArtifactRecord) -> String? = { _ in nil }
  ) {
    self.case = `case`
    self.run = run
    self.journal = journal
    self.artifactTexts = artifactTexts
  }
}

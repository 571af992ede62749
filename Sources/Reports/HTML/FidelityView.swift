import CaseModel

/// What the customer said, what was built of it, and what was read from inside.
struct FidelityView {
  struct Row {
    var fact: String
    var asked: String
    var built: String?
    var verified: String?
    /// `confirmed`, `different`, `unconfirmed`; nil when nothing was to be verified.
    var status: String?
    var mark: String?
    var grade: String?
    var how: String?
  }
  var rows: [Row]
  var summary: String

  /// Nil when there is nothing to compare.
  init?(_ run: RunRecord) {
    rows = run.fidelity.map { Self.row($0, verified: run.facts.verification(of: $0)) }
    let told = Set(run.fidelity.map(\.fact))
    rows += run.facts.filter { !told.contains($0.fact) }.map(Self.row)
    guard !rows.isEmpty else { return nil }
    let different = run.facts.count { $0.status == .different }
    let score = run.fidelity.isEmpty ? [] : [FidelityScore(run.fidelity).text]
    summary = (score + (different == 0 ? [] : ["\(different) found to be different"]))
      .joined(separator: ", ")
  }

  private static func row(_ row: FidelityRow, verified: VerifiedFact?) -> Row {
    Row(
      fact: Shown.line(row.fact), asked: Shown.line(row.asked),
      built: row.built.map { Shown.line($0) }, verified: verified.map(found),
      status: verified?.status.rawValue, mark: verified.map(mark), grade: row.fidelity.rawValue,
      how: row.told.isEmpty ? nil : Shown.line(row.told))
  }

  /// A fact of the profile that is no answer of the customer's.
  private static func row(_ fact: VerifiedFact) -> Row {
    Row(
      fact: Shown.line(fact.fact), asked: "", built: Shown.line(fact.expected),
      verified: found(fact), status: fact.status.rawValue, mark: mark(fact))
  }

  private static func found(_ fact: VerifiedFact) -> String {
    let found = fact.found.map { Shown.line($0) } ?? "not confirmed"
    return fact.observation.map { "\(found) (\(Shown.line($0, limit: 100)))" } ?? found
  }

  private static func mark(_ fact: VerifiedFact) -> String {
    switch fact.status {
    case .confirmed: "✓"
    case .different: "≠"
    case .unconfirmed: "?"
    }
  }
}

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
    var facts = run.facts
    rows = run.fidelity.map { row in
      let place = facts.firstIndex { $0.fact == row.fact }
      return Self.row(row, verified: place.map { facts.remove(at: $0) })
    }
    rows += facts.map(Self.row)
    guard !rows.isEmpty else { return nil }
    let grades = FidelityRow.Grade.allCases.compactMap { grade in
      let count = run.fidelity.count { $0.fidelity == grade }
      return count == 0 ? nil : "\(count) \(grade.rawValue)"
    }
    let different = run.facts.count { $0.status == .different }
    summary = (grades + (different == 0 ? [] : ["\(different) found to be different"]))
      .joined(separator: ", ")
  }

  private static func row(_ row: FidelityRow, verified: VerifiedFact?) -> Row {
    Row(
      fact: Shown.line(row.fact), asked: Shown.line(row.asked),
      built: row.built.map { Shown.line($0) }, verified: verified.map(found),
      status: verified?.status.rawValue, mark: verified.map(mark), grade: row.fidelity.rawValue,
      how: row.how.isEmpty ? nil : Shown.line(row.how))
  }

  /// A fact of the profile that is no answer of the customer's.
  private static func row(_ fact: VerifiedFact) -> Row {
    Row(
      fact: Shown.line(fact.fact), asked: "", built: Shown.line(fact.expected),
      verified: found(fact), status: fact.status.rawValue, mark: mark(fact))
  }

  private static func found(_ fact: VerifiedFact) -> String {
    fact.found.map { Shown.line($0) } ?? "not confirmed"
  }

  private static func mark(_ fact: VerifiedFact) -> String {
    switch fact.status {
    case .confirmed: "✓"
    case .different: "≠"
    case .unconfirmed: "?"
    }
  }
}

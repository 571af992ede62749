import CaseModel

/// The figure and the list behind it, for people.
enum FidelityTable {
  static func text(_ rows: [FidelityRow], verified facts: [VerifiedFact] = []) -> String {
    guard !rows.isEmpty else { return "the fidelity is not known" }
    var header = ["FACT", "ASKED", "BUILT", "FIDELITY", "HOW"]
    if !facts.isEmpty { header.insert("VERIFIED", at: 4) }
    let table = Table(
      header: header,
      rows: rows.map { row in
        var cells = [
          row.fact, cut(row.asked), row.built.map(cut) ?? "-", row.fidelity.rawValue, row.how,
        ]
        if !facts.isEmpty { cells.insert(verification(row, facts), at: 4) }
        return cells
      })
    return ([FidelityScore(rows).text, "", table.text()] + reasons(rows)).joined(separator: "\n")
  }

  /// Why, where it takes more than a cell: distance, end of life, what would mend it.
  private static func reasons(_ rows: [FidelityRow]) -> [String] {
    let told = rows.filter { $0.weight > 0 }.compactMap { row in
      row.why.map { "  \(row.fact.printable(limit: 60)): \($0.printable(limit: 500))" }
    }
    return told.isEmpty ? [] : ["", "why:"] + told
  }

  /// `confirmed: debian 12 (/etc/os-release)`
  private static func verification(_ row: FidelityRow, _ facts: [VerifiedFact]) -> String {
    guard let fact = facts.verification(of: row) else { return "-" }
    let found = fact.found.map { ": \(cut($0))" } ?? ""
    return fact.status.rawValue + found + (fact.observation.map { " (\($0))" } ?? "")
  }

  private static func cut(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 40 ? line.prefix(39) + "…" : line
  }
}

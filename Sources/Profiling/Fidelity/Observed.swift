import CaseModel

extension Fidelity {
  /// The rows once a run has read the facts from inside: what was built, not what was meant to be.
  public static func observed(
    _ rows: [FidelityRow], product: VersionFound?, facts: [VerifiedFact]
  ) -> [FidelityRow] {
    rows.map { row in
      if row.field == "product.version", let product { return version(row, product) }
      guard let fact = facts.first(where: { $0.fact == row.fact }), fact.status == .different,
        let found = fact.found
      else { return row }
      var row = row
      row.built = found.shown
      row.fidelity = max(row.fidelity, .approximate)
      row.why = "found to be other than what was to be built, \(fact.expected.shown)"
      return row
    }
  }

  private static func version(_ row: FidelityRow, _ found: VersionFound) -> FidelityRow {
    guard let running = found.running else { return row }
    var row = row
    row.built = running.shown
    // A doubt or an edit stays: the version that was wanted is not what the customer said.
    guard let wanted = found.wanted, row.asked == wanted.shown else {
      row.how = "the version that is installed"
      return row
    }
    let closeness = ProductVersion(running).closeness(to: ProductVersion(wanted))
    row.fidelity = closeness == .exact ? .exact : .approximate
    row.how =
      switch closeness {
      case .exact: "the same version"
      case .samePatch, .sameMinor: "the nearest that could be had: the same minor version"
      case .sameMajor: "the nearest that could be had: the same major version"
      case .other: "the nearest that could be had: another major version"
      }
    row.why = closeness == .exact ? nil : "\(wanted.shown) is not installable there"
    return row
  }
}

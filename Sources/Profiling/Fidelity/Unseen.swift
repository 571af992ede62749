import CaseModel

extension Fidelity {
  /// Fields of the product's machine that are only known from inside.
  private static let inside: Set = ["product.version", "os", "arch", "timezone", "locale"]

  /// The rows where the lab has no way into the product's machine: what nobody reads back is not
  /// claimed, and what nobody can configure is not built.
  public static func unseen(_ rows: [FidelityRow]) -> [FidelityRow] {
    rows.map { row in
      var row = row
      if let field = row.field, inside.contains(field) {
        row.built = field == "os" ? row.built : nil
        row.fidelity = max(row.fidelity, .approximate)
        row.how = "unconfirmed: the disk is taken as it is"
        row.why = field == "os" ? "that is what it was imported as" : nil
      } else if row.field?.hasPrefix("configuration[") == true, row.built != nil,
        !row.how.hasPrefix("node ")
      {
        row.built = nil
        row.fidelity = .omitted
        row.how = "not built"
        row.why = "the disk is taken as it is"
      }
      return row
    }
  }
}

import CaseModel

enum ProductRows {
  static func rows(
    _ detail: InstallationDetail, _ profile: EnvironmentProfile, _ product: Product,
    _ catalogue: Catalogue, _ doubts: Doubts
  ) throws(CaselabError) -> [FidelityRow] {
    let (ofName, ofVersion) = (
      doubts.about("product", "product.name"), doubts.about("product.version")
    )
    if product.isAbsent {
      return try AbsentProductRows(detail: detail, product: product, catalogue: catalogue)
        .rows(ofName, ofVersion)
    }
    return [
      try name(detail, product, catalogue, ofName), version(detail, profile, ofVersion),
    ]
  }

  private static func name(
    _ detail: InstallationDetail, _ product: Product, _ catalogue: Catalogue,
    _ doubts: [InstallationDetail.Unclear]
  ) throws(CaselabError) -> FidelityRow {
    var row = FidelityRow(
      fact: "product", field: "product.name", asked: doubts.asking(detail.product.name),
      built: product.title, fidelity: .approximate, how: "assumed")
    switch detail.product.name {
    case let name? where product.isCalled(name):
      row.fidelity = doubts.isEmpty ? .exact : .approximate
      row.how = "the catalogue has it as \"\(product.name)\""
      row.why = doubts.reason
    case .some:
      row.fidelity = .omitted
      row.how = "the profile builds another product"
    case nil where try ProductChoice.choose(for: detail, from: catalogue).name != product.name:
      row.how = "set in the profile"
      row.why = doubts.reason
    case nil:
      let only = catalogue.productNames().count == 1
      row.why =
        doubts.reason
        ?? (only
          ? "it is the only product of the catalogue"
          : "no other product of the catalogue serves \(detail.protocols.joined(separator: ", ").shown)")
    }
    return row
  }

  private static func version(
    _ detail: InstallationDetail, _ profile: EnvironmentProfile,
    _ doubts: [InstallationDetail.Unclear]
  ) -> FidelityRow {
    let (asked, wanted) = (detail.product.version, profile.product.version?.shown)
    let shipped = "that \(profile.os.text) installs"
    var row = FidelityRow(
      fact: "product.version", field: "product.version", asked: doubts.asking(asked),
      built: wanted.map { "\($0), or the nearest \(shipped)" } ?? "the newest \(shipped)",
      fidelity: .approximate, how: "every run shows the version that ran")
    switch (asked, wanted) {
    case (let asked?, let wanted?) where asked.shown == wanted && doubts.isEmpty:
      row.why = "exact when \(wanted) is installable"
    case (.some, .some) where doubts.isEmpty, (.some, nil) where doubts.isEmpty:
      row.why = "the profile asks for another version"
    case (nil, .some): row.why = "set in the profile"
    default: row.why = doubts.reason.map { "\($0); set product.version once it is known" }
    }
    return row
  }
}

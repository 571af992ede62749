import CaseModel

/// The product and its version where the catalogue does not have the product: nothing is built, and
/// the rows say why and what would mend it.
struct AbsentProductRows {
  var detail: InstallationDetail
  var product: Product
  var catalogue: Catalogue

  func rows(
    _ doubts: [InstallationDetail.Unclear], _ doubtsOfVersion: [InstallationDetail.Unclear]
  ) throws(CaselabError) -> [FidelityRow] {
    let absence = product.absence ?? ""
    return [
      FidelityRow(
        fact: "product", field: "product.name", asked: doubts.asking(detail.product.name),
        built: nil, fidelity: .omitted, how: absence,
        why: [doubts.reason, try remedy].compactMap { $0 }.joined(separator: "; ")),
      FidelityRow(
        fact: "product.version", field: "product.version",
        asked: doubtsOfVersion.asking(detail.product.version), built: nil, fidelity: .omitted,
        how: "not installed",
        why: [absence, doubtsOfVersion.reason ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")),
    ]
  }

  private var remedy: String {
    get throws(CaselabError) {
      guard product.isUnknown else {
        let near = try catalogue.productSpelt(nearly: product.title).map {
          "if \($0.title) is meant, set product.name to \($0.name) in the profile; else "
        }
        return "\(near ?? "")to have it installed add Profiles/products/\(product.name).yaml"
      }
      let fitting = try ProductChoice.fitting(detail, in: catalogue).map(\.name)
      let known =
        fitting.isEmpty
        ? "none of the catalogue fits" : "it may be \(fitting.joined(separator: " or "))"
      return
        "\(known); add the answer with caselab case add, or set product.name and protocols in the profile"
    }
  }
}

import CaseModel

/// The product of the catalogue that a detail is about.
struct ProductChoice {
  var product: Product
  var row: FidelityRow

  static func choose(
    for detail: InstallationDetail, from catalogue: Catalogue
  ) throws(CaselabError) -> ProductChoice {
    if let name = detail.product.name {
      let product = try find(name, in: catalogue)
      return ProductChoice(
        product: product,
        row: FidelityRow(
          fact: "product", asked: name.shown, built: product.title, fidelity: .exact,
          how: "the catalogue has it as \"\(product.name)\""))
    }
    let all = try catalogue.products()
    let asked = Set(detail.protocols)
    let fitting = all.count == 1 ? all : all.filter { asked.isSubset(of: $0.protocols.keys) }
    guard fitting.count == 1, let product = fitting.first else {
      throw CaselabError(
        .badInput, "the answers do not name the product",
        hint: """
          add a line such as "Product: NAME" to the ticket, with one of \
          \(all.map(\.name).joined(separator: ", "))
          """)
    }
    let why =
      all.count == 1
      ? "it is the only product of the catalogue"
      : "no other product of the catalogue serves \(detail.protocols.joined(separator: ", "))"
    return ProductChoice(
      product: product,
      row: FidelityRow(
        fact: "product", asked: detail.unclear("product.name")?.told ?? "not stated",
        built: product.title, fidelity: .approximate, how: why))
  }

  private static func find(
    _ name: String, in catalogue: Catalogue
  ) throws(CaselabError) -> Product {
    let names = catalogue.productNames()
    if names.contains(name) { return try catalogue.product(named: name) }
    let spelling = name.lowercased()
    let match = try catalogue.products().first { product in
      ([product.name, product.title] + product.aliases).contains { $0.lowercased() == spelling }
    }
    guard let match else { return try catalogue.product(named: name) }
    return match
  }
}

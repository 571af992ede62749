import CaseModel

/// The product of the catalogue that a detail is about.
enum ProductChoice {
  static func choose(
    for detail: InstallationDetail, from catalogue: Catalogue
  ) throws(CaselabError) -> Product {
    if let name = detail.product.name { return try find(name, in: catalogue) }
    let all = try catalogue.products()
    let asked = Set(detail.protocols.flatMap(detail.served))
    let fitting = all.count == 1 ? all : all.filter { asked.isSubset(of: $0.protocols.keys) }
    guard fitting.count == 1, let product = fitting.first else {
      throw CaselabError(
        .badInput, "the answers do not name the product",
        hint: """
          add a line such as "Product: NAME" to the ticket, with one of \
          \(all.map(\.name).joined(separator: ", "))
          """)
    }
    return product
  }

  /// By its name in the catalogue, its title or another spelling.
  static func find(
    _ name: String, in catalogue: Catalogue
  ) throws(CaselabError) -> Product {
    let names = catalogue.productNames()
    if names.contains(name) { return try catalogue.product(named: name) }
    let match = try catalogue.products().first { $0.isCalled(name) }
    guard let match else { return try catalogue.product(named: name) }
    return match
  }
}

extension Product {
  func isCalled(_ text: String) -> Bool {
    let spelling = text.lowercased()
    return ([name, title] + aliases).contains { $0.lowercased() == spelling }
  }
}

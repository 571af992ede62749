import CaseModel

/// The protocols to serve, and what becomes of each that was named.
struct ProtocolChoice {
  var names: [String]
  var rows: [FidelityRow]

  static func choose(for detail: InstallationDetail, product: Product) -> ProtocolChoice {
    guard !detail.protocols.isEmpty else {
      let all = product.protocols.keys.sorted()
      return ProtocolChoice(
        names: all,
        rows: [
          FidelityRow(
            fact: "protocols", asked: detail.unclear("protocols")?.told ?? "not stated",
            built: all.joined(separator: ", "), fidelity: .approximate,
            how: "all that \(product.title) serves")
        ])
    }
    let rows = detail.protocols.map { name in
      let port = product.protocols[name].map { "served on port \($0.port)" }
      return FidelityRow(
        fact: "protocol \(name.shown)", asked: name.shown, built: port == nil ? nil : name,
        fidelity: port == nil ? .omitted : .exact,
        how: port ?? "the catalogue does not know how \(product.title) serves it")
    }
    return ProtocolChoice(
      names: detail.protocols.filter { product.protocols[$0] != nil }, rows: rows)
  }
}

import CaseModel

enum ProtocolRows {
  static func rows(
    _ detail: InstallationDetail, _ profile: EnvironmentProfile, _ product: Product
  ) -> [FidelityRow] {
    guard !detail.protocols.isEmpty else {
      if let absence = product.absence {
        return [
          FidelityRow(
            fact: "protocols", field: "protocols", asked: "not stated", built: nil,
            fidelity: .omitted, how: "none is served", why: absence)
        ]
      }
      return [
        FidelityRow(
          fact: "protocols", field: "protocols", asked: "not stated",
          built: profile.protocols.joined(separator: ", "), fidelity: .approximate,
          how: "assumed",
          why: Set(profile.protocols) == Set(product.protocols.keys)
            ? "all that \(product.title) serves" : "set in the profile")
      ]
    }
    return detail.protocols.enumerated().map { index, name in
      var row = FidelityRow(
        fact: "protocol \(name.shown)", field: "protocols[\(index)]", asked: name.shown, built: nil,
        fidelity: .omitted, how: "the profile leaves it out")
      let served = detail.served(name)
      let ports = served.compactMap { product.protocols[$0]?.port }
      if ports.count == served.count {
        guard served.allSatisfy(profile.protocols.contains) else { return row }
        row.built = served.joined(separator: ", ")
        row.fidelity = .exact
        row.how = "served on port \(ports.map(String.init).joined(separator: " and "))"
      } else {
        row.how = "not served"
        row.why = product.absence ?? "the catalogue does not know how \(product.title) serves it"
      }
      return row
    }
  }
}

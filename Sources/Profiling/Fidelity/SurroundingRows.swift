import CaseModel

/// What stands around the product: integrations, what there is none of, the users' machines.
enum SurroundingRows {
  static func rows(
    _ detail: InstallationDetail, _ profile: EnvironmentProfile, _ product: Product,
    _ nodes: BuiltNodes, _ doubts: Doubts
  ) -> [FidelityRow] {
    integrations(detail, product, nodes) + denials(detail, profile, product)
      + client(detail.client, nodes.client, doubts)
  }

  private static func integrations(
    _ detail: InstallationDetail, _ product: Product, _ nodes: BuiltNodes
  ) -> [FidelityRow] {
    if detail.saysNothingOfIntegrations {
      return [
        FidelityRow(
          fact: "integrations", field: "integrations", asked: "not stated", built: "none",
          fidelity: .approximate, how: "assumed")
      ]
    }
    return detail.integrations.enumerated().map { index, integration in
      let words = [integration.name, integration.detail].compactMap { $0?.shown }
      let row = FidelityRow(
        fact: "integration \(integration.kind.shown)", field: "integrations[\(index)]",
        asked: words.isEmpty ? integration.kind.shown : words.joined(separator: ": "), built: nil,
        fidelity: .omitted, how: "not built", why: "the catalogue has no companion for it")
      return nodes.row(row, for: integration, product)
    }
  }

  private static func denials(
    _ detail: InstallationDetail, _ profile: EnvironmentProfile, _ product: Product
  ) -> [FidelityRow] {
    detail.denied.enumerated().map { index, denial in
      let isServed = profile.protocols.contains(denial.kind)
      let words = denial.kind == "integration" ? "no integrations" : "no \(denial.kind.shown)"
      return FidelityRow(
        fact: words, field: "denied[\(index)]", asked: words,
        built: isServed ? denial.kind : "none", fidelity: isServed ? .omitted : .exact,
        how: isServed ? "the profile serves it" : "the lab has none either")
    }
  }

  private static func client(
    _ client: InstallationDetail.Client?, _ node: EnvironmentProfile.OSWanted?, _ doubts: Doubts
  ) -> [FidelityRow] {
    let (software, os) = (client?.software, client?.os)
    return [
      row(
        "client.software", [software?.name, software?.version],
        "the suites bring their own clients",
        doubts.about("client", "client.software", "client.software.name", "client.software.version")
      ),
      row(
        "client.os", [os?.id, os?.version],
        node.map { "the clients run on \($0.id) \($0.version)" }
          ?? "the clients run beside the server",
        doubts.about("client.os", "client.os.id", "client.os.version")),
    ].compactMap { $0 }
  }

  private static func row(
    _ field: String, _ words: [String?], _ why: String, _ doubts: [InstallationDetail.Unclear]
  ) -> FidelityRow? {
    let stated = words.compactMap { $0 }.joined(separator: " ")
    guard !stated.isEmpty || !doubts.isEmpty else { return nil }
    return FidelityRow(
      fact: field, field: field, asked: doubts.asking(stated.isEmpty ? nil : stated), built: nil,
      fidelity: .omitted, how: "not built",
      why: [why, doubts.reason].compactMap { $0 }.joined(separator: "; "))
  }
}

extension InstallationDetail {
  /// Neither that there is one, nor that there is none, nor a doubt. No FTP is no answer to that.
  var saysNothingOfIntegrations: Bool {
    integrations.isEmpty && denied.allSatisfy { Self.transfers.contains($0.kind) }
      && !unclear.contains { $0.field.hasPrefix("integrations") }
  }

  private static let transfers: Set = [
    "ftp", "ftps", "ftps-implicit", "sftp", "scp", "http", "https", "webdav", "as2", "as3", "as4",
    "oftp2", "tftp", "rsync", "smb", "s3",
  ]
}

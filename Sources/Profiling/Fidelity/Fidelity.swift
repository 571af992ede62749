import CaseModel

/// What becomes of each of the customer's facts in a profile, be it derived or edited.
///
/// Every fact, answer, attachment and doubt of the detail ends in one row.
public enum Fidelity {
  public static func rows(
    of detail: InstallationDetail, built profile: EnvironmentProfile, catalogue: Catalogue,
    osinfo: OSInfo?
  ) throws(CaselabError) -> [FidelityRow] {
    let product = try ProductChoice.built(profile, for: detail, from: catalogue)
    let derived = try? ImageChoice.choose(
      for: detail, product: product, from: catalogue, osinfo: osinfo)
    let doubts = Doubts(detail)
    let system = SystemRows(
      detail: detail, profile: profile, product: product, doubts: doubts, nearest: derived?.os,
      osinfo: osinfo)
    let nodes = BuiltNodes(profile: profile, companions: try catalogue.companions(of: profile))
    return try ProductRows.rows(detail, profile, product, catalogue, doubts) + system.rows
      + ProtocolRows.rows(detail, profile, product)
      + PlaceRows.rows(detail, profile, doubts)
      + SurroundingRows.rows(detail, profile, product, nodes, doubts)
      + KeptRows.rows(detail, product, nodes, doubts)
  }
}

/// The fields of which the customer left open what holds.
struct Doubts {
  private let detail: InstallationDetail

  init(_ detail: InstallationDetail) { self.detail = detail }

  /// Fields whose own row tells the doubt; every other doubt has a row of its own.
  private static let scalars: Set = [
    "product", "product.name", "product.version", "os", "os.id", "os.version", "arch", "timezone",
    "locale", "client", "client.os", "client.os.id", "client.os.version", "client.software",
    "client.software.name", "client.software.version",
  ]

  func about(_ fields: String...) -> [InstallationDetail.Unclear] {
    detail.unclear.filter { fields.contains($0.field) && Self.scalars.contains($0.field) }
  }

  var others: [(index: Int, doubt: InstallationDetail.Unclear)] {
    detail.unclear.enumerated().filter { !Self.scalars.contains($0.element.field) }
      .map { ($0.offset, $0.element) }
  }
}

extension [InstallationDetail.Unclear] {
  /// `debian, unclear: 11 or 12`; `not stated` where neither is there.
  func asking(_ stated: String?) -> String {
    let parts = [stated?.shown ?? ""] + map(\.told)
    let text = parts.filter { !$0.isEmpty }.joined(separator: ", ")
    return text.isEmpty ? "not stated" : text
  }

  /// Why it is in doubt; nil when it is not.
  var reason: String? {
    isEmpty ? nil : map(\.why.shown).joined(separator: "; ")
  }
}

extension InstallationDetail.Unclear {
  /// `unclear: 1.3.7 or 1.3.8`
  var told: String {
    candidates.isEmpty
      ? "unclear" : "unclear: " + candidates.map(\.shown).joined(separator: " or ")
  }
}

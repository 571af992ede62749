import CaseModel

/// Makes an environment profile of an installation detail.
///
/// Every fact, answer and attachment of the detail ends in one row of the profile's fidelity.
public enum Profiler {
  public static func derive(
    _ detail: InstallationDetail, case id: CaseID, catalogue: Catalogue, osinfo: OSInfo?
  ) throws(CaselabError) -> EnvironmentProfile {
    let product = try ProductChoice.choose(for: detail, from: catalogue)
    let image = try ImageChoice.choose(
      for: detail, product: product.product, from: catalogue, osinfo: osinfo)
    let protocols = ProtocolChoice.choose(for: detail, product: product.product)

    var profile = EnvironmentProfile(
      case: id.text,
      product: .init(
        name: product.product.name,
        version: detail.product.version.flatMap { Rule.line.holds($0) ? $0 : nil }),
      os: image.recipe.os)
    profile.arch = image.recipe.arch
    profile.protocols = protocols.names
    profile.timezone = detail.timezone.flatMap { Rule.timezone.holds($0) ? $0 : nil }
    profile.locale = detail.locale.flatMap { Rule.locale.holds($0) ? $0 : nil }
    profile.node = nodeSize(image.recipe, osinfo)
    profile.suites = try catalogue.suites().filter { suite in
      suite.needs.protocols.isEmpty
        || suite.needs.protocols.contains(where: protocols.names.contains)
    }.map(\.name)
    profile.fidelity =
      [product.row, versionRow(detail, on: image.recipe)] + image.rows + protocols.rows
      + FidelityRows.rest(of: detail, timezone: profile.timezone)
    return profile
  }

  private static func versionRow(_ detail: InstallationDetail, on image: ImageRecipe) -> FidelityRow
  {
    let shipped = "that \(image.os.text) installs"
    return switch (detail.product.version, detail.unclear("product.version")) {
    case (let version?, _):
      FidelityRow(
        fact: "product.version", asked: version.shown, built: "the nearest \(shipped)",
        fidelity: .approximate,
        how: "exact when \(version.shown) is installable; every run shows the version that ran")
    case (nil, let unclear?):
      FidelityRow(
        fact: "product.version", asked: unclear.told, built: "the newest \(shipped)",
        fidelity: .approximate, how: "\(unclear.why.shown); set product.version once it is known")
    case (nil, nil):
      FidelityRow(
        fact: "product.version", asked: "not stated", built: "the newest \(shipped)",
        fidelity: .approximate, how: "every run shows the version that ran")
    }
  }

  /// What the OS needs at least, but no less than a server with its clients does.
  private static func nodeSize(
    _ image: ImageRecipe, _ osinfo: OSInfo?
  ) -> EnvironmentProfile.NodeSize {
    var size = EnvironmentProfile.NodeSize()
    if let memory = osinfo?.entry(for: image.os)?.minimumMemoryMiB {
      size.memoryMiB = min(max(memory, size.memoryMiB), 4096)
    }
    size.diskGiB = max(size.diskGiB, image.build?.diskGiB ?? 0)
    return size
  }
}

extension InstallationDetail {
  func unclear(_ field: String) -> Unclear? { unclear.first { $0.field == field } }
}

extension InstallationDetail.Unclear {
  /// `unclear: 1.3.7 or 1.3.8`
  var told: String {
    candidates.isEmpty
      ? "unclear" : "unclear: " + candidates.map(\.shown).joined(separator: " or ")
  }
}

extension String {
  /// The customer's words as a fidelity row has them: no controls, bounded.
  var shown: String {
    let limit = 2000
    let text = withoutControls()
    let more = text.unicodeScalars.count - limit
    guard more > 0 else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit)))
      + "… (\(more) more characters in the ticket)"
  }
}

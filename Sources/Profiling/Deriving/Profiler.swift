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
      for: detail, product: product, from: catalogue, osinfo: osinfo)
    var profile = EnvironmentProfile(
      case: id.text,
      product: .init(
        name: product.name,
        version: detail.product.version.flatMap { Rule.line.holds($0) ? $0 : nil }),
      os: image.os)
    profile.arch = image.arch
    profile.protocols = protocols(detail, product)
    profile.timezone = detail.timezone.flatMap { Rule.timezone.holds($0) ? $0 : nil }
    profile.locale = detail.locale.flatMap { Rule.locale.holds($0) ? $0 : nil }
    profile.node = nodeSize(image, osinfo)
    SystemChoice.add(to: &profile, detail)
    profile.product.settings = HeardSettings(deployable: product).heard(in: detail)
    if !product.isAbsent { CertificateChoice.add(to: &profile, detail) }
    try Surroundings.add(to: &profile, detail, product, catalogue)
    let served = profile.protocols
    let roles = Set(try catalogue.companions(of: profile).values.map(\.role)).union([.product])
    profile.suites = try catalogue.suites().filter { suite in
      (suite.needs.protocols.isEmpty || suite.needs.protocols.contains(where: served.contains))
        && (suite.needs.products.isEmpty || suite.needs.products.contains(product.name))
        && roles.isSuperset(of: suite.needs.roles)
    }.map(\.name)
    profile.fidelity = try Fidelity.rows(
      of: detail, built: profile, catalogue: catalogue, osinfo: osinfo)
    return profile
  }

  /// Those that the customer uses; all that the product serves where none was named.
  private static func protocols(_ detail: InstallationDetail, _ product: Product) -> [String] {
    detail.protocols.isEmpty
      ? product.protocols.keys.sorted()
      : detail.protocols.flatMap(detail.served).filter { product.protocols[$0] != nil }
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

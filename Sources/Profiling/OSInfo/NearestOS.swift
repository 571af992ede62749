import CaseModel

/// Finds the image that is nearest to a wanted OS, and tells how near it is.
///
/// In this order: the same version; a point release of it or the release it belongs to; a clone
/// with the same major version; the nearest version of the same OS; what osinfo-db relates to it;
/// what it derives from by os-release; any other Linux for a Linux, the nearest in age; anything.
struct NearestOS {
  var wanted: EnvironmentProfile.OSWanted
  var osinfo: OSInfo?
  private let ancestry: Kinship.Ancestry?
  private let age: OSAge

  init(wanted: EnvironmentProfile.OSWanted, osinfo: OSInfo?) {
    self.wanted = wanted
    self.osinfo = osinfo
    age = OSAge(osinfo: osinfo)
    ancestry = osinfo.flatMap { database in
      database.nearestEntry(for: wanted).map { Kinship.ancestry(of: $0, in: database) }
    }
  }

  func choose(from recipes: [ImageRecipe]) -> ImageRecipe? {
    let candidates = recipes.map { Candidate(recipe: $0, relation: relation(to: $0.os)) }
    guard let best = candidates.map(\.relation.rank).min() else { return nil }
    return nearest(candidates.filter { $0.relation.rank == best })?.recipe
  }

  func relation(to built: EnvironmentProfile.OSWanted) -> OSRelation {
    if built == wanted { return .same }
    if built.id == wanted.id, isSameRelease(built.version) { return .sameRelease }
    let kinship = kinship(with: built)
    if let kinship, kinship.throughClone, major(built) == major(wanted) { return .clone(kinship) }
    if built.id == wanted.id { return .otherVersion(kinship) }
    if let kinship { return .related(kinship) }
    if OSNaming.likes(of: wanted.id).contains(built.id) { return .like(built.id) }
    return isLinux(wanted) && isLinux(built) ? .sameKernel : .foreign
  }

  /// `end of life of debian 10: 2022-09-10, of debian 11: not known`
  func life(of built: EnvironmentProfile.OSWanted) -> String? {
    guard let osinfo else { return nil }
    let systems = built == wanted ? [wanted] : [wanted, built]
    let dates = systems.map { ($0, osinfo.entry(for: $0)?.endOfLife) }
    guard dates.contains(where: { $0.1 != nil }) else { return nil }
    return "end of life of "
      + dates.map { "\($0.text): \($1?.printable(limit: 20) ?? "not known")" }
      .joined(separator: ", of ")
  }

  // MARK: Comparing candidates

  private struct Candidate {
    var recipe: ImageRecipe
    var relation: OSRelation
    var version: ProductVersion { ProductVersion(recipe.os.version) }
  }

  private func nearest(_ candidates: [Candidate]) -> Candidate? {
    switch candidates.first?.relation {
    case .otherVersion:
      let version = ProductVersion.nearest(
        to: ProductVersion(wanted.version), in: candidates.map(\.version))
      return candidates.first { $0.version == version }
    case .like: return following(candidates)
    default:
      return candidates.min { a, b in
        let (stepsA, stepsB) = (a.relation.steps, b.relation.steps)
        return stepsA != stepsB ? stepsA < stepsB : isNearerInAge(a, b)
      }
    }
  }

  /// A derivative is cut from what its parent is working on: the parent's next release is nearest.
  private func following(_ candidates: [Candidate]) -> Candidate? {
    let inOrder = candidates.sorted { $0.version < $1.version }
    guard let wanted = age.known(of: wanted) else { return inOrder.last }
    return inOrder.first { age.day(of: $0.recipe.os).map { $0 >= wanted } == true } ?? inOrder.last
  }

  /// A known release date nearer to the wanted OS's wins; without dates the newer version.
  private func isNearerInAge(_ a: Candidate, _ b: Candidate) -> Bool {
    let (gapA, gapB) = (gap(a), gap(b))
    return gapA != gapB ? gapA < gapB : a.version > b.version
  }

  private func gap(_ candidate: Candidate) -> Int {
    guard let wanted = age.known(of: wanted), let other = age.known(of: candidate.recipe.os)
    else { return Int.max }
    return abs(wanted - other)
  }

  private func kinship(with built: EnvironmentProfile.OSWanted) -> Kinship? {
    guard let osinfo, let ancestry, let entry = osinfo.nearestEntry(for: built) else { return nil }
    return Kinship.between(ancestry, Kinship.ancestry(of: entry, in: osinfo))
  }

  private func isSameRelease(_ version: String) -> Bool {
    wanted.version.hasPrefix(version + ".") || version.hasPrefix(wanted.version + ".")
  }

  private func major(_ os: EnvironmentProfile.OSWanted) -> Substring? {
    os.version.split(separator: ".").first
  }

  private func isLinux(_ os: EnvironmentProfile.OSWanted) -> Bool {
    if let family = osinfo?.entry(for: os)?.family, !family.isEmpty { return family == "linux" }
    return ![
      "windows", "windows-server", "macos", "freebsd", "openbsd", "netbsd", "aix", "solaris",
      "hp-ux",
    ].contains(os.id)
  }
}

extension EnvironmentProfile.OSWanted {
  /// `debian 12`; safe to show whatever the customer wrote.
  var text: String { "\(id) \(version)".trimmingSpaces.shown }
}

extension String {
  fileprivate var trimmingSpaces: String {
    split(separator: " ").joined(separator: " ")
  }
}

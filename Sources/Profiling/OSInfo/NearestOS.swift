import CaseModel

/// The image to build for an OS, how faithful it is, and why it is this one.
struct OSChoice {
  var recipe: ImageRecipe
  var grade: FidelityRow.Grade
  var how: String
}

/// Finds the image that is nearest to a wanted OS.
///
/// In this order: the same version; a point release of it or the release it belongs to; a clone
/// with the same major version; the nearest version of the same OS; what osinfo-db relates to it;
/// any other Linux for a Linux, the nearest in age; anything else.
struct NearestOS {
  var wanted: EnvironmentProfile.OSWanted
  var osinfo: OSInfo?
  private let entry: OSInfoEntry?

  init(wanted: EnvironmentProfile.OSWanted, osinfo: OSInfo?) {
    self.wanted = wanted
    self.osinfo = osinfo
    entry = osinfo?.entry(for: wanted)
  }

  func choose(from recipes: [ImageRecipe]) -> OSChoice? {
    if let same = recipes.first(where: { $0.os == wanted }) {
      return OSChoice(recipe: same, grade: .exact, how: "an image of the same version")
    }
    if let release = recipes.first(where: { $0.os.id == wanted.id && sameRelease($0.os.version) }) {
      return OSChoice(
        recipe: release, grade: .equivalent,
        how: "\(wanted.version) and \(release.os.version) are the same release\(note)")
    }
    let kin = kin(recipes)
    return cloned(kin) ?? sameOS(recipes, kin) ?? related(kin) ?? anyOther(recipes)
  }

  private func sameRelease(_ version: String) -> Bool {
    wanted.version.hasPrefix(version + ".") || version.hasPrefix(wanted.version + ".")
  }

  private func cloned(_ kin: [Candidate]) -> OSChoice? {
    let major = wanted.version.split(separator: ".").first
    let clones = kin.filter {
      $0.kinship.throughClone && $0.recipe.os.version.split(separator: ".").first == major
    }
    return nearest(clones).map {
      OSChoice(
        recipe: $0.recipe, grade: .equivalent,
        how: "built from the same sources: \($0.kinship.text)\(note)")
    }
  }

  private func sameOS(_ recipes: [ImageRecipe], _ kin: [Candidate]) -> OSChoice? {
    let mine = recipes.filter { $0.os.id == wanted.id }
    let version = ProductVersion.nearest(
      to: ProductVersion(wanted.version), in: mine.map { ProductVersion($0.os.version) })
    guard let recipe = mine.first(where: { $0.os.version == version?.text }) else { return nil }
    let steps =
      kin.first { $0.recipe.name == recipe.name }
      .map { ", \($0.kinship.distance) away in osinfo-db" } ?? ""
    return OSChoice(
      recipe: recipe, grade: .approximate,
      how:
        "there is no image of \(wanted.text); \(recipe.os.version) is the nearest version\(steps)\(note)"
    )
  }

  private func related(_ kin: [Candidate]) -> OSChoice? {
    nearest(kin).map {
      OSChoice(
        recipe: $0.recipe, grade: .approximate,
        how:
          "there is no image of \(wanted.id); \($0.kinship.distance) away in osinfo-db: \($0.kinship.text)\(note)"
      )
    }
  }

  private func anyOther(_ recipes: [ImageRecipe]) -> OSChoice? {
    guard let recipe = recipes.sorted(by: isNearerInAge).first else { return nil }
    let instead = "\(recipe.os.text) is built instead"
    if isLinux {
      return OSChoice(
        recipe: recipe, grade: .approximate,
        how:
          "there is no image of \(wanted.id) or of a relative of it; \(instead), which is Linux too\(note)"
      )
    }
    return OSChoice(
      recipe: recipe, grade: .omitted,
      how:
        "there is no image of \(wanted.id); \(instead), so nothing that depends on the OS is rebuilt\(note)"
    )
  }

  private var isLinux: Bool {
    if let family = entry?.family, !family.isEmpty { return family == "linux" }
    return ![
      "windows", "windows-server", "macos", "freebsd", "openbsd", "netbsd", "aix", "solaris",
    ]
    .contains(wanted.id)
  }

  private var note: String {
    entry?.endOfLife.map { "; end of life of \(wanted.text): \($0)" } ?? ""
  }

  // MARK: Comparing candidates

  private typealias Candidate = (recipe: ImageRecipe, kinship: Kinship)

  private func kin(_ recipes: [ImageRecipe]) -> [Candidate] {
    guard let osinfo, let entry else { return [] }
    let mine = Kinship.ancestry(of: entry, in: osinfo)
    return recipes.compactMap { recipe in
      osinfo.entry(for: recipe.os)
        .flatMap { Kinship.between(mine, Kinship.ancestry(of: $0, in: osinfo)) }
        .map { (recipe, $0) }
    }
  }

  private func nearest(_ candidates: [Candidate]) -> Candidate? {
    candidates.min { a, b in
      if a.kinship.steps != b.kinship.steps { return a.kinship.steps < b.kinship.steps }
      return isNearerInAge(a.recipe, b.recipe)
    }
  }

  /// A known release date nearer to the wanted OS's wins; without dates the newer version.
  private func isNearerInAge(_ a: ImageRecipe, _ b: ImageRecipe) -> Bool {
    let (ageA, ageB) = (gap(a), gap(b))
    if ageA != ageB { return ageA < ageB }
    return ProductVersion(a.os.version) > ProductVersion(b.os.version)
  }

  private func gap(_ recipe: ImageRecipe) -> Int {
    guard let wanted = entry?.releaseDate.flatMap(Self.day),
      let other = osinfo?.entry(for: recipe.os)?.releaseDate.flatMap(Self.day)
    else { return Int.max }
    return abs(wanted - other)
  }

  /// Days on a scale good enough to compare gaps.
  private static func day(_ date: String) -> Int? {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (0...9999).contains(parts[0]) else { return nil }
    return parts[0] * 365 + min(12, max(1, parts[1])) * 30 + min(31, max(1, parts[2]))
  }
}

extension EnvironmentProfile.OSWanted {
  var text: String { "\(id) \(version)" }
}

import CaseModel

/// What the lab knows how to build: products, companions, suites and images, from `Profiles` folders.
///
/// The first folder that has a name wins, so a team's own folder comes first. Only what is asked
/// for is read.
public struct Catalogue: Sendable {
  public let folders: [String]
  /// Of images that are there without a recipe: somebody's own disks.
  let imported: [ImageRecipe]

  public init(folders: [String], imported: [ImageRecipe] = []) throws(CaselabError) {
    self.imported = imported
    if let missing = folders.first(where: { !Folder.exists($0) }) {
      throw CaselabError(
        .badInput, "profiles folder \"\(missing.printable())\" does not exist",
        hint: "create it, or correct CASELAB_PROFILES")
    }
    self.folders = folders
  }

  public func product(named name: String) throws(CaselabError) -> Product {
    try one(.product, name)
  }
  /// What a profile asks for; an absent product where there is none of that name.
  public func product(of profile: EnvironmentProfile) throws(CaselabError) -> Product {
    let name = profile.product.name
    return productNames().contains(name) ? try product(named: name) : .absent(name)
  }
  public func products() throws(CaselabError) -> [Product] { try all(.product) }
  public func productNames() -> [String] { names(.product) }

  public func suite(named name: String) throws(CaselabError) -> Suite { try one(.suite, name) }
  public func suites() throws(CaselabError) -> [Suite] { try all(.suite) }

  public func companion(named name: String) throws(CaselabError) -> Companion {
    try one(.companion, name)
  }
  public func companions() throws(CaselabError) -> [Companion] { try all(.companion) }
  public func companionNames() -> [String] { names(.companion) }
  /// The companions that a profile's nodes are made of, by their names.
  public func companions(
    of profile: EnvironmentProfile
  ) throws(CaselabError) -> [String: Companion] {
    var found: [String: Companion] = [:]
    for node in profile.nodes.values
    where node.companion != EnvironmentProfile.productNode && found[node.companion] == nil {
      found[node.companion] = try companion(named: node.companion)
    }
    return found
  }

  public func imageRecipe(named name: String) throws(CaselabError) -> ImageRecipe {
    try one(.image, name)
  }
  /// Those of images to be made; and of an imported image of an OS that none of them makes, one that
  /// makes nothing.
  public func imageRecipes() throws(CaselabError) -> [ImageRecipe] {
    let recipes: [ImageRecipe] = try all(.image)
    return recipes
      + imported.filter { own in !recipes.contains { $0.os == own.os && $0.arch == own.arch } }
  }

  /// The recipe for exactly this OS; nil when there is none.
  public func recipe(
    for os: EnvironmentProfile.OSWanted, arch: String
  ) throws(CaselabError) -> ImageRecipe? {
    try imageRecipes().first { $0.os == os && $0.arch == arch }
  }

  private func one<Value>(_ kind: Kind<Value>, _ name: String) throws(CaselabError) -> Value {
    guard Rule.name.holds(name),
      let root = folders.first(where: { Folder.exists(kind.path(of: name, in: $0)) })
    else {
      let known = names(kind).joined(separator: ", ")
      throw CaselabError(
        .badInput, "\(kind.noun) \"\(name.printable(limit: 40))\" is not in the catalogue",
        hint: known.isEmpty
          ? "no folder of the catalogue has \(kind.folder); set CASELAB_PROFILES"
          : "known are: \(known)")
    }
    do {
      return try kind.read(name, in: root)
    } catch {
      throw CaselabError(
        "\(kind.noun) \"\(name)\"", error.list, hint: "correct the file and try again")
    }
  }

  private func all<Value>(_ kind: Kind<Value>) throws(CaselabError) -> [Value] {
    var (values, problems) = ([Value](), [Problem]())
    for (name, root) in places(kind) {
      do {
        values.append(try kind.read(name, in: root))
      } catch {
        problems += error.list
      }
    }
    guard problems.isEmpty else {
      throw CaselabError(
        "the catalogue's \(kind.folder)", problems, hint: "correct the files and try again")
    }
    return values
  }

  private func names<Value>(_ kind: Kind<Value>) -> [String] { places(kind).map(\.name) }

  private func places<Value>(_ kind: Kind<Value>) -> [(name: String, root: String)] {
    var places: [String: String] = [:]
    for root in folders.reversed() {
      for name in kind.names(in: root) { places[name] = root }
    }
    return places.map { (name: $0.key, root: $0.value) }.sorted { $0.name < $1.name }
  }
}

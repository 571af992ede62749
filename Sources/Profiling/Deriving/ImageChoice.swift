import CaseModel

/// The image to build a case on.
enum ImageChoice {
  static func choose(
    for detail: InstallationDetail, product: Product, from catalogue: Catalogue, osinfo: OSInfo?
  ) throws(CaselabError) -> ImageRecipe {
    let usable = try catalogue.imageRecipes().filter { product.fits(os: $0.os.id) }
    let sameArch = usable.filter { $0.arch == detail.arch ?? "x86_64" }
    guard let recipe = choose(from: sameArch.isEmpty ? usable : sameArch, detail, osinfo) else {
      guard !product.isAbsent else {
        throw CaselabError(
          .badInput, "the catalogue has no image", hint: "add one to Profiles/images")
      }
      throw CaselabError(
        .badInput,
        "the catalogue has no image of an OS that product \"\(product.name)\" installs on",
        hint: "add an image of \(product.os.joined(separator: " or ")) to the catalogue")
    }
    return recipe
  }

  /// Without a version the newest that there is of the OS, without an OS the newest of all.
  private static func choose(
    from recipes: [ImageRecipe], _ detail: InstallationDetail, _ osinfo: OSInfo?
  ) -> ImageRecipe? {
    if let id = detail.os.id {
      let sameID = recipes.filter { $0.os.id == id }
      if detail.os.version != nil || sameID.isEmpty {
        return NearestOS(wanted: .init(id: id, version: detail.os.version ?? ""), osinfo: osinfo)
          .choose(from: recipes)
      }
      return newest(sameID)
    }
    return newest(recipes)
  }

  private static func newest(_ recipes: [ImageRecipe]) -> ImageRecipe? {
    recipes.max { ProductVersion($0.os.version) < ProductVersion($1.os.version) }
  }
}

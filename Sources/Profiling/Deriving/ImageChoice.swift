import CaseModel

/// The image to build a case on, and what becomes of the OS and the architecture asked for.
struct ImageChoice {
  var recipe: ImageRecipe
  var rows: [FidelityRow]

  static func choose(
    for detail: InstallationDetail, product: Product, from catalogue: Catalogue, osinfo: OSInfo?
  ) throws(CaselabError) -> ImageChoice {
    let usable = try catalogue.imageRecipes().filter { product.os.contains($0.os.id) }
    let asked = detail.arch ?? "x86_64"
    let sameArch = usable.filter { $0.arch == asked }
    guard let choice = choose(from: sameArch.isEmpty ? usable : sameArch, detail, osinfo) else {
      throw CaselabError(
        .badInput,
        "the catalogue has no image of an OS that product \"\(product.name)\" installs on",
        hint: "add an image of \(product.os.joined(separator: " or ")) to the catalogue")
    }
    var rows = [
      FidelityRow(
        fact: "os", asked: asking(detail),
        built: choice.grade == .omitted ? nil : choice.recipe.os.text,
        fidelity: choice.grade, how: choice.how)
    ]
    if let arch = detail.arch {
      let same = arch == choice.recipe.arch
      rows.append(
        FidelityRow(
          fact: "arch", asked: arch.shown, built: choice.recipe.arch,
          fidelity: same ? .exact : .approximate,
          how: same ? "the machine has it" : "the catalogue has no image for \(arch.shown)"))
    }
    return ImageChoice(recipe: choice.recipe, rows: rows)
  }

  private static func choose(
    from recipes: [ImageRecipe], _ detail: InstallationDetail, _ osinfo: OSInfo?
  ) -> OSChoice? {
    if let id = detail.os.id, let version = detail.os.version {
      return NearestOS(wanted: .init(id: id, version: version), osinfo: osinfo).choose(
        from: recipes)
    }
    let sameID = recipes.filter { $0.os.id == detail.os.id }
    let why = detail.unclear("os") ?? detail.unclear("os.version") ?? detail.unclear("os.id")
    let reason = why?.why.shown ?? "the version is not stated"
    if detail.os.id == nil || !sameID.isEmpty {
      let newest = (sameID.isEmpty ? recipes : sameID).max {
        ProductVersion($0.os.version) < ProductVersion($1.os.version)
      }
      return newest.map {
        OSChoice(
          recipe: $0, grade: .approximate,
          how: "\(reason); the newest image that the product installs on")
      }
    }
    return NearestOS(wanted: .init(id: detail.os.id ?? "", version: ""), osinfo: osinfo)
      .choose(from: recipes)
  }

  private static func asking(_ detail: InstallationDetail) -> String {
    let stated = [detail.os.id, detail.os.version].compactMap { $0?.shown }.joined(separator: " ")
    let unclear =
      detail.unclear("os") ?? detail.unclear("os.version") ?? detail.unclear("os.id")
    let parts = [stated, unclear?.told ?? ""].filter { !$0.isEmpty }
    return parts.isEmpty ? "not stated" : parts.joined(separator: ", ")
  }
}

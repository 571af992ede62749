import CaseModel

/// What a profile asks for, held against what the catalogue can build.
struct ProfileCheck {
  var profile: EnvironmentProfile
  var catalogue: Catalogue
  /// The product that the profile was derived with: no slip of the pen, however near to another.
  var derived: String?

  func run(_ check: inout ShapeCheck) {
    do throws(CaselabError) {
      let product = try catalogue.product(of: profile)
      if product.isAbsent {
        try runAbsent(&check, product: product)
      } else {
        run(&check, product: product)
      }
    } catch {
      check.add("product.name", error.told)
    }
    do throws(CaselabError) {
      try checkImage(&check)
    } catch {
      check.add("os", error.told)
    }
    for (index, name) in profile.suites.enumerated() {
      do throws(CaselabError) {
        _ = try catalogue.suite(named: name)
      } catch {
        check.add("suites[\(index)]", error.told)
      }
    }
  }

  /// A name that the catalogue lacks is no mistake, but what only a product could do is.
  private func runAbsent(
    _ check: inout ShapeCheck, product: Product
  ) throws(CaselabError) {
    let name = Problem.quoted(product.name)
    if product.name != derived, let meant = try catalogue.productSpelt(nearly: product.name) {
      return check.add(
        "product.name",
        "product \(name) is not in the catalogue; is \(Problem.quoted(meant.name)) meant?")
    }
    let wanted: [(path: String, isThere: Bool)] = [
      ("protocols", !profile.protocols.isEmpty),
      ("product.settings", !profile.product.settings.isEmpty),
      ("product.configuration", profile.product.configuration != nil),
    ]
    for (path, isThere) in wanted where isThere {
      check.add(
        path,
        "product \(name) is not in the catalogue, so this is for nothing that is built; known are: \(catalogue.productNames().joined(separator: ", "))"
      )
    }
  }

  private func run(_ check: inout ShapeCheck, product: Product) {
    if !product.fits(os: profile.os.id) {
      check.add(
        "os.id",
        "product \"\(product.name)\" installs on \(product.os.joined(separator: ", ")), got \(Problem.quoted(profile.os.id))"
      )
    }
    let served = product.protocols.keys.sorted().joined(separator: ", ")
    for (index, name) in profile.protocols.enumerated() where product.protocols[name] == nil {
      check.add(
        "protocols[\(index)]",
        "product \"\(product.name)\" serves \(served), got \(Problem.quoted(name))")
    }
    let known = product.settings.keys.sorted().joined(separator: ", ")
    for (name, value) in profile.product.settings.sorted(by: { $0.key < $1.key }) {
      let path = "product.settings.\(name)"
      guard let declaration = product.settings[name] else {
        check.add(path, "product \"\(product.name)\" has no such setting; it has \(known)")
        continue
      }
      if let complaint = declaration.complaint(about: value) { check.add(path, complaint) }
    }
  }

  private func checkImage(_ check: inout ShapeCheck) throws(CaselabError) {
    let recipes = try catalogue.imageRecipes()
    let (os, arch) = (profile.os, profile.arch)
    guard !recipes.contains(where: { $0.os == os && $0.arch == arch }) else { return }
    let known = recipes.map { "\($0.os.id) \($0.os.version) \($0.arch)" }.joined(separator: ", ")
    check.add(
      "os",
      "no image of \(Problem.quoted("\(os.id) \(os.version)")) for \(arch); there are \(known.isEmpty ? "none" : known)"
    )
  }
}

extension CaselabError {
  fileprivate var told: String { [message, hint].compactMap { $0 }.joined(separator: "; ") }
}

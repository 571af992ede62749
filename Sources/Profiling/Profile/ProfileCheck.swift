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
    TopologyCheck(profile: profile, catalogue: catalogue).run(&check)
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
      ("product.certificate", profile.product.certificate != nil),
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
    check.checkSettings(
      profile.product.settings, of: product, called: "product \"\(product.name)\"",
      at: "product.settings")
  }

  private func checkImage(_ check: inout ShapeCheck) throws(CaselabError) {
    try check.checkImage(of: profile.os, arch: profile.arch, in: catalogue, at: "os")
  }
}

extension ShapeCheck {
  mutating func checkImage(
    of os: EnvironmentProfile.OSWanted, arch: String, in catalogue: Catalogue, at path: String
  ) throws(CaselabError) {
    let recipes = try catalogue.imageRecipes()
    guard !recipes.contains(where: { $0.os == os && $0.arch == arch }) else { return }
    let known = recipes.map { "\($0.os.id) \($0.os.version) \($0.arch)" }.joined(separator: ", ")
    add(
      path,
      "no image of \(Problem.quoted("\(os.id) \(os.version)")) for \(arch); there are \(known.isEmpty ? "none" : known)"
    )
  }
}

extension ShapeCheck {
  mutating func checkSettings(
    _ values: [String: Setting], of owner: any Deployable, called: String, at path: String
  ) {
    let known = owner.settings.keys.sorted().joined(separator: ", ")
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      guard let declaration = owner.settings[name] else {
        add("\(path).\(name)", "\(called) has no such setting; it has \(known)")
        continue
      }
      if let complaint = declaration.complaint(about: value) { add("\(path).\(name)", complaint) }
    }
  }
}

extension CaselabError {
  var told: String { [message, hint].compactMap { $0 }.joined(separator: "; ") }
}

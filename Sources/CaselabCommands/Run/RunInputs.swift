import CaseModel
import Foundation
import Lab
import Profiling
import Suites

/// Everything a run is made from, resolved and checked before anything is built.
struct RunInputs: Sendable {
  var profile: EnvironmentProfile
  /// The profile as it is recorded with the run.
  var yaml: String
  var product: Product
  var suites: [Suite]
  /// A row for each suite of the profile that does not apply to it: listed, not run.
  var notApplicable: [TestResult]
  var recipe: ImageRecipe
  /// Nil while it is not built.
  var image: ImageManifest?

  /// From the case's profile as it is now.
  ///
  /// - Parameter suites: names that replace the profile's own; empty: the profile's.
  static func resolve(_ id: CaseID, suites: [String], in context: Context) throws -> RunInputs {
    _ = try context.store().existingCase(id)
    let (profile, yaml) = try CaseProfile.withFidelity(id, in: context)
    return try resolve(
      profile, yaml: yaml, file: context.home.profile(of: id), suites: suites, imageDigest: nil,
      derived: CaseProfile.derivedProduct(id, in: context.home), in: context)
  }

  /// From an earlier run's profile, on the very image that it used.
  static func again(
    _ run: RunRecord, suites: [String], in context: Context
  ) throws -> RunInputs {
    let file = "profile of run \(run.name)"
    var profile = try ProfileDocument.parse(run.profile, file: file)
    profile.fidelity = CaseProfile.fidelity(of: profile, run.caseID, in: context)
    // What had its product is not the same without it.
    if run.product != nil { _ = try context.catalogue().product(named: profile.product.name) }
    return try resolve(
      profile, yaml: run.profile, file: file, suites: suites, imageDigest: run.image,
      derived: profile.product.name, in: context)
  }

  private static func resolve(
    _ profile: EnvironmentProfile, yaml: String, file: String, suites names: [String],
    imageDigest: String?, derived: String?, in context: Context
  ) throws -> RunInputs {
    var profile = profile
    if !names.isEmpty { profile.suites = names }
    let catalogue = try context.catalogue()
    try ProfileDocument.check(profile, file: file, against: catalogue, derived: derived)
    let suites = try profile.suites.map { try catalogue.suite(named: $0) }
    let (toRun, rows) = applicable(suites, protocols: profile.protocols)
    guard let recipe = try catalogue.recipe(for: profile.os, arch: profile.arch) else {
      throw CaselabError(
        .badInput, "no image of \(profile.os.id) \(profile.os.version) is known",
        hint: "caselab image import FILE --os \(profile.os.id):\(profile.os.version)")
    }
    let store = ImageStore(home: context.home)
    var inputs = RunInputs(
      profile: profile, yaml: yaml, product: try catalogue.product(of: profile),
      suites: toRun, notApplicable: rows, recipe: recipe,
      image: try image(imageDigest, profile: profile, recipe: recipe, store: store))
    inputs.profile.fidelity = Fidelity.observed(
      profile.fidelity, product: try inputs.installed(in: context.home), facts: [])
    return inputs
  }

  /// What a run says that has no test to run.
  var idle: String {
    guard suites.isEmpty else { return "no test was applicable" }
    return product.absence.map { "\($0): built without it, no suite applies" }
      ?? "no suite applies to the protocols of this profile"
  }

  /// The product's version, where the layer that it is installed in is there already.
  private func installed(in home: Home) throws -> VersionFound? {
    guard let image else { return nil }
    let store = LayerStore(home: home)
    let layers = try LayerRecipe.chain(
      on: image.digest, profile: profile, product: product, suites: suites
    ).compactMap { try store.manifest($0.digest) }
    return layers.compactMap(\.productVersion).last.map {
      VersionFound(name: product.name, wanted: profile.product.version, running: $0)
    }
  }

  private static func image(
    _ digest: String?, profile: EnvironmentProfile, recipe: ImageRecipe, store: ImageStore
  ) throws -> ImageManifest? {
    guard let digest else { return try store.image(os: profile.os, arch: profile.arch) }
    if let image = try store.list().first(where: { $0.digest == digest }) { return image }
    throw CaselabError(
      .labFailed, "image \(Digest.short(digest)) of that run is not here any more",
      hint: "run without --again to use the image that is here now")
  }
}

import CaseModel
import Foundation
import Profiling

/// A case's profile on disk.
enum ProfileFile {
  /// - Throws: `badInput` with every problem, each with line and field.
  static func load(_ id: CaseID, in context: Context) throws -> (EnvironmentProfile, yaml: String) {
    let path = context.home.profile(of: id)
    guard let data = FileManager.default.contents(atPath: path) else {
      _ = try context.store().existingCase(id)
      throw CaselabError(
        .badInput, "the profile of case \"\(id)\" is missing at \"\(path)\"",
        hint: "put it back, or open the ticket as a new case")
    }
    let yaml = String(decoding: data, as: UTF8.self)
    return (try ProfileDocument.parse(yaml, file: path), yaml)
  }

  /// - Returns: what is no mistake and should still be known; nil when there is no such thing.
  static func check(_ id: CaseID, in context: Context) throws -> String? {
    let (_, yaml) = try load(id, in: context)
    let catalogue = try context.catalogue()
    let profile = try ProfileDocument.parse(
      yaml, file: context.home.profile(of: id), against: catalogue,
      derived: CaseProfile.derivedProduct(id, in: context.home))
    return try catalogue.product(of: profile).absence.map {
      "\($0): no product is installed; known are: \(catalogue.productNames().joined(separator: ", "))"
    }
  }

  /// What the profile becomes with what is known of the ticket now; writes nothing.
  ///
  /// The caller keeps the detail and then, with `keep`, the result.
  static func rederive(
    _ detail: InstallationDetail, _ id: CaseID, in context: Context
  ) throws -> Rederivation {
    let (_, edited) = try load(id, in: context)
    let old = try CaseProfile.derivation(id, in: context.home) ?? derivedAnew(id, in: context)
    return try Profiler.rederive(
      detail, case: id, old: old, edited: edited, file: context.home.profile(of: id),
      catalogue: context.catalogue(), osinfo: OSInfo.standard(context.environment))
  }

  /// What was derived of the detail that the case has, where the derivation was not kept.
  static func derivedAnew(_ id: CaseID, in context: Context) throws -> String {
    let detail = try CaseProfile.detail(id, in: context.home)
    return try ProfileDocument.write(
      Profiler.derive(
        detail, case: id, catalogue: context.catalogue(),
        osinfo: OSInfo.standard(context.environment)), detail: detail)
  }

  /// Keeps a profile that was just derived, and the derivation beside it.
  static func keep(
    _ profile: EnvironmentProfile, of detail: InstallationDetail, _ id: CaseID, in home: Home
  ) throws {
    let yaml = try ProfileDocument.write(profile, detail: detail)
    try keep(yaml, derived: yaml, id, in: home)
  }

  /// The derivation first: it alone counts as nothing edited.
  static func keep(_ yaml: String, derived: String, _ id: CaseID, in home: Home) throws {
    try Data(derived.utf8).write(to: URL(filePath: home.derived(of: id)), options: .atomic)
    try Data(yaml.utf8).write(to: URL(filePath: home.profile(of: id)), options: .atomic)
    try publishSchema(in: home)
  }

  /// Puts the JSON Schema where a profile's first line points.
  static func publishSchema(in home: Home) throws {
    let schema = Data(ProfileSchema.json().utf8)
    guard FileManager.default.contents(atPath: home.profileSchema) != schema else { return }
    try schema.write(to: URL(filePath: home.profileSchema), options: .atomic)
  }
}

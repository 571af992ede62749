import CaseModel
import Foundation
import Profiling

/// A case's profile with all that it came from.
struct CaseProfile {
  var id: CaseID
  /// As it is now, with its fidelity.
  var profile: EnvironmentProfile
  var yaml: String
  /// As it was last derived.
  var derived: EnvironmentProfile
  var derivedYAML: String
  var detail: InstallationDetail
  var catalogue: Catalogue

  static func load(_ id: CaseID, in context: Context) throws -> CaseProfile {
    var (profile, yaml) = try ProfileFile.load(id, in: context)
    let (catalogue, detail) = (try context.catalogue(), try detail(id, in: context.home))
    let osinfo = OSInfo.standard(context.environment)
    profile.fidelity = try Fidelity.rows(
      of: detail, built: profile, catalogue: catalogue, osinfo: osinfo)
    let derivedYAML =
      try derivation(id, in: context.home) ?? ProfileFile.derivedAnew(id, in: context)
    return CaseProfile(
      id: id, profile: profile, yaml: yaml,
      derived: try ProfileDocument.parse(derivedYAML, file: context.home.derived(of: id)),
      derivedYAML: derivedYAML, detail: detail, catalogue: catalogue)
  }

  /// The profile for a run, which does not stand or fall with what is known of the ticket.
  static func withFidelity(
    _ id: CaseID, in context: Context
  ) throws -> (EnvironmentProfile, yaml: String) {
    var (profile, yaml) = try ProfileFile.load(id, in: context)
    profile.fidelity = fidelity(of: profile, id, in: context)
    return (profile, yaml)
  }

  /// Nothing where the detail or the catalogue cannot be read: the run says what is wrong.
  static func fidelity(
    of profile: EnvironmentProfile, _ id: CaseID, in context: Context
  ) -> [FidelityRow] {
    do {
      return try Fidelity.rows(
        of: detail(id, in: context.home), built: profile, catalogue: context.catalogue(),
        osinfo: OSInfo.standard(context.environment))
    } catch {
      Terminal.say("caselab: the fidelity is not known: \(error)")
      return []
    }
  }

  /// - Throws: `badInput` when it is missing or damaged.
  static func detail(_ id: CaseID, in home: Home) throws -> InstallationDetail {
    let path = home.detail(of: id)
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CaselabError(
        .badInput, "the installation detail of case \"\(id)\" is missing at \"\(path)\"",
        hint: "put it back, or open the ticket as a new case")
    }
    do {
      return try JSONDecoder().decode(InstallationDetail.self, from: completed(data))
    } catch {
      throw CaselabError(
        .badInput, "the installation detail of case \"\(id)\" at \"\(path)\" cannot be read",
        hint: "put a good copy back, or open the ticket as a new case", cause: error)
    }
  }

  /// A detail that was kept before a field came up has the field's empty value.
  private static func completed(_ data: Data) throws -> Data {
    let empty = try JSONSerialization.jsonObject(with: JSONEncoder().encode(InstallationDetail()))
    guard let fields = empty as? [String: Any],
      let kept = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    else { return data }
    return try JSONSerialization.data(withJSONObject: fields.merging(kept) { $1 })
  }

  /// The product that the profile was last derived with; nil where that is not known.
  static func derivedProduct(_ id: CaseID, in home: Home) -> String? {
    let yaml = try? derivation(id, in: home)
    return try? yaml.map { try ProfileDocument.parse($0, file: home.derived(of: id)) }?.product.name
  }

  /// Nil for a case without one.
  static func derivation(_ id: CaseID, in home: Home) throws -> String? {
    FileManager.default.contents(atPath: home.derived(of: id))
      .map { String(decoding: $0, as: UTF8.self) }
  }
}

import CaseModel

/// A profile derived anew, with the edits of the one before carried over.
public struct Rederivation: Codable, Equatable, Sendable {
  /// With its fidelity.
  public var profile: EnvironmentProfile
  /// What to keep as the case's profile.
  public var yaml: String
  /// What to keep beside it as the last derivation.
  public var derived: String
  /// What the derivation changed, edits apart.
  public var changes: [ProfileDifference]
  /// What the profile has other than derived, because somebody edited it.
  public var edits: [ProfileDifference]
  /// Fields that were edited and are derived differently now: `before` derived, `after` as edited.
  public var conflicts: [ProfileDifference]
}

extension Profiler {
  /// Derives the profile from what is known now; an edit wins over what is derived, and is told.
  ///
  /// - Parameters:
  ///   - old: the derivation that the edits were made on; nil counts every difference as an edit.
  ///   - edited: the case's profile as it is.
  ///   - file: the edited profile's name, for its problems.
  public static func rederive(
    _ detail: InstallationDetail, case id: CaseID, old: String?, edited: String, file: String,
    catalogue: Catalogue, osinfo: OSInfo?
  ) throws(CaselabError) -> Rederivation {
    let derivedProfile = try derive(detail, case: id, catalogue: catalogue, osinfo: osinfo)
    let derived = try ProfileDocument.write(derivedProfile, detail: detail)
    let new = try ProfileDocument.checked(derived, file: "the new derivation")
    let before = try old.map { text throws(CaselabError) in
      try ProfileDocument.checked(text, file: "the last derivation")
    }
    var merge = ThreeWay()
    let merged =
      merge.merge(
        old: before ?? new, edited: try ProfileDocument.checked(edited, file: file), new: new)
      ?? new
    var profile: EnvironmentProfile
    do { profile = try merged.decoded() } catch {
      throw CaselabError(.badInput, "profile \"\(file.printable())\" cannot be read", cause: error)
    }
    profile.fidelity = try Fidelity.rows(
      of: detail, built: profile, catalogue: catalogue, osinfo: osinfo)
    return Rederivation(
      profile: profile,
      yaml: try ProfileDocument.write(
        profile, detail: detail, keeping: OwnComments.all(in: edited)),
      derived: derived,
      changes: ProfileDifference.all(from: before ?? new, to: new),
      edits: ProfileDifference.all(from: new, to: merged),
      conflicts: merge.conflicts.map {
        ProfileDifference(field: $0.path, before: $0.derived?.text, after: $0.edited?.text)
      })
  }
}

import CaseModel

/// An environment profile as the YAML that people edit.
public enum ProfileDocument {
  public static func parse(
    _ yaml: String, file: String
  ) throws(CaselabError) -> EnvironmentProfile {
    try parse(yaml, file: file) { _, _ in }
  }

  /// Also holds it against what the catalogue can build.
  ///
  /// - Parameter derived: the product that it was derived with, however near to another's name.
  public static func parse(
    _ yaml: String, file: String, against catalogue: Catalogue, derived: String? = nil
  ) throws(CaselabError) -> EnvironmentProfile {
    try parse(yaml, file: file) { profile, check in
      ProfileCheck(profile: profile, catalogue: catalogue, derived: derived).run(&check)
    }
  }

  /// Problems are told with the lines that `write` gives the profile.
  public static func check(
    _ profile: EnvironmentProfile, file: String = "profile.yaml", against catalogue: Catalogue,
    derived: String? = nil
  ) throws(CaselabError) {
    _ = try parse(write(profile), file: file, against: catalogue, derived: derived)
  }

  /// The document's fields, with defaults filled in.
  static func checked(_ yaml: String, file: String) throws(CaselabError) -> YAMLValue {
    try document(yaml, file: file) { _, _ in }.checked
  }

  private static func parse(
    _ yaml: String, file: String, more: (EnvironmentProfile, inout ShapeCheck) -> Void
  ) throws(CaselabError) -> EnvironmentProfile {
    try document(yaml, file: file, more: more).value
  }

  private static func document(
    _ yaml: String, file: String, more: (EnvironmentProfile, inout ShapeCheck) -> Void
  ) throws(CaselabError) -> YAMLDocument<EnvironmentProfile> {
    do throws(Problems) {
      var document = try YAMLDocument<EnvironmentProfile>(yaml, file: file, shape: .profile)
      more(document.value, &document.check)
      guard document.check.problems.isEmpty else { throw Problems(list: document.check.problems) }
      return document
    } catch {
      throw CaselabError(
        "profile \"\(file.printable())\"", error.list, hint: "correct the profile and try again")
    }
  }
}

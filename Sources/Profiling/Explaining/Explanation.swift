import CaseModel

/// One fact from the customer's words to what is built of it.
public struct Explanation: Codable, Equatable, Sendable {
  public enum Origin: String, Codable, Sendable {
    /// The customer said it.
    case stated
    /// The customer did not say; something had to be taken.
    case assumed
    /// The lab's own choice, which no fact decides.
    case lab
    /// Somebody set it in the profile.
    case edited
  }
  /// Field path of the profile or of the installation detail.
  public var field: String
  public var origin: Origin
  /// The value that the profile has; nil where it has no such field.
  public var value: String?
  /// The value that was derived, where somebody set another one.
  public var derived: String?
  public var evidence: [InstallationDetail.Evidence]
  /// What becomes of the fact; nil for what is the lab's own.
  public var fidelity: FidelityRow?
  /// Why the lab chose it, where no fact did.
  public var reason: String?
}

/// Explains a case's profile, fact by fact.
public struct Explainer {
  private let detail: InstallationDetail
  private let rows: [FidelityRow]
  private let values: [(path: String, value: YAMLValue)]
  private let derived: [String: YAMLValue]

  /// - Parameters:
  ///   - profile: the case's profile as it is; `rows` its fidelity.
  ///   - derivation: the profile as it was derived.
  public init(
    detail: InstallationDetail, profile: EnvironmentProfile, derivation: EnvironmentProfile,
    rows: [FidelityRow]
  ) throws(CaselabError) {
    self.detail = detail
    self.rows = rows
    values = try Self.leaves(profile)
    derived = Dictionary(try Self.leaves(derivation)) { first, _ in first }
  }

  private static func leaves(
    _ profile: EnvironmentProfile
  ) throws(CaselabError) -> [(String, YAMLValue)] {
    try ProfileDocument.checked(ProfileDocument.write(profile), file: "profile").leaves()
      .filter { $0.value != .map([:]) }.map { ($0.path, $0.value) }
  }

  /// Every fact of the customer's, then every other field of the profile.
  public func all() -> [Explanation] {
    rows.map(explain) + values.filter { !isOfRow($0.path) }.map(explain)
  }

  /// What a person may call `name`: a field path, the beginning of one, or a fact's name.
  public func explain(_ name: String) throws(CaselabError) -> [Explanation] {
    let asked = name.lowercased()
    let found = all().filter { each in
      let row = each.fidelity
      return each.field == asked || each.field.hasPrefix(asked + ".")
        || each.field.hasPrefix(asked + "[") || row?.covers(asked) == true
        || row?.fact.lowercased() == asked
    }
    guard found.isEmpty else { return found }
    let known = (rows.map { $0.field ?? $0.fact } + values.map(\.path)).uniqueInOrder
    throw CaselabError(
      .badInput, "field \"\(name.printable(limit: 60))\" is not one of the case's",
      hint: "known are: \(known.joined(separator: ", "))")
  }

  private func isOfRow(_ path: String) -> Bool {
    rows.contains { $0.covers(path) || $0.field?.hasPrefix(path + "[") == true }
  }

  private func explain(_ row: FidelityRow) -> Explanation {
    let mine = values.filter { row.covers($0.path) || row.field?.hasPrefix($0.path + "[") == true }
    let edited = mine.filter { derived[$0.path] != $0.value }
    return Explanation(
      field: row.field ?? row.fact,
      origin: edited.isEmpty ? (row.isAssumed ? .assumed : .stated) : .edited,
      value: mine.isEmpty ? nil : mine.map(\.value.text).joined(separator: " "),
      derived: edited.isEmpty
        ? nil : mine.map { derived[$0.path]?.text ?? "nothing" }.joined(separator: " "),
      evidence: detail.evidence(for: row), fidelity: row)
  }

  private func explain(_ path: String, _ value: YAMLValue) -> Explanation {
    let before = derived[path]
    let isEdited = before != value
    return Explanation(
      field: path, origin: isEdited ? .edited : .lab, value: value.text,
      derived: isEdited ? before?.text ?? "nothing" : nil, evidence: [],
      reason: isEdited ? "set in the profile" : Self.reason(path))
  }

  private static func reason(_ path: String) -> String {
    switch path.prefix(while: { $0 != "." }) {
    case "schema": "the format of the profile"
    case "case": "the case's ID"
    case "node": "what the OS needs at least, and no less than a server with its clients does"
    case "suites": "every suite of the catalogue that fits the protocols"
    default: "the default"
    }
  }
}

extension [String] {
  fileprivate var uniqueInOrder: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}

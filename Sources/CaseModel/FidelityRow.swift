/// How faithfully one fact of the installation is rebuilt.
public struct FidelityRow: Codable, Equatable, Sendable {
  public enum Grade: String, Codable, Sendable, CaseIterable {
    /// The same.
    case exact
    /// Another build of the same: a clone of the OS, another point release of it.
    case equivalent
    /// Something near it, or an assumption where the customer did not say.
    case approximate
    /// Nothing of it.
    case omitted
  }
  /// Short name, unique but for answers: `os`, `product.version`, `protocol ftp`, `integration ldap`.
  public var fact: String
  /// The installation detail's field path, under which the evidence is kept: `protocols[0]`.
  public var field: String?
  /// What the customer said.
  public var asked: String
  /// What the lab builds instead, or nothing.
  public var built: String?
  public var fidelity: Grade
  /// What is done.
  public var how: String
  /// The reason, where there is more to say than how.
  public var why: String?

  public init(
    fact: String, field: String? = nil, asked: String, built: String?, fidelity: Grade,
    how: String, why: String? = nil
  ) {
    self.fact = fact
    self.field = field
    self.asked = asked
    self.built = built
    self.fidelity = fidelity
    self.how = how
    self.why = why
  }

  /// How and why in one line.
  public var told: String { [how, why ?? ""].filter { !$0.isEmpty }.joined(separator: "; ") }

  /// Whether the detail's field is this row's, or a part of it: `os` covers `os.version`.
  public func covers(_ path: String) -> Bool {
    guard let field else { return false }
    return path == field || path.hasPrefix(field + ".") || path.hasPrefix(field + "[")
  }
}

extension [VerifiedFact] {
  /// What a run read from inside that confirms or refutes a row.
  ///
  /// That there is none of something around the product shows in the node's having no link at all.
  public func verification(of row: FidelityRow) -> VerifiedFact? {
    if let fact = first(where: { $0.fact == row.fact }) { return fact }
    guard row.field?.hasPrefix("denied") == true, row.fidelity == .exact else { return nil }
    return first { $0.fact == "links" }
  }
}

import CaseModel

/// One field that two profiles have different values for.
public struct ProfileDifference: Codable, Equatable, Sendable {
  /// Field path: `product.settings.require_tls`.
  public var field: String
  /// Nil where the field is not there.
  public var before: String?
  public var after: String?
}

extension ProfileDocument {
  /// The fields in which `after` is not as `before`; comments and order do not count.
  ///
  /// - Throws: `badInput` when one of them is no profile.
  public static func differences(
    from before: String, to after: String, file: String
  ) throws(CaselabError) -> [ProfileDifference] {
    ProfileDifference.all(
      from: try checked(before, file: "the last derivation"), to: try checked(after, file: file))
  }
}

extension ProfileDifference {
  static func all(from before: YAMLValue, to after: YAMLValue) -> [ProfileDifference] {
    let (old, new) = (fields(before), fields(after))
    return Set(old.keys).union(new.keys).sorted().compactMap { path in
      old[path] == new[path]
        ? nil
        : ProfileDifference(field: path, before: old[path]?.text, after: new[path]?.text)
    }
  }

  private static func fields(_ value: YAMLValue) -> [String: YAMLValue] {
    let leaves = value.leaves().filter { $0.value != .map([:]) }
    return Dictionary(leaves.map { ($0.path, $0.value) }) { first, _ in first }
  }
}

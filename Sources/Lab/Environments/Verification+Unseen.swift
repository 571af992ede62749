import CaseModel

extension Verification {
  /// The same facts of a machine that the lab has no way into: unconfirmed, but for what is seen from
  /// another node.
  ///
  /// - Parameters:
  ///   - os: that the image was imported as.
  ///   - ports: those that answer.
  ///   - place: the node that they were asked from.
  public static func unseen(
    _ layout: EnvironmentLayout, os: EnvironmentProfile.OSWanted, answering ports: Set<Int>,
    from place: String
  ) -> [VerifiedFact] {
    let profile = layout.profile
    let wanted = [
      ("product.version", profile.product.version ?? "any"), ("os", "\(os.id) \(os.version)"),
      ("arch", profile.arch), ("timezone", profile.timezone ?? "Etc/UTC"),
      ("locale", profile.locale ?? ""),
    ]
    let system =
      profile.system.kernelArguments.map { ("kernel argument \($0)", $0) }
      + [
        ("sysctl", profile.system.allSysctl), ("limit", profile.system.limits),
        ("variable", profile.system.variables),
      ].flatMap { kind, values in
        values.sorted { $0.key < $1.key }.map { ("\(kind) \($0.key)", $0.value) }
      }
    return (wanted.filter { !$0.1.isEmpty } + system).map { name, expected in
      fact(name, expected: expected, found: nil, by: "no way into the machine")
    }
      + protocols(
        of: layout.product, in: profile, listening: ports, by: "connections from \(place)")
  }
}

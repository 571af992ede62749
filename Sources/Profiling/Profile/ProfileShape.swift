import CaseModel

extension Shape {
  /// As wide as a host that somebody has may be; a guest of less does not boot.
  static let memoryMiB = 256...1_048_576

  static let profile = object([
    .required("schema", .text(.one(of: [EnvironmentProfile.currentSchema]))),
    .required("case", .text(.caseID)),
    .required(
      "product",
      .object([
        .required("name", .text(.name)), .optional("version", .text(.line)),
        .optional("settings", .map(keys: .settingName, .setting), or: .map([:])),
        .optional("configuration", .text(.any)),
      ])),
    .required("os", os),
    .optional("arch", arch, or: .text("x86_64")),
    .optional("protocols", .list(.text(.name)), or: empty),
    .optional("timezone", .text(.timezone)),
    .optional("locale", .text(.locale)),
    .optional("node", node, or: .map(defaultNode)),
    .optional("suites", .list(.text(.name)), or: empty),
    .optional("fidelity", .list(fidelityRow), or: empty),
  ])

  private static let defaultNode: [String: YAMLValue] = {
    let size = EnvironmentProfile.NodeSize()
    return [
      "memory_mib": .integer(size.memoryMiB), "cpus": .integer(size.cpus),
      "disk_gib": .integer(size.diskGiB),
    ]
  }()

  private static let node = object([
    .optional("memory_mib", .integer(memoryMiB), or: defaultNode["memory_mib"] ?? .integer(1024)),
    .optional("cpus", .integer(1...64), or: defaultNode["cpus"] ?? .integer(2)),
    .optional("disk_gib", .integer(2...4096), or: defaultNode["disk_gib"] ?? .integer(8)),
  ])

  private static let fidelityRow = object([
    .required("fact", .text(.any)), .required("asked", .text(.any)),
    .optional("built", .text(.any)),
    .required("fidelity", .text(.one(of: FidelityRow.Grade.allCases.map(\.rawValue)))),
    .required("how", .text(.any)),
  ])
}

extension Rule {
  static let caseID = Rule(expected: "a case ID like SUP-1042") { (try? CaseID($0)) != nil }
  /// A name of the time zone database, which is a path: no way out of it.
  static let timezone = Rule(expected: "a time zone like Europe/Berlin or UTC") { text in
    text.utf8.count <= 64
      && text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
        part.utf8.first?.isLetterOrDigit == true
          && part.utf8.allSatisfy { $0.isLetterOrDigit || $0.isIn("_+-") }
      }
  }
  static let locale = Rule(expected: "a locale like de_DE.UTF-8") { text in
    (1...64).contains(text.utf8.count) && text.utf8.first?.isLetterOrDigit == true
      && text.utf8.allSatisfy { $0.isLetterOrDigit || $0.isIn("_.@-") }
  }
}

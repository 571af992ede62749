import CaseModel

extension Shape {
  static let role = text(.one(of: NodeRole.allCases.map(\.rawValue)))

  static let versionProbe = object([
    .optional("available", .text(.filled)), .required("run", .text(.filled)),
    .required("pattern", .text(.expressionWithGroup)),
  ])
  static let health = object([
    .required("run", .text(.filled)),
    .optional("timeout", .integer(1...3600), or: .integer(60)),
  ])
  /// What a product and a companion have alike.
  static let deployed: [Field] = [
    .optional("shell", .text(.one(of: ["sh", "powershell"]))),
    .optional("settings", .map(keys: .settingName, settingDeclaration), or: .map([:])),
    .optional("heard_in", .list(.text(.token), atLeast: 1), or: empty),
    .optional("install", .list(installStep), or: empty),
    .optional("files", .list(templateFile), or: empty),
    .optional("configure", .list(step), or: empty),
    .optional("start", .list(step), or: empty),
    .required("health", health),
    .optional("logs", .list(.text(.absolutePath)), or: empty),
    .optional("configuration", .list(.text(.absolutePath)), or: empty),
    .optional("shares", .list(.text(.absolutePath)), or: empty),
  ]

  static let companion = object(
    [
      .required("schema", .text(.one(of: [Companion.currentSchema]))),
      .required("name", .text(.name)),
      .required("title", .text(.line)),
      .required("role", role),
      .optional("stands_for", .list(.text(.name)), or: empty),
      .optional("makes", .list(.text(.line)), or: empty),
      .optional("unlike", .list(.text(.line))),
      .required("os", .list(.text(.name), atLeast: 1)),
      .required("image", os),
      .optional("node", node, or: .map(defaultNode)),
      .required("host", .text(.label)),
      .required("links", .list(.text(.one(of: ["inside", "outside"])), atLeast: 1)),
      .optional("forwards", .bool, or: .bool(false)),
      .optional("fronts", .text(.settingName), or: .text("never")),
      .optional("version", versionProbe),
      .optional(
        "checks",
        .list(
          .object([
            .required("name", .text(.line)), .required("from", role),
            .required("run", .text(.filled)),
            .optional("timeout", .integer(1...3600), or: .integer(60)),
          ])), or: empty),
    ] + deployed)
}

extension Rule {
  /// One label of a host name (RFC 1123, 2.1).
  static let label = Rule(
    expected: "a host name of small letters, digits and -",
    pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"
  ) { text in
    (1...63).contains(text.utf8.count) && !text.hasPrefix("-") && !text.hasSuffix("-")
      && text.utf8.allSatisfy { $0.isIn("abcdefghijklmnopqrstuvwxyz0123456789-") }
  }
  /// Labels with dots between them.
  static let hostName = Rule(
    expected: "a full host name like ldap.customer.example",
    pattern: #"^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$"#
  ) { text in
    text.utf8.count <= 253 && text.contains(".")
      && text.split(separator: ".", omittingEmptySubsequences: false)
        .allSatisfy { label.holds(String($0)) }
  }
  /// Becomes a network device's name in the guest: IFNAMSIZ less its end.
  static let link = Rule(
    expected: "a link's name of at most 15 small letters, digits and -",
    pattern: "^[a-z][a-z0-9-]{0,14}$"
  ) { text in
    (1...15).contains(text.utf8.count) && name.holds(text) && text != "lo"
      && text.utf8.first?.isIn("abcdefghijklmnopqrstuvwxyz") == true
  }
  /// Part of a machine's name.
  static let node = Rule(
    expected: "a node's name of at most 32 small letters, digits and -",
    pattern: "^[a-z0-9][a-z0-9-]{0,31}$"
  ) { $0.utf8.count <= 32 && name.holds($0) }
  static let address = Rule(
    expected: "an IPv4 or IPv6 address, or auto", pattern: "^(auto|[0-9.]+|[0-9A-Fa-f:]+)$"
  ) { $0 == "auto" || IPAddress($0) != nil }
  static let subnet = Rule(
    expected:
      "an IPv4 network of 8 to 29 bits like 10.77.0.0/24, or one of IPv6 like 2001:db8:77::/64",
    pattern: #"^([0-9.]+/[0-9]+|[0-9A-Fa-f:]+/64)$"#
  ) { IPSubnet($0) != nil }
}

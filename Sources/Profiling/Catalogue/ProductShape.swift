import CaseModel

extension Shape {
  static let empty = YAMLValue.list([])

  /// A script's step: `name`, `run` and a time limit in seconds.
  static let step = object(stepFields)

  /// A step of what is kept as a layer.
  static let installStep = object(stepFields + [.optional("chroot", .bool)])

  private static let stepFields: [Field] = [
    .required("name", .text(.line)), .required("run", .text(.filled)),
    .optional("timeout", .integer(1...86_400)),
  ]

  static let product = object(
    [
      .required("schema", .text(.one(of: [Product.currentSchema]))),
      .required("name", .text(.name)),
      .required("title", .text(.line)),
      .optional("aliases", .list(.text(.line)), or: empty),
      .required("os", .list(.text(.name), atLeast: 1)),
      .required(
        "protocols", .map(keys: .name, .object([.required("port", .integer(1...65_535))]))),
      .optional("features", .list(.text(.line)), or: empty),
      .optional("accounts", .list(account), or: empty),
      .required("version", versionProbe),
      .optional("uses", .list(role), or: empty),
    ] + deployed)

  static let settingDeclaration = object([
    .required("type", .text(.one(of: ["bool", "integer", "string", "file"]))),
    .optional("default", .setting, or: .text("")), .optional("pattern", .text(.expression)),
    .optional("help", .text(.line)),
    .optional("heard", .text(.expression)), .optional("heard_not", .text(.expression)),
    .optional("heard_in_file", .text(.expression)),
    .optional("takes", .list(.text(.token), atLeast: 1)),
  ])

  private static let account = object([
    .required("name", .text(.account)), .required("home", .text(.absolutePath)),
    .optional("writable", .bool, or: .bool(false)),
  ])

  static let templateFile = object([
    .required("template", .text(.relativePath)), .required("path", .text(.absolutePath)),
    .optional("mode", .text(.mode)),
  ])
}

extension Rule {
  /// Part of an environment variable's name in the guest.
  static let settingName = Rule(
    expected: "a name of small letters, digits and _", pattern: "^[a-z][a-z0-9_]{0,63}$"
  ) { text in
    text.utf8.count <= 64 && text.utf8.first?.isIn("abcdefghijklmnopqrstuvwxyz") == true
      && text.utf8.allSatisfy { $0.isIn("abcdefghijklmnopqrstuvwxyz0123456789_") }
  }
  /// As useradd(8) takes it.
  static let account = Rule(expected: "an account's name of small letters, digits, _ and -") {
    text in
    text.utf8.count <= 32 && text.utf8.first?.isIn("abcdefghijklmnopqrstuvwxyz_") == true
      && text.utf8.allSatisfy { $0.isIn("abcdefghijklmnopqrstuvwxyz0123456789_-") }
  }
  static let relativePath = Rule(expected: "a file's path within the folder") { text in
    text.utf8.count <= 255 && !text.isEmpty
      && text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
        !part.isEmpty && part != "." && part != ".."
          && part.utf8.allSatisfy { $0.isLetterOrDigit || $0.isIn("._-") }
      }
  }
  static let expression = Rule(expected: "a regular expression") { (try? Regex($0)) != nil }
  static let expressionWithGroup = Rule(expected: "a regular expression with a group") { text in
    expression.holds(text) && text.replacing(/\\./, with: "").contains(/\((?!\?)|\(\?P?</)
  }
}

import CaseModel

extension Shape {
  static let os = object([
    .required("id", .text(.name), "As in os-release: debian, ubuntu, rhel."),
    .required("version", .text(.token), "As its vendor writes it: 12, 22.04, 8.6."),
  ])
  static let arch = text(.one(of: ["x86_64", "aarch64"]))

  static let image = object([
    .required("schema", .text(.one(of: [ImageRecipe.currentSchema]))),
    .required("name", .text(.name)),
    .required("os", os),
    .optional("arch", arch, or: .text("x86_64")),
    .optional(
      "build",
      .object([
        .required("suite", .text(.token)),
        .optional("components", .list(.text(.token)), or: .list([.text("main")])),
        .optional("packages", .list(.text(.token)), or: empty),
        .optional("customize", .list(.text(.filled)), or: empty),
        .optional("disk_gib", .integer(1...1024), or: .integer(8)),
        .optional("kernel_arguments", .text(.line), or: .text("")),
      ])),
    .optional(
      "pull",
      .object([
        .required("url", .text(.url)), .optional("sha256", .text(.hex(64))),
        .optional("sha512", .text(.hex(128))),
      ])),
  ])
}

extension Rule {
  static let url = Rule(expected: "an http or https address") { text in
    text.utf8.count <= 2048 && text.contains(/^https?:\/\/[^\s\/"'<>\\]+\/[^\s"'<>\\]+$/)
      && line.holds(text)
  }
}

import CaseModel

extension Shape {
  static let suite = object([
    .required("schema", .text(.one(of: [Suite.currentSchema]))),
    .required("name", .text(.name)),
    .required("title", .text(.line)),
    .required("run", .text(.filled)),
    .required("format", .text(.one(of: ["junit", "tap", "exit"]))),
    .optional(
      "needs",
      .object([
        .optional("protocols", .list(.text(.name)), or: empty),
        .optional("products", .list(.text(.name)), or: empty),
        .optional("roles", .list(role), or: empty),
        .optional("install", .list(installStep), or: empty),
      ]), or: .map(["protocols": empty, "products": empty, "roles": empty, "install": empty])),
    .optional(
      "on", .list(role, atLeast: 1), or: .list([.text("client"), .text("product")])),
    .optional("time_limit", .integer(1...86_400), or: .integer(1800)),
    .optional("leaves", .text(.any), or: .text("")),
    .optional("artifacts", .list(.text(.absolutePath)), or: empty),
  ])
}

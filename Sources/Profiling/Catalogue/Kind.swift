import CaseModel

/// One kind of thing a catalogue holds: where its files are, their shape, what else must be true.
struct Kind<Value: Decodable & Sendable>: Sendable {
  /// `product`, as messages call it.
  var noun: String
  /// `products`, the folder.
  var folder: String
  /// `/suite.yaml` or `.yaml`: what follows the name.
  var suffix: String
  var shape: Shape
  var name: @Sendable (Value) -> String
  /// Checks what a shape cannot say, and sets what the file cannot know.
  var finish: @Sendable (inout Value, inout ShapeCheck, _ folder: String) -> Void

  func read(_ name: String, in root: String) throws(Problems) -> Value {
    let path = self.path(of: name, in: root)
    var document = try YAMLDocument<Value>(try Folder.text(path), file: path, shape: shape)
    if self.name(document.value) != name {
      document.check.add("name", "expected \(Problem.quoted(name)), as the file is called")
    }
    finish(&document.value, &document.check, "\(root)/\(folder)/\(name)")
    guard document.check.problems.isEmpty else { throw Problems(list: document.check.problems) }
    return document.value
  }

  func path(of name: String, in root: String) -> String { "\(root)/\(folder)/\(name)\(suffix)" }

  /// The names that a folder has files for.
  func names(in root: String) -> [String] {
    Folder.names(in: root + "/" + folder).compactMap { entry in
      if suffix.hasPrefix("/") {
        return Rule.name.holds(entry) && Folder.exists(path(of: entry, in: root)) ? entry : nil
      }
      return entry.hasSuffix(suffix) ? String(entry.dropLast(suffix.count)) : nil
    }
  }
}

extension Kind<Product> {
  static let product = Kind(
    noun: "product", folder: "products", suffix: ".yaml", shape: .product, name: \.name
  ) { product, check, folder in
    product.folder = folder
    for (index, file) in product.files.enumerated()
    where !Folder.hasFile(file.template, in: product.folder) {
      check.add(
        "files[\(index)].template",
        "\(Problem.quoted(file.template)) is not a file in \(product.folder.printable())")
    }
    for (name, setting) in product.settings.sorted(by: { $0.key < $1.key }) {
      if let complaint = setting.complaint(about: setting.default) {
        check.add("settings.\(name).default", complaint)
      }
    }
  }
}

extension Kind<Suite> {
  static let suite = Kind(
    noun: "suite", folder: "suites", suffix: "/suite.yaml", shape: .suite, name: \.name
  ) { suite, _, folder in suite.folder = folder }
}

extension Kind<ImageRecipe> {
  static let image = Kind(
    noun: "image", folder: "images", suffix: ".yaml", shape: .image, name: \.name
  ) { image, check, _ in
    if (image.build == nil) == (image.pull == nil) {
      check.add("", "expected exactly one of \"build\" and \"pull\"")
    }
    if let pull = image.pull, pull.sha256 == nil, pull.sha512 == nil {
      check.add("pull", "expected a checksum: \"sha256\" or \"sha512\"")
    }
  }
}

extension Product.SettingDeclaration {
  /// What is wrong with a value for this setting; nil when nothing is.
  func complaint(about value: Setting) -> String? {
    switch (type, value) {
    case (.bool, .bool), (.integer, .integer): nil
    case (.string, .string(let text)):
      pattern.flatMap { pattern in
        (try? Regex(pattern).wholeMatch(in: text)) == nil
          ? "expected text like \(Problem.quoted(pattern)), got \(Problem.quoted(text))" : nil
      }
    case (.string, _): "expected text, got \(value.text); write it in quotes"
    case (.bool, _): "expected true or false, got \(Problem.quoted(value.text))"
    case (.integer, _): "expected a whole number, got \(Problem.quoted(value.text))"
    }
  }
}

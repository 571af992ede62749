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
    check.checkDeployed(product)
  }
}

extension Kind<Companion> {
  static let companion = Kind(
    noun: "companion", folder: "companions", suffix: ".yaml", shape: .companion, name: \.name
  ) { companion, check, folder in
    companion.folder = folder
    check.checkDeployed(companion)
    if companion.role == .product {
      check.add("role", "expected a role beside the product's, got \"product\"")
    }
    let fronts = companion.fronts
    if !["never", "always"].contains(fronts), companion.settings[fronts]?.type != .bool {
      check.add(
        "fronts",
        "expected never, always or the name of a setting of type bool, got \(Problem.quoted(fronts))"
      )
    }
  }
}

extension ShapeCheck {
  fileprivate mutating func checkDeployed(_ deployable: any Deployable) {
    checkShell(of: deployable)
    for (index, file) in deployable.files.enumerated()
    where !Folder.hasFile(file.template, in: deployable.folder) {
      add(
        "files[\(index)].template",
        "\(Problem.quoted(file.template)) is not a file in \(deployable.folder.printable())")
    }
    for (name, setting) in deployable.settings.sorted(by: { $0.key < $1.key }) {
      if let complaint = setting.complaint(about: setting.default) {
        add("settings.\(name).default", complaint)
      }
      if let heard = setting.heard, setting.type != .bool, !Rule.expressionWithGroup.holds(heard) {
        add("settings.\(name).heard", "expected a regular expression with a group")
      }
      if let heard = setting.heardInFile, setting.type != .bool,
        !Rule.expressionWithGroup.holds(heard)
      {
        add("settings.\(name).heard_in_file", "expected a regular expression with a group")
      }
      if setting.takes != nil, setting.type != .file {
        add("settings.\(name).takes", "only a setting of type file takes files")
      }
    }
  }
}

extension Kind<Suite> {
  static let suite = Kind(
    noun: "suite", folder: "suites", suffix: "/suite.yaml", shape: .suite, name: \.name
  ) { suite, _, folder in suite.folder = folder }
}

extension ShapeCheck {
  /// Commands are for the shell that the machines have.
  fileprivate mutating func checkShell(of deployable: any Deployable) {
    let windows = Set(deployable.os).intersection(EnvironmentProfile.OSWanted.windows)
    let isPowerShell = deployable.shell == .powershell
    if isPowerShell, windows.count != Set(deployable.os).count {
      add(
        "shell", "powershell is for Windows alone; os has \(deployable.os.joined(separator: ", "))")
    }
    if !isPowerShell, !windows.isEmpty {
      add(
        "os",
        "its commands are for sh, which Windows has not; give it a YAML of its own, with shell: powershell"
      )
    }
    if isPowerShell, !deployable.shares.isEmpty {
      add("shares", "a machine with Windows shares no files")
    }
  }
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
    case (.file, .string(let text)):
      text.isEmpty ? nil : "a file's text belongs under \"files\""
    case (.file, _): "a file's text belongs under \"files\""
    case (.string, _): "expected text, got \(value.text); write it in quotes"
    case (.bool, _): "expected true or false, got \(Problem.quoted(value.text))"
    case (.integer, _): "expected a whole number, got \(Problem.quoted(value.text))"
    }
  }
}

import CaseModel
import Yams

extension ProfileDocument {
  /// The YAML of a profile: always in the same order, with a header on how to edit it.
  ///
  /// - Parameters:
  ///   - detail: gives each field the words that it came from, as a comment above it.
  ///   - comments: somebody's own.
  public static func write(
    _ profile: EnvironmentProfile, detail: InstallationDetail? = nil
  ) throws(CaselabError) -> String {
    try write(profile, detail: detail, keeping: YAMLComments())
  }

  static func write(
    _ profile: EnvironmentProfile, detail: InstallationDetail?, keeping comments: YAMLComments
  ) throws(CaselabError) -> String {
    do {
      let yaml = try serialize(
        node: profile.yaml, width: -1, allowUnicode: !profile.hasFormatCharacters)
      var all = comments
      for (path, lines) in ProfileComments.all(of: profile, detail).lines {
        all.lines[path, default: []] += lines
      }
      return header + all.woven(into: yaml)
    } catch {
      throw CaselabError(
        .badInput, "the profile of case \"\(profile.case.printable())\" cannot be written as YAML",
        cause: error)
    }
  }

  static let header = """
    # yaml-language-server: $schema=../../profile.schema.json
    # What the lab builds for this case. Edit it: what stands here is built. Your changes, and your
    # comments, are kept when it is derived anew. Lines with "#:" say where a value comes from.
    #   caselab profile check CASE     after an edit: are all names, versions and values known?
    #   caselab profile explain CASE   each fact: the words it came from, what is built, how near
    #   caselab plan CASE              what would be built, step by step
    # product.settings takes the settings that the product declares, such as  require_tls: true
    # product.configuration is text added to the end of the product's configuration:
    #   configuration: |
    #     MaxInstances 5

    """
}

extension EnvironmentProfile {
  fileprivate var yaml: Node {
    .fields([
      ("schema", .text(schema)), ("case", .text(`case`)),
      (
        "product",
        .fields([
          ("name", .text(product.name)), ("version", .text(product.version)),
          ("host", .text(product.host)),
          ("settings", product.settings.isEmpty ? nil : .settings(product.settings)),
          ("configuration", .text(product.configuration)),
          ("certificate", .text(product.certificate)),
        ])
      ),
      ("os", .fields([("id", .text(os.id)), ("version", .text(os.version))])),
      ("arch", .text(arch)), ("protocols", .texts(protocols)), ("timezone", .text(timezone)),
      ("locale", .text(locale)),
      (
        "node",
        .fields([
          ("memory_mib", .integer(node.memoryMiB)), ("cpus", .integer(self.node.cpus)),
          ("disk_gib", .integer(node.diskGiB)),
        ])
      ),
      ("system", system == .init() ? nil : system.yaml), ("links", .map(links, \.yaml)),
      ("nodes", .map(nodes, \.yaml)),
      ("suites", .texts(suites)),
    ])
  }

  /// Such as direction overrides, which make an editor show something else than is there.
  fileprivate var hasFormatCharacters: Bool {
    ([product.configuration ?? ""] + nodes.values.flatMap(\.files.values)).contains { text in
      text.unicodeScalars.contains { $0.properties.generalCategory == .format }
    }
  }
}

extension EnvironmentProfile.SystemWanted {
  fileprivate var yaml: Node {
    func texts(_ values: [String: String]) -> Node? { .map(values) { .text($0) ?? Node("") } }
    return .fields([
      ("variables", texts(variables)), ("limits", texts(limits)), ("sysctl", texts(sysctl)),
      ("kernel_arguments", kernelArguments.isEmpty ? nil : .texts(kernelArguments)),
      ("ipv6", ipv6 ? nil : Node("false")),
    ])
  }
}

extension EnvironmentProfile.LinkWanted {
  fileprivate var yaml: Node {
    .fields([("subnet", .text(subnet)), ("nodes", .map(nodes) { .text($0) ?? Node("") })])
  }
}

extension EnvironmentProfile.NodeWanted {
  fileprivate var yaml: Node {
    .fields([
      ("companion", .text(companion)), ("host", .text(host)),
      ("os", os.map { .fields([("id", .text($0.id)), ("version", .text($0.version))]) }),
      ("settings", settings.isEmpty ? nil : .settings(settings)),
      ("files", .map(files) { .text($0) ?? Node("") }),
    ])
  }
}

extension Node {
  /// Fields without a value are left out.
  fileprivate static func fields(_ fields: [(String, Node?)]) -> Node {
    Node(
      fields.compactMap { name, value in value.map { (Node(name), $0) } }, .implicit, .block)
  }

  fileprivate static func text(_ text: String?) -> Node? { text.map { .quotedIfNeeded($0) } }

  fileprivate static func texts(_ texts: [String]) -> Node {
    Node(texts.map { .quotedIfNeeded($0) }, .implicit, .flow)
  }

  fileprivate static func integer(_ value: Int) -> Node { Node(String(value)) }

  /// Sorted by name; nil when it is empty.
  fileprivate static func map<Value>(
    _ values: [String: Value], _ yaml: (Value) -> Node
  ) -> Node? {
    values.isEmpty
      ? nil : .fields(values.sorted { $0.key < $1.key }.map { ($0.key, yaml($0.value)) })
  }

  fileprivate static func settings(_ settings: [String: Setting]) -> Node {
    .fields(
      settings.sorted { $0.key < $1.key }.map { name, value in
        if case .string(let text) = value { return (name, .quotedIfNeeded(text)) }
        return (name, Node(value.text))
      })
  }

  /// Quoted where another reader would see a number, a truth value or a date.
  private static func quotedIfNeeded(_ text: String) -> Node {
    let style: Scalar.Style = text.contains { $0.isNewline } ? .literal : .any
    guard text == text.printable(limit: .max) || style == .literal else {
      return Node(text, Tag(.str), .doubleQuoted)
    }
    let isText = Node(text).tag == Tag(.str) && !text.isEmpty && text != "~"
    return Node(text, Tag(.str), isText ? style : .singleQuoted)
  }
}

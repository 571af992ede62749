import CaseModel
import Mustache

/// Renders the configuration files of a node's product or companion.
struct TemplateContext {
  let layout: EnvironmentLayout
  let node: Topology.Node
  /// Version of the product that was installed.
  let version: String?

  /// - Throws: `badInput` when the template is no Mustache, or a value would not stay on its line.
  func render(_ template: String, name: String) throws -> String {
    try checkValues()
    do {
      let parsed = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + template)
      return parsed.render(values)
    } catch {
      throw CaselabError(
        .badInput,
        "template \"\(name)\" of \"\(layout.deployable(node).name)\" cannot be read",
        cause: error)
    }
  }

  private var values: [String: Any] {
    let profile = layout.profile
    return [
      "product": ["name": layout.product.name, "version": version ?? ""],
      "node": [
        "name": node.name, "role": node.role.rawValue, "host": node.host,
        "address": node.interfaces.first?.address.description ?? "127.0.0.1",
        "domain": profile.domain, "linked": !node.interfaces.isEmpty,
      ] as [String: Any],
      "roles": roles,
      "settings": layout.settings(node).mapValues(\.mustache),
      "protocols": protocols,
      "accounts": layout.accounts.map {
        ["name": $0.name, "home": $0.home, "writable": $0.writable, "uid": $0.uid]
          as [String: Any]
      },
      "timezone": profile.timezone ?? "Etc/UTC",
      "configuration": profile.product.configuration ?? "",
    ]
  }

  /// The first node of each role, as it is reached from this one.
  private var roles: [String: Any] {
    let topology = layout.topology
    var sections: [String: Any] = [:]
    for other in topology.nodes.reversed() {
      let address =
        other.role == .product
        ? topology.productAddress(from: node) : topology.address(of: other, from: node)
      sections[other.role.rawValue] =
        [
          "host": other.host, "address": address?.description ?? "",
          "companion": other.companion ?? "",
          "settings": layout.settings(other).mapValues(\.mustache),
        ] as [String: Any]
    }
    return sections
  }

  /// A section per protocol of the profile; a dash in its name becomes `_`.
  private var protocols: [String: Any] {
    var sections: [String: Any] = [:]
    for (name, endpoint) in layout.product.protocols
    where layout.profile.protocols.contains(name) {
      sections[name.replacing("-", with: "_")] = ["port": endpoint.port]
    }
    return sections
  }

  private func checkValues() throws {
    var texts = [("timezone", layout.profile.timezone ?? "")]
    for other in layout.topology.nodes {
      let path =
        other.role == .product ? "product.settings." : "nodes.\(other.name).settings."
      texts += layout.settings(other).map { (path + $0.key, $0.value.text) }
    }
    for (field, text) in texts where text.unicodeScalars.contains(where: { $0.value < 32 }) {
      throw CaselabError(
        .badInput, "profile field \"\(field)\" has a control character: \"\(text.printable())\"",
        hint: "a value is one line; whole lines belong in product.configuration")
    }
  }
}

extension Setting {
  fileprivate var mustache: Any {
    switch self {
    case .bool(let value): value
    case .integer(let value): value
    case .string(let value): value
    }
  }
}

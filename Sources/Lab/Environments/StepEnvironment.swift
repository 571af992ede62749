import CaseModel
import Machines

/// The environment variables that the scripts of products, companions and suites get; values travel
/// this way and never inside a script's text.
enum StepEnvironment {
  static let folder = "/etc/caselab"
  static let description = folder + "/environment.json"
  static let accounts = folder + "/accounts"
  static let links = folder + "/links"
  static let files = folder + "/files"
  static let certificate = folder + "/bin/certificate"
  static let authority = [folder + "/tls/ca.pem", folder + "/tls/ca.key"]

  /// For steps that build a layer.
  static let building = [
    "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8",
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root",
  ]

  /// Without what would only do harm in Windows, which has all of its own.
  static func fitting(_ values: [String: String], _ system: GuestSystem) -> [String: String] {
    system == .posix ? values : values.filter { building[$0.key] == nil }
  }

  /// The product's defaults, overridden by the profile.
  static func settings(_ profile: EnvironmentProfile, product: Product) -> [String: Setting] {
    product.settings.mapValues(\.default).merging(profile.product.settings) { $1 }
  }

  /// For steps and suites in a node of a running environment.
  static func running(_ layout: EnvironmentLayout, in node: Topology.Node) -> [String: String] {
    let profile = layout.profile
    var values = building
    values["CASELAB_ENVIRONMENT"] = description
    values["CASELAB_ACCOUNTS"] = accounts
    values["CASELAB_NODE"] = node.name
    values["CASELAB_ROLE"] = node.role.rawValue
    values["CASELAB_HOST"] = node.host
    values["CASELAB_ADDRESS"] = node.interfaces.first?.address.description ?? "127.0.0.1"
    values["CASELAB_DOMAIN"] = profile.domain
    values["CASELAB_PROTOCOLS"] = profile.protocols.joined(separator: " ")
    values["CASELAB_PRODUCT_PORTS"] = ports(layout)
    values["CASELAB_FRONT_ADDRESS"] = layout.topology.frontAddress?.description ?? ""
    values["CASELAB_TIMEZONE"] = profile.timezone ?? "Etc/UTC"
    values["CASELAB_LOCALE"] = profile.locale ?? ""
    add(layout.settings(node), to: &values, prefix: "CASELAB_SETTING_")
    let roles = Set(layout.topology.nodes.map(\.role)).sorted()
    values["CASELAB_ROLES"] = roles.map(\.rawValue).joined(separator: " ")
    for role in roles { addRole(role, layout, from: node, to: &values) }
    return values
  }

  /// The first node of a role as it is reached from another, and the addresses of all.
  private static func addRole(
    _ role: NodeRole, _ layout: EnvironmentLayout, from node: Topology.Node,
    to values: inout [String: String]
  ) {
    let nodes = layout.topology.nodes(of: role)
    guard let first = nodes.first else { return }
    values.merge(variables(of: first, layout, from: node)) { $1 }
    values["CASELAB_\(role.rawValue.uppercased())_ADDRESSES"] = nodes.compactMap { other in
      other == node
        ? node.interfaces.first?.address : layout.topology.address(of: other, from: node)
    }.map(\.description).joined(separator: " ")
  }

  /// One node as it is reached from another, under the name of its role.
  static func variables(
    of other: Topology.Node, _ layout: EnvironmentLayout, from node: Topology.Node
  ) -> [String: String] {
    let topology = layout.topology
    let prefix = "CASELAB_\(other.role.rawValue.uppercased())_"
    let address =
      other.role == .product
      ? topology.productAddress(from: node)
      : other == node ? node.interfaces.first?.address : topology.address(of: other, from: node)
    var values = [
      prefix + "HOST": other.host,
      prefix + "ADDRESS": address?.description ?? (topology.isAlone ? "127.0.0.1" : ""),
    ]
    add(layout.settings(other), to: &values, prefix: prefix + "SETTING_")
    return values
  }

  private static func add(
    _ settings: [String: Setting], to values: inout [String: String], prefix: String
  ) {
    for (name, setting) in settings { values[prefix + name.uppercased()] = setting.text }
  }

  /// TCP ports that the profile's protocols are served on, each once.
  private static func ports(_ layout: EnvironmentLayout) -> String {
    let ports = layout.profile.protocols.compactMap { layout.product.protocols[$0]?.port }
    return Set(ports).sorted().map(String.init).joined(separator: " ")
  }
}

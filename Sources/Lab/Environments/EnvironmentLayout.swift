import CaseModel

/// All that the nodes of an environment are told of it and of each other.
public struct EnvironmentLayout: Sendable {
  public let profile: EnvironmentProfile
  public let product: Product
  public let companions: [String: Companion]
  public let topology: Topology
  public let run: Int
  /// Whether the links' switch answers for what would leave.
  public var hasSink = true
  let accounts: [Account]

  /// An account with what the lab made for it.
  struct Account: Codable, Equatable, Sendable {
    var name: String
    var password: String
    var home: String
    var writable: Bool
    /// The same on every node and in every directory.
    var uid: Int
    /// Path of the private key that the product's `configure` makes.
    var key: String
  }

  /// - Parameter companions: those of the profile's nodes, by name.
  public init(
    profile: EnvironmentProfile, product: Product, companions: [String: Companion], run: Int
  ) throws(CaselabError) {
    self.profile = profile
    self.product = product
    self.companions = companions
    self.run = run
    topology = try Topology(profile, companions: companions)
    accounts = product.accounts.enumerated().map { index, account in
      Account(
        name: account.name, password: Self.password(), home: account.home,
        writable: account.writable, uid: 2001 + index,
        key: StepEnvironment.folder + "/keys/" + account.name)
    }
  }

  public func deployable(_ node: Topology.Node) -> any Deployable {
    node.companion.flatMap { companions[$0] } ?? product
  }

  /// The declared defaults, overridden by the profile; a file's value is its path in the guest.
  func settings(_ node: Topology.Node) -> [String: Setting] {
    guard node.role != .product else {
      return StepEnvironment.settings(profile, product: product)
    }
    var values = deployable(node).settings.mapValues(\.default)
    let wanted = profile.nodes[node.name]
    values.merge(wanted?.settings ?? [:]) { $1 }
    for file in wanted?.files.keys.sorted() ?? [] {
      values[file] = .string(StepEnvironment.files + "/" + file)
    }
    return values
  }

  /// The host name of the product as the node reaches it.
  func productHost(from node: Topology.Node) -> String {
    node.role == .product
      ? "127.0.0.1" : topology.node(EnvironmentProfile.productNode)?.host ?? ""
  }

  /// `name:password:home:rw|ro:uid`, a line an account.
  var accountLines: String {
    accounts.map {
      "\($0.name):\($0.password):\($0.home):\($0.writable ? "rw" : "ro"):\($0.uid)\n"
    }.joined()
  }

  /// 24 letters and digits from the system's random source, of each kind at least one, as the
  /// password rules of directories ask for.
  static func password() -> String {
    let kinds = ["abcdefghijkmnpqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789"].map(Array.init)
    var random = SystemRandomNumberGenerator()
    let all = kinds.flatMap { $0 }
    let letters =
      kinds.compactMap { $0.randomElement(using: &random) }
      + (0..<21).compactMap { _ in all.randomElement(using: &random) }
    return String(letters.shuffled(using: &random))
  }
}

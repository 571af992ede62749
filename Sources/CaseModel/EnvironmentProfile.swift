/// What to build for a case: derived from the installation detail, then editable as YAML.
///
/// The YAML keys are the `CodingKeys`; unknown keys are errors.
public struct EnvironmentProfile: Codable, Equatable, Sendable {
  public static let currentSchema = "caselab.profile/1"

  public var schema = currentSchema
  public var `case`: String
  public var product: ProductWanted
  public var os: OSWanted
  public var arch = "x86_64"
  /// The protocols the customer uses; suites list tests of the others as `not applicable`.
  public var protocols: [String] = []
  public var timezone: String?
  public var locale: String?
  public var node = NodeSize()
  public var system = SystemWanted()
  /// Network segments by name; none: the product's node stands alone.
  public var links: [String: LinkWanted] = [:]
  /// The machines beside the product's, by name.
  public var nodes: [String: NodeWanted] = [:]
  public var suites: [String] = []
  /// What becomes of each of the customer's facts; worked out anew from the detail whenever the
  /// profile is read, and so not in its YAML, where an edit would make it wrong.
  public var fidelity: [FidelityRow] = []

  public init(case: String, product: ProductWanted, os: OSWanted) {
    self.case = `case`
    self.product = product
    self.os = os
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    schema = try values.decode(String.self, forKey: .schema)
    `case` = try values.decode(String.self, forKey: .case)
    product = try values.decode(ProductWanted.self, forKey: .product)
    os = try values.decode(OSWanted.self, forKey: .os)
    arch = try values.decode(String.self, forKey: .arch)
    protocols = try values.decode([String].self, forKey: .protocols)
    timezone = try values.decodeIfPresent(String.self, forKey: .timezone)
    locale = try values.decodeIfPresent(String.self, forKey: .locale)
    node = try values.decode(NodeSize.self, forKey: .node)
    system = try values.decodeIfPresent(SystemWanted.self, forKey: .system) ?? SystemWanted()
    links = try values.decodeIfPresent([String: LinkWanted].self, forKey: .links) ?? [:]
    nodes = try values.decodeIfPresent([String: NodeWanted].self, forKey: .nodes) ?? [:]
    suites = try values.decode([String].self, forKey: .suites)
    fidelity = try values.decodeIfPresent([FidelityRow].self, forKey: .fidelity) ?? []
  }

  public struct ProductWanted: Codable, Equatable, Sendable {
    /// The name while nobody knows which product it is.
    public static let unknown = "unknown"

    /// As the catalogue has it; nothing is installed of a name that the catalogue lacks.
    public var name: String
    /// As the customer named it; nil: whatever the OS ships.
    public var version: String?
    /// The name that the customer's clients know it by.
    public var host: String?
    /// Values for the settings that the product's YAML declares.
    public var settings: [String: Setting] = [:]
    /// Lines added to the end of the product's main configuration file as they are.
    public var configuration: String?
    /// The customer's certificate (PEM): what the lab makes for the server has its kind of key, its
    /// digest, validity and names.
    public var certificate: String?
    public init(name: String, version: String? = nil) {
      self.name = name
      self.version = version
    }
  }

  public struct OSWanted: Codable, Equatable, Sendable {
    public var id: String
    public var version: String
    public var isWindows: Bool { Self.windows.contains(id) }
    /// As the intake has them.
    public static let windows: Set = ["windows", "windows-server"]
    public init(id: String, version: String) {
      self.id = id
      self.version = version
    }
  }

  public struct NodeSize: Codable, Equatable, Sendable {
    public var memoryMiB = 1024
    public var cpus = 2
    public var diskGiB = 8
    public init() {}
    enum CodingKeys: String, CodingKey {
      case memoryMiB = "memory_mib"
      case cpus
      case diskGiB = "disk_gib"
    }
  }
}

extension EnvironmentProfile {
  /// One network segment and who is on it.
  public struct LinkWanted: Codable, Equatable, Sendable {
    /// `10.77.0.0/24`
    public var subnet: String
    /// Node -> its address, or `auto`.
    public var nodes: [String: String]
    public init(subnet: String, nodes: [String: String]) {
      self.subnet = subnet
      self.nodes = nodes
    }
  }

  /// A machine beside the product's own, which is always called `product`.
  public struct NodeWanted: Codable, Equatable, Sendable {
    /// As the catalogue has it; `product` for one more node of the product.
    public var companion: String
    /// Full host name; the companion's own in the environment's domain without it.
    public var host: String?
    /// The companion's own image without it.
    public var os: OSWanted?
    public var settings: [String: Setting] = [:]
    /// The customer's own files, by the setting of type `file` that takes them.
    public var files: [String: String] = [:]
    public init(companion: String) { self.companion = companion }

    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      companion = try values.decode(String.self, forKey: .companion)
      host = try values.decodeIfPresent(String.self, forKey: .host)
      os = try values.decodeIfPresent(OSWanted.self, forKey: .os)
      settings = try values.decodeIfPresent([String: Setting].self, forKey: .settings) ?? [:]
      files = try values.decodeIfPresent([String: String].self, forKey: .files) ?? [:]
    }
  }

  /// The name of the product's own node.
  public static let productNode = "product"
  /// Where the nodes' host names are, unless the product's or their own say otherwise.
  public static let defaultDomain = "customer.example"

  /// The domain of the product's host name.
  public var domain: String {
    guard let host = product.host, let dot = host.firstIndex(of: ".") else {
      return Self.defaultDomain
    }
    return String(host[host.index(after: dot)...])
  }
}

/// One value of a product's setting.
public enum Setting: Equatable, Sendable {
  case bool(Bool)
  case integer(Int)
  case string(String)

  public var text: String {
    switch self {
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .string(let value): value
    }
  }
}

extension Setting: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else {
      self = .string(try container.decode(String.self))
    }
  }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .bool(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    }
  }
}

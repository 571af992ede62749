/// What stands around the product, built from a real component: a directory, a firewall, a proxy.
///
/// `Profiles/companions/<name>.yaml`.
public struct Companion: Codable, Equatable, Sendable, Deployable {
  public static let currentSchema = "caselab.companion/1"

  public var schema: String
  public var name: String
  public var title: String
  public var role: NodeRole
  /// Kinds of integration, as the installation detail has them, that it rebuilds.
  public var standsFor: [String]
  /// The makes that it is; any other make of such a kind is rebuilt approximately.
  public var makes: [String]
  /// Makes of such a kind that it is too far from: these are left out rather than rebuilt as it.
  public var unlike: [String]?
  /// os-release `ID`s it can be installed on.
  public var os: [String]
  /// What its commands are for, but for its checks, which are for `sh`; `sh` when nil.
  public var shell: Product.Shell?
  /// What it runs on where the profile's node says nothing else.
  public var image: EnvironmentProfile.OSWanted
  public var node: EnvironmentProfile.NodeSize
  /// Host name in the environment's domain.
  public var host: String
  /// Where it stands: `inside`, with the product, or `outside`, with the clients; or on both.
  public var links: [Side]
  /// Whether traffic crosses it: the other nodes get routes through it.
  public var forwards: Bool
  /// When it answers to the product's names on links that the product is not on: `never`, `always`,
  /// or while the setting of that name is true.
  public var fronts: String
  public var settings: [String: Product.SettingDeclaration]
  public var version: Product.VersionProbe?
  public var install: [Product.Step]
  public var files: [Product.TemplateFile]
  public var configure: [Product.Step]
  public var start: [Product.Step]
  public var health: Product.HealthCheck?
  /// Tests of the run that prove it from another node.
  public var checks: [Check]
  public var logs: [String]
  public var configuration: [String]
  public var shares: [String]
  public var heardIn: [String]
  /// The folder of its templates; not in the YAML.
  public var folder: String = ""

  public enum Side: String, Codable, Sendable { case inside, outside }

  public struct Check: Codable, Equatable, Sendable {
    public var name: String
    /// The role whose node runs it; left out where the environment has none.
    public var from: NodeRole
    public var run: String
    /// Seconds.
    public var timeout: Int
  }

  enum CodingKeys: String, CodingKey {
    case schema, name, title, role, makes, unlike, os, shell, image, node, host, links, forwards,
      fronts,
      settings
    case version, install, files, configure, start, health, checks, logs, configuration, shares
    case standsFor = "stands_for"
    case heardIn = "heard_in"
  }

  /// Whether it answers to the product's names, with these settings.
  public func isFront(_ values: [String: Setting]) -> Bool {
    switch fronts {
    case "never": false
    case "always": true
    default: (values[fronts] ?? settings[fronts]?.default) == .bool(true)
    }
  }
}

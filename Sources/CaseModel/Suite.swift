/// Tests that run against an environment: a command, a result format, what they need.
///
/// `Profiles/suites/<name>/suite.yaml`; the folder's other files are copied into the guest.
public struct Suite: Codable, Equatable, Sendable {
  public static let currentSchema = "caselab.suite/1"

  public enum Format: String, Codable, Sendable { case junit, tap, exit }

  public var schema: String
  public var name: String
  public var title: String
  /// Script for `sh -eu`, run in the suite's folder in the guest; `$CASELAB_ENVIRONMENT` is the
  /// path of the environment description, `$CASELAB_RESULTS` of the results file to write.
  public var run: String
  public var format: Format
  public var needs: Needs
  /// Seconds for the whole suite.
  public var timeLimit: Int
  /// What it leaves behind in the guest, for people; nothing when empty.
  public var leaves: String
  /// Paths or globs in the guest that are kept as artifacts, such as client logs.
  public var artifacts: [String]
  /// The node that it runs in: of the first of these roles that the environment has.
  public var on: [NodeRole]
  public var folder: String = ""

  public init(
    name: String, title: String, run: String, format: Format, needs: Needs = Needs(),
    timeLimit: Int, leaves: String = "", artifacts: [String] = [],
    on: [NodeRole] = [.client, .product]
  ) {
    schema = Self.currentSchema
    self.name = name
    self.title = title
    self.run = run
    self.format = format
    self.needs = needs
    self.timeLimit = timeLimit
    self.leaves = leaves
    self.artifacts = artifacts
    self.on = on
  }

  public struct Needs: Codable, Equatable, Sendable {
    /// Applicable when the profile has at least one of these; any profile when empty.
    public var protocols: [String]
    /// Applicable to these products alone; to any when empty.
    public var products: [String]
    /// Applicable when the environment has a node of each of these.
    public var roles: [NodeRole]
    /// Script that installs what the suite needs; part of the layer, so it has an uplink.
    public var install: [Product.Step]
    public init(
      protocols: [String] = [], products: [String] = [], roles: [NodeRole] = [],
      install: [Product.Step] = []
    ) {
      self.protocols = protocols
      self.products = products
      self.roles = roles
      self.install = install
    }
  }

  enum CodingKeys: String, CodingKey {
    case schema, name, title, run, format, needs, leaves, artifacts, on
    case timeLimit = "time_limit"
  }
}

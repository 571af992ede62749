/// The software under support: how to install version X on OS Y, configure, check, find its logs.
///
/// `Profiles/products/<name>.yaml`. Every command is a script for `sh -eu` in the guest; values
/// reach it as environment variables (`CASELAB_*`), never by pasting them into the text.
public struct Product: Codable, Equatable, Sendable {
  public static let currentSchema = "caselab.product/1"

  public var schema: String
  public var name: String
  public var title: String
  /// Other spellings that customers use.
  public var aliases: [String]
  /// os-release `ID`s it can be installed on.
  public var os: [String]
  /// What its commands are for; `sh` when nil.
  public var shell: Shell?
  /// Protocol -> where it is served when the profile has it.
  public var protocols: [String: Endpoint]
  public var settings: [String: SettingDeclaration]
  public var accounts: [Account]
  /// Nil only where there is nothing to install, as `health` is.
  public var version: VersionProbe?
  public var install: [Step]
  public var files: [TemplateFile]
  public var configure: [Step]
  public var start: [Step]
  public var health: HealthCheck?
  /// What its server must offer beyond the base of its protocols, as FEAT names it: a suite's test
  /// of a feature that is neither named here nor offered is not applicable.
  public var features: [String]
  /// Paths or shell globs of log files, collected as artifacts and shown by `caselab logs`.
  public var logs: [String]
  /// Paths or shell globs of configuration files, collected as deployed.
  public var configuration: [String]
  /// Paths or shell globs of files that the nodes configured after it get, such as clients' keys.
  public var shares: [String]
  public var heardIn: [String]
  /// Roles that its configuration knows to use; a node of another stands unused beside it.
  public var uses: [NodeRole]
  /// The folder the YAML was read from, where its templates are; not in the YAML.
  public var folder: String = ""

  public enum Shell: String, Codable, Sendable { case sh, powershell }

  public struct Endpoint: Codable, Equatable, Sendable {
    /// TCP port.
    public var port: Int
  }

  public struct SettingDeclaration: Codable, Equatable, Sendable {
    /// `file`: text of several lines, whose path in the guest is the value.
    public enum Kind: String, Codable, Sendable { case bool, integer, string, file }
    public var type: Kind
    public var `default`: Setting
    /// A regular expression that a string must match whole.
    public var pattern: String?
    public var help: String?
    /// A regular expression that finds the value in what the customer said of the integration: its
    /// first group, or `true` where it matches for a truth value.
    public var heard: String?
    /// A regular expression that says `false` of a truth value.
    public var heardNot: String?
    /// A regular expression whose groups, with `-` between them, are the value, in a file of the
    /// customer's: one that the same node takes, or one of a kind that it hears. Of a truth value it
    /// is whether they say `on`, `yes`, `true` or `1`, or, without a group, `true` where it matches.
    public var heardInFile: String?
    /// Of a `file`: the kinds of the ticket's configuration that it takes, as intake names them.
    public var takes: [String]?

    enum CodingKeys: String, CodingKey {
      case type, `default`, pattern, help, heard, takes
      case heardNot = "heard_not"
      case heardInFile = "heard_in_file"
    }
  }

  /// An account that the product gets; the lab makes the password, `configure` creates it.
  public struct Account: Codable, Equatable, Sendable {
    public var name: String
    /// Absolute path of its files.
    public var home: String
    public var writable: Bool
  }

  public struct VersionProbe: Codable, Equatable, Sendable {
    /// Prints the installable versions, one per line, as the package manager writes them.
    public var available: String?
    /// Prints the version that runs.
    public var run: String
    /// A regular expression whose first group is the product's version, for both outputs.
    public var pattern: String
  }

  public struct Step: Codable, Equatable, Sendable {
    public var name: String
    public var run: String
    /// Seconds; 900 when nil.
    public var timeout: Int?
    /// Of a step that installs: it asks for nothing but files and the system's own packages, so that
    /// it may be run in a chroot on the host instead of in a machine. False when nil.
    public var chroot: Bool?
    public init(name: String, run: String, timeout: Int? = nil, chroot: Bool? = nil) {
      self.name = name
      self.run = run
      self.timeout = timeout
      self.chroot = chroot
    }
  }

  /// A Mustache template of the product's folder, rendered from the profile and put into the guest.
  public struct TemplateFile: Codable, Equatable, Sendable {
    public var template: String
    public var path: String
    /// Octal, as chmod(1) takes it; 0644 when nil.
    public var mode: String?
  }

  public struct HealthCheck: Codable, Equatable, Sendable {
    public var run: String
    /// Seconds until it must have passed; it is tried again each second.
    public var timeout: Int
  }

  enum CodingKeys: String, CodingKey {
    case schema, name, title, aliases, os, shell, protocols, settings, accounts, version, install,
      files
    case configure, start, health, features, logs, configuration
    case shares, uses
    case heardIn = "heard_in"
  }
}

/// What is installed in a node, configured, started and checked: a product or a companion.
///
/// Every command is a script for `sh -eu` in the guest; values reach it as environment variables
/// (`CASELAB_*`), never by pasting them into the text.
public protocol Deployable: Sendable {
  var name: String { get }
  var title: String { get }
  /// os-release `ID`s it can be installed on.
  var os: [String] { get }
  var shell: Product.Shell? { get }
  var settings: [String: Product.SettingDeclaration] { get }
  /// The kinds of the ticket's configuration, as intake names them, in which settings are found by
  /// their `heardInFile`.
  var heardIn: [String] { get }
  var version: Product.VersionProbe? { get }
  var install: [Product.Step] { get }
  var files: [Product.TemplateFile] { get }
  var configure: [Product.Step] { get }
  var start: [Product.Step] { get }
  var health: Product.HealthCheck? { get }
  /// Paths or shell globs of log files, collected as artifacts.
  var logs: [String] { get }
  /// Paths or shell globs of configuration files, collected as deployed.
  var configuration: [String] { get }
  /// Paths or shell globs of files that nodes configured later get, at the same path.
  var shares: [String] { get }
  /// Where its templates are.
  var folder: String { get }
}

extension Product: Deployable {}

import CaseModel
import Foundation

/// What a suite is told of the environment: `/etc/caselab/environment.json` in the guest.
struct EnvironmentDescription: Codable, Equatable, Sendable {
  var schema = "caselab.environment/1"
  var `case`: String
  var run: Int
  var product: InstallationDetail.Software
  var host = "127.0.0.1"
  var protocols: [String: Product.Endpoint]
  /// Protocols of the product that the profile does not have.
  var notUsed: [String]
  var accounts: [Account]
  var settings: [String: Setting]
  var features: [String]
  var timezone: String
  var tls = TLS()

  struct Account: Codable, Equatable, Sendable {
    var name: String
    var password: String
    var home: String
    var writable: Bool
    /// Path of the private key that `configure` makes.
    var key: String
  }

  struct TLS: Codable, Equatable, Sendable {
    var ca = StepEnvironment.folder + "/tls/ca.pem"
  }

  enum CodingKeys: String, CodingKey {
    case schema, `case`, run, product, host, protocols, accounts, settings, features, timezone, tls
    case notUsed = "not_used"
  }

  init(
    profile: EnvironmentProfile, run: Int, product: Product, version: String?,
    passwords: [String: String]
  ) {
    self.case = profile.case
    self.run = run
    self.product = .init(name: product.name, version: version)
    protocols = product.protocols.filter { profile.protocols.contains($0.key) }
    notUsed = product.protocols.keys.filter { !profile.protocols.contains($0) }.sorted()
    accounts = product.accounts.map {
      Account(
        name: $0.name, password: passwords[$0.name] ?? "", home: $0.home, writable: $0.writable,
        key: StepEnvironment.folder + "/keys/" + $0.name)
    }
    settings = StepEnvironment.settings(profile, product: product)
    features = product.features
    timezone = profile.timezone ?? "Etc/UTC"
  }

  func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try Array(encoder.encode(self))
  }

  /// `name:password:home:rw|ro`, a line an account.
  var accountLines: String {
    accounts.map { "\($0.name):\($0.password):\($0.home):\($0.writable ? "rw" : "ro")\n" }.joined()
  }

  /// 24 letters and digits from the system's random source.
  static func password() -> String {
    let letters = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789")
    var random = SystemRandomNumberGenerator()
    return String((0..<24).map { _ in letters.randomElement(using: &random) ?? "a" })
  }
}

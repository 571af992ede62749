import CaseModel

/// A right reading, as `Corpus/README.md` tells; what it leaves out is not stated in the ticket.
struct ExpectedReading: Decodable, Sendable {
  struct Software: Decodable, Sendable { var name, version: String? }
  struct System: Decodable, Sendable { var id, version: String? }
  struct Client: Decodable, Sendable {
    var os: System?
    var software: Software?
  }
  struct Integration: Decodable, Sendable {
    var kind: String
    var name: String?
  }

  var product: Software?
  var os: System?
  var arch, timezone, locale: String?
  var client: Client?
  var protocols: [String]?
  var integrations: [Integration]?
  var denied, logs, configuration, unclear: [String]?
  /// Field -> values that are right too; null where nothing need be said.
  var accept: [String: [String?]]?
}

/// A field of one value, in the reading and in what is expected of it.
struct ScoredField: Sendable {
  var name: String
  var expected: @Sendable (ExpectedReading) -> String?
  var read: @Sendable (InstallationDetail) -> String?

  static let all = [
    ScoredField(name: "product.name", expected: { $0.product?.name }, read: { $0.product.name }),
    ScoredField(
      name: "product.version", expected: { $0.product?.version }, read: { $0.product.version }),
    ScoredField(name: "os.id", expected: { $0.os?.id }, read: { $0.os.id }),
    ScoredField(name: "os.version", expected: { $0.os?.version }, read: { $0.os.version }),
    ScoredField(name: "arch", expected: { $0.arch }, read: { $0.arch }),
    ScoredField(name: "timezone", expected: { $0.timezone }, read: { $0.timezone }),
    ScoredField(name: "locale", expected: { $0.locale }, read: { $0.locale }),
    ScoredField(
      name: "client.os.id", expected: { $0.client?.os?.id }, read: { $0.client?.os?.id }),
    ScoredField(
      name: "client.os.version", expected: { $0.client?.os?.version },
      read: { $0.client?.os?.version }),
    ScoredField(
      name: "client.software.name", expected: { $0.client?.software?.name },
      read: { $0.client?.software?.name }),
    ScoredField(
      name: "client.software.version", expected: { $0.client?.software?.version },
      read: { $0.client?.software?.version }),
  ]

  /// Names that one spells longer than the other are the same.
  var isName: Bool { name == "product.name" || name == "client.software.name" }
}

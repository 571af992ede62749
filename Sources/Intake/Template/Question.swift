/// A question of the installation-detail template.
enum Question: String, CaseIterable {
  case product, productVersion, os, protocols, logs, clientLog, other, integrations

  /// How answers that no fact could be made of are labelled.
  var title: String {
    switch self {
    case .product: "Product"
    case .productVersion: "Product version"
    case .os: "Operating system name and version"
    case .protocols: "File transfer protocol(s) used"
    case .logs: "Server-side log"
    case .clientLog: "Client-side log"
    case .other: "Other information"
    case .integrations: "Integrations"
    }
  }

  /// The wordings of all questions by their first word.
  static let wordings = Dictionary(
    grouping: allCases.flatMap { question in
      question.wordings.map { (question: question, words: $0) }
    }, by: { $0.words.first ?? "" })

  /// The words of the question, in its long form and as people shorten it.
  private var wordings: [[String]] {
    switch self {
    case .product: ["product", "product name", "name of the product"].map(Self.words)
    case .productVersion:
      [
        "product version", "product name and version", "product and version",
        "version of the product", "software version", "product software version", "version",
      ].map(Self.words)
    case .os:
      [
        "operating system name and version", "operating system and version", "operating system",
        "operating system version", "os name and version", "os and version", "os version", "os",
        "server os", "server operating system", "platform",
      ].map(Self.words)
    case .protocols:
      [
        "file transfer protocol s used", "file transfer protocols used",
        "file transfer protocol used", "file transfer protocol s", "file transfer protocols",
        "file transfer protocol", "transfer protocols", "transfer protocol", "protocol s used",
        "protocols used", "protocol used", "protocol s", "protocols", "protocol",
      ].map(Self.words)
    case .logs:
      [
        Self.logTemplate, "time stamped server log and client log",
        "time stamped server side log and client side log", "time stamped server log",
        "time stamped server side log", "time stamped log", "server side log", "server log",
        "server logs", "log file", "log files", "logs", "log",
      ].map(Self.words)
    case .clientLog: ["client side log", "client log", "client logs"].map(Self.words)
    case .other:
      [
        "other information if known", "other information", "other info", "additional information",
        "anything else", "other",
      ].map(Self.words)
    case .integrations:
      [
        Self.integrationTemplate,
        "e g firewalls proxy ldap active directory single sign on management software",
        "brief details of any integrations", "details of any integration",
        "integrations", "integration", "integrated technologies",
      ].map(Self.words)
    }
  }

  private static let logTemplate = """
    a time stamped version of the server side log and if relevant the corresponding client side log
    """
  private static let integrationTemplate = """
    brief details of any integration software resilience redundancy high availability architecture \
    security or other technologies that interact with the product e g firewalls proxy ldap active \
    directory single sign on management software
    """

  /// The template's longer texts, none of which is an answer.
  static let templateTexts: [[String]] = [
    words(logTemplate), words(integrationTemplate),
    words("operating system name and version"), words("file transfer protocol s used"),
    words("other information if known"),
    words("the information is used solely for support and development and is not shared"),
  ]

  /// Where every piece of them begins.
  static let templateWords = Set(templateTexts.joined())

  /// Letters and digits only, in lower case.
  static func words(_ text: some StringProtocol) -> [String] {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return text.lowercased().split { !$0.isWordCharacter }.map(String.init)
    }
    return text.utf8.split { !$0.isWord }.map { word in
      String(decoding: word.map { $0.isASCIICapital ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
  }
}

import CaseModel

/// The open questions of a case, most valuable first.
///
/// A question's value is what its answer can add to the fidelity: nothing where the lab builds the
/// same whatever the answer is. Such questions are only asked when all are wanted.
public struct Asking {
  private let detail: InstallationDetail
  private let rows: [FidelityRow]
  private let product: Product
  /// Whether the catalogue has images of more than one architecture for the product.
  private let hasOtherArchitectures: Bool

  /// - Parameter rows: the fidelity of the case's profile.
  public init(
    detail: InstallationDetail, rows: [FidelityRow], profile: EnvironmentProfile,
    catalogue: Catalogue
  ) throws(CaselabError) {
    self.detail = detail
    self.rows = rows
    let product = try ProductChoice.built(profile, for: detail, from: catalogue)
    self.product = product
    let usable = try catalogue.imageRecipes().filter { product.fits(os: $0.os.id) }
    hasOtherArchitectures = Set(usable.map(\.arch)).count > 1
  }

  public func questions(all: Bool) -> [OpenQuestion] {
    let asked = scalars + protocols + integrations + logs + doubts
    return asked.filter { all || $0.value > 0 }.enumerated()
      .sorted { ($1.element.value, $0.offset) < ($0.element.value, $1.offset) }
      .map(\.element)
  }

  private var commands: Commands {
    Commands(os: detail.os.id, product: product.isUnknown ? nil : product.name)
  }

  private var title: String { (detail.product.name == nil ? "the software" : product.title) }

  // MARK: What is asked

  private var scalars: [OpenQuestion] {
    [
      scalar(
        "product.name", ["product", "product.name"], isKnown: detail.product.name != nil,
        "Which software is this about, by its full name?"),
      scalar(
        "product.version", ["product.version"], isKnown: detail.product.version != nil,
        "Which version of \(title) do you use?", commands.productVersion),
      scalar(
        "os", ["os", "os.id", "os.version"],
        isKnown: detail.os.id != nil && detail.os.version != nil,
        detail.os.id == nil
          ? "Which operating system does the server run, and which version of it?"
          : "Which version of \(detail.os.id?.osTitle ?? "the operating system") does the server run?",
        commands.os),
      scalar(
        "arch", ["arch"], isKnown: detail.arch != nil,
        "What is the server's processor architecture?",
        commands.arch, changesWhatIsBuilt: hasOtherArchitectures),
      scalar(
        "timezone", ["timezone"], isKnown: detail.timezone != nil,
        "Which time zone is the server set to?", commands.timezone),
      scalar(
        "locale", ["locale"], isKnown: detail.locale != nil,
        "Which language and character set is the server set to?", commands.locale),
      scalar(
        "client.software", ["client", "client.software", "client.software.name"],
        isKnown: detail.client?.software != nil,
        "Which program, in which version, do your users transfer files with?",
        changesWhatIsBuilt: false),
      scalar(
        "client.os", ["client.os", "client.os.id", "client.os.version"],
        isKnown: detail.client?.os != nil, "What do the machines of your users run?",
        changesWhatIsBuilt: false),
    ].compactMap { $0 }
  }

  private func scalar(
    _ field: String, _ fields: Set<String>, isKnown: Bool, _ text: String,
    _ commands: [OpenQuestion.Command] = [], changesWhatIsBuilt: Bool = true
  ) -> OpenQuestion? {
    let doubts = detail.unclear.filter { fields.contains($0.field) }
    guard !isKnown || !doubts.isEmpty else { return nil }
    let which = doubts.compactMap(\.choice).map { " \($0)" }.joined()
    return OpenQuestion(
      field: field, text: text + which, value: changesWhatIsBuilt ? gain(field) : 0,
      commands: commands)
  }

  private var protocols: [OpenQuestion] {
    guard detail.protocols.isEmpty, !detail.unclear.contains(where: { $0.field == "protocols" })
    else { return [] }
    let examples = product.protocols.keys.sorted().map(\.customersName).joined(separator: ", ")
    return [
      OpenQuestion(
        field: "protocols",
        text: examples.isEmpty
          ? "Which protocols do you use it with?"
          : "Which file transfer protocols do you use (for example \(examples))?",
        value: gain("protocols"))
    ]
  }

  private var integrations: [OpenQuestion] {
    guard detail.saysNothingOfIntegrations else { return [] }
    return [
      OpenQuestion(
        field: "integrations",
        text:
          "Does anything stand between the server and its users, or work together with it: a firewall, NAT, a proxy, a load balancer, a directory (LDAP, Active Directory), single sign-on, shared storage? \"Nothing\" is an answer, too.",
        value: gain("integrations"))
    ]
  }

  /// A log decides nothing that is built, but without one there is nothing to compare with.
  private var logs: [OpenQuestion] {
    var questions: [OpenQuestion] = []
    if !detail.logs.contains(where: { $0.kind == "server-log" }) {
      questions.append(
        OpenQuestion(
          field: "log.server",
          text: "Please send the server's log, with time stamps, from the moment when the problem "
            + "shows.\(commands.places(of: product.logs))",
          value: 12))
    }
    if !detail.logs.contains(where: { $0.kind == "client-log" }) {
      questions.append(
        OpenQuestion(
          field: "log.client", text: "Please send the client's log from the same moment.", value: 0)
      )
    }
    return questions
  }

  /// Doubts about anything else.
  private var doubts: [OpenQuestion] {
    Doubts(detail).others.compactMap { index, doubt in
      guard let choice = doubt.choice else { return nil }
      let about =
        ["protocols", "integrations"].contains(doubt.field) ? "" : "\(doubt.field.shown): "
      return OpenQuestion(
        field: doubt.field, text: about + choice,
        value: gain("unclear[\(index)]"))
    }
  }

  /// What is still to be had of the fact's weight; nothing where the lab cannot build it at all.
  private func gain(_ field: String) -> Int {
    guard let row = rows.first(where: { $0.field == field }) else { return 0 }
    let isDoubt = field.hasPrefix("unclear[")
    // Omitted only until somebody says which product it is.
    let isWaiting =
      product.isUnknown && ["product.name", "product.version", "protocols"].contains(field)
    if row.fidelity == .omitted, !isDoubt, !isWaiting { return 0 }
    return row.weight * (FidelityRow.Grade.exact.credit - row.fidelity.credit)
  }
}

import CaseModel

/// Reads the claims of one passage.
struct PassageReader {
  let passage: Passage
  let mentions: [Mention]
  let bearing: Bearing
  /// What our own side named in its question.
  let askedMentions: [Mention]
  /// The kinds of integrations that our own side asked for.
  let askedKinds: Set<String>
  /// The one product whose version our own side asked for.
  let askedProduct: String?
  private(set) var claims: [Claim] = []
  /// The tokens that became part of a claim.
  private(set) var used: Set<Int> = []

  init(_ passage: Passage, _ lexicon: Lexicon) {
    self.passage = passage
    mentions = MentionScan(lexicon: lexicon).mentions(in: passage.tokens)
    bearing = Bearing(passage, mentions)
    askedMentions =
      passage.label.asked.isEmpty
      ? [] : MentionScan(lexicon: lexicon).mentions(in: passage.label.asked)
    askedKinds = Set(askedMentions.compactMap { $0.integration?.kind })
    let products = Set(askedMentions.filter { $0.client == nil }.compactMap(\.product))
    askedProduct =
      products.count == 1 && passage.has(.version) && passage.label.side != .client
      ? products.first : nil
  }

  var tokens: [Token] { passage.tokens }

  static func read(_ passage: Passage, _ lexicon: Lexicon) -> PassageReader {
    var reader = PassageReader(passage, lexicon)
    guard !passage.label.topics.contains(.nothing) || passage.labelCount > 0 else { return reader }
    guard passage.first?.voice == .customer, !reader.isNobodys else { return reader }
    reader.readSystems()
    reader.readProducts()
    reader.readProtocols()
    reader.readIntegrations()
    reader.readPlaces()
    reader.readReply(lexicon)
    return reader
  }

  /// `Sent with …`, `scanned by …`: the words of programs and lawyers.
  private var isNobodys: Bool {
    let keys = tokens.prefix(60).map(\.key)
    if keys.first == "sent", keys.count < 20,
      ["with", "from", "using", "via"].contains(keys.dropFirst().first)
    {
      return true
    }
    if isInstruction || Self.builds.contains(keys.prefix(2).joined(separator: " ")) { return true }
    let pairs = Set(zip(keys, keys.dropFirst()).map { $0 + " " + $1 })
    if !pairs.isDisjoint(with: [
      "scanned by", "checked by", "virus free", "gesendet von", "envoye depuis", "enviado desde",
      "verzonden met",
    ]), keys.count < 40 {
      return true
    }
    return !Set(keys).isDisjoint(with: [
      "confidential", "vertraulich", "vertrauliche", "confidentiel", "confidencial",
      "vertrouwelijk", "poufna", "poufne", "riservato",
    ])
      && !Set(keys).isDisjoint(with: [
        "recipient", "received", "empfaenger", "destinataire", "destinatario", "ontvanger",
        "adresat", "privileged", "delete", "loeschen",
      ])
  }

  /// `If it runs in a container, provide details`, `Include the output of …`: a form's.
  private var isInstruction: Bool {
    guard let first = tokens.first, passage.labelCount == 0, first.isCapital else { return false }
    if ["include", "provide", "paste", "attach"].contains(first.key) { return tokens.count > 3 }
    guard first.key == "if", let sentence = passage.sentences.first else { return false }
    return sentence.clauses.dropFirst().contains { clause in
      let keys = clause.prefix(2).map { tokens[$0].key }
      return ["provide", "include", "paste", "attach", "describe", "specify"].contains {
        keys.first == $0 || keys == ["please", $0] || keys == ["then", $0]
      }
    }
  }

  /// What a program was made with is not what it works with.
  private static let builds: Set<String> = [
    "built with", "compiled with", "linked with", "configured with", "configure options",
    "config options", "build options", "built for",
  ]

  mutating func use(_ range: Range<Int>) { used.formUnion(range) }

  func isUsed(_ index: Int) -> Bool { used.contains(index) }

  mutating func claim(
    _ subject: Claim.Subject, at range: Range<Int>, stance: Claim.Stance = .present,
    side: Claim.Side = .unknown, source: Claim.Source? = nil, isCorrection: Bool = false,
    emphasis: Int = 0, owner: String? = nil, isPassing: Bool = false
  ) {
    guard let line = line(of: range.lowerBound) else { return }
    let isAnswer = passage.isAnswer && !passage.has(.title)
    let source = source ?? (isAnswer ? .answer : .sentence)
    let confidence =
      switch source {
      case .machine, .answer: 1.0
      case .sentence: 0.9
      case .aside: 0.6
      }
    claims.append(
      Claim(
        subject: subject, side: side, isSideAsked: passage.label.side == side, stance: stance,
        source: source,
        place: line.isForwarded
          ? .list : passage.has(.repository) ? .repository : passage.has(.title) ? .title : .text,
        owner: owner, isPassing: isPassing, emphasis: emphasis,
        opens: range.lowerBound == 0
          && !(range.upperBound < tokens.count
            && ["users", "user", "clients", "client"].contains(tokens[range.upperBound].key)),
        isCorrection: isCorrection,
        message: line.message, evidence: line.evidence(confidence: confidence)))
    if stance == .present || stance == .absent { use(range) }
  }

  /// The line that a token stands in.
  func line(of index: Int) -> Line? {
    guard tokens.indices.contains(index) else { return passage.first }
    let at = min(max(0, tokens[index].line), passage.lines.count - 1)
    return passage.lines.indices.contains(at) ? passage.lines[at] : passage.first
  }

  /// The tokens as written: `big-ip` and `Palo Alto`.
  func text(of range: Range<Int>) -> String {
    range.map { index in
      let isFirst = index == range.lowerBound
      let gap = tokens[index].gap
      return (isFirst ? "" : gap.contains(.hyphen) ? "-" : gap.contains(.slash) ? "/" : " ")
        + tokens[index].text
    }.joined()
  }

  /// The mention that a token belongs to.
  func mention(at index: Int) -> Mention? { mentions.first { $0.range.contains(index) } }
}

import CaseModel

/// What interacts with the product, and what is said not to.
enum IntegrationFacts {
  static func read(_ answer: inout Answer, _ findings: inout Findings) {
    let evidence = answer.line.evidence()
    let keys = answer.words.map { Question.words($0.key) }
    let lastOr = answer.words.lastIndex(where: \.isOr) ?? -1
    var carried: Carried?
    for clause in answer.clauses {
      let words = answer.words[clause]
      let found = mentions(answer.words, keys, clause)
      let isList = carried != nil && !found.isEmpty && isBare(words, found)
      let stance = isList ? carried?.stance(of: words) ?? .present : Stance(of: words)
      let made = Set(found.filter(\.name.isMake).map(\.name.kind))
      for mention in found where mention.name.isMake || !made.contains(mention.name.kind) {
        record(mention, stance, answer, clause, isList, evidence, &findings)
      }
      use(found, stance, &answer, clause)
      let denies = stance == .absent && !found.isEmpty
      carried = denies || isList ? Carried(hasOr: lastOr >= clause.lowerBound) : nil
    }
  }

  /// What is in use is kept with its whole line; of the rest only the words that were understood.
  private static func use(
    _ found: [Mention], _ stance: Stance, _ answer: inout Answer, _ clause: Range<Int>
  ) {
    guard !found.isEmpty else { return }
    if stance == .present, answer.line.body.utf8.count <= detailLimit { return answer.use(clause) }
    for mention in found { answer.use(mention.words) }
    if stance == .absent { answer.useNegators(clause) }
    for index in clause where ["or", "any", "in", "place"].contains(answer.words[index].key) {
      answer.use(index..<index + 1)
    }
  }

  private static let detailLimit = 500

  /// Whether the answer is `none` and nothing else.
  static func isNone(_ answers: [Answer]) -> Bool {
    let words = answers.flatMap(\.words).map(\.key)
    return !words.isEmpty && words.joined(separator: " ").utf8.count < 40
      && [
        "none", "no", "n a", "nothing", "nil", "no integration", "no integrations", "keine", "nein",
        "none at all",
      ]
      .contains(words.joined(separator: " "))
  }

  private struct Mention {
    var name: IntegrationNames.Name
    var words: Range<Int>
  }

  /// What `no LDAP, proxy or SSO` means for its later members: `or` denies them all; without it
  /// nobody can tell.
  private struct Carried {
    var hasOr: Bool
    func stance(of words: ArraySlice<Word>) -> Stance {
      let own = Stance(of: words)
      return own == .present ? (hasOr ? .absent : .doubtful) : own
    }
  }

  /// `keys` are the words as the names are compared with them: `single sign-on` is three.
  private static func mentions(
    _ words: [Word], _ keys: [[String]], _ clause: Range<Int>
  ) -> [Mention] {
    var (found, index) = ([Mention](), clause.lowerBound)
    while index < clause.upperBound {
      guard let name = name(words, keys, index, clause.upperBound) else {
        index += 1
        continue
      }
      var (end, count) = (index, 0)
      while count < name.words.count {
        count += keys[end].count
        end += 1
      }
      found.append(Mention(name: name, words: index..<end))
      index = end
    }
    return found
  }

  private static func name(
    _ words: [Word], _ keys: [[String]], _ index: Int, _ end: Int
  ) -> IntegrationNames.Name? {
    // It is a directory only in capitals.
    if words[index].text == "AD" {
      return .init(words: ["ad"], kind: "active-directory", isMake: false)
    }
    guard let names = IntegrationNames.byFirstWord[keys[index].first ?? ""] else { return nil }
    let here = keys[index..<min(end, index + 4)].flatMap { $0 }
    return names.first { here.starts(with: $0.words) }
  }

  /// Whether a clause is nothing but a member of a list.
  private static func isBare(_ words: ArraySlice<Word>, _ found: [Mention]) -> Bool {
    words.indices.allSatisfy { index in
      found.contains { $0.words.contains(index) }
        || ["or", "nor", "and", "any", "a"].contains(words[index].key)
    }
  }

  private static func record(
    _ mention: Mention, _ stance: Stance, _ answer: Answer, _ clause: Range<Int>, _ isList: Bool,
    _ evidence: Findings.Evidence, _ findings: inout Findings
  ) {
    let kind = mention.name.kind
    switch stance {
    case .absent: findings.deny(kind, evidence)
    case .doubtful:
      findings.unclear(
        "integrations", [kind, "no \(kind)"],
        isList ? "the list it is in begins with a no" : "it is said with a doubt", evidence)
    case .present:
      let text = answer.line.text
      let name =
        mention.name.isMake
        ? String(
          text[
            answer.words[mention.words.lowerBound].range
              .lowerBound..<answer.words[mention.words.upperBound - 1].range.upperBound])
        : nil
      findings.add(
        .init(
          kind: kind, name: name, detail: answer.line.body.trimmed.printable(limit: detailLimit)),
        evidence)
    }
  }
}

extension Word {
  fileprivate var isOr: Bool { key == "or" || key == "nor" }
}

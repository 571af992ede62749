/// An answer that says the same of all that was asked: `both`, `neither`, `no, just on a VM`.
enum Reply: Equatable {
  case all, none

  init?(_ tokens: [Token], to asked: [Token]) {
    let end = tokens.indices.dropFirst().first { tokens[$0].gap.has(Self.ends) } ?? tokens.count
    let words = tokens[..<end].map(\.key).joined(separator: " ")
    // `no, neither`
    let rest = tokens[..<end].dropFirst().map(\.key).joined(separator: " ")
    let isNo = tokens.first.map { Self.noes.contains($0.key) } == true
    if end <= 6, Self.alls.contains(words) {
      self = .all
    } else if end <= 6, Self.nones.contains(words) || isNo && Self.nones.contains(rest) {
      self = .none
    } else if end == tokens.count, DenialCues.isFlat(tokens), !Self.asksForDeed(asked) {
      self = .none
    } else if Self.beginsWithNo(tokens), Self.asksForPresence(asked) {
      self = .none
    } else {
      return nil
    }
  }

  private static let ends: Token.Gap = [.period, .semicolon, .exclamation, .question, .line]

  /// A `no` with a comma or the end behind it, unlike `no idea`.
  private static func beginsWithNo(_ tokens: [Token]) -> Bool {
    guard let first = tokens.first, noes.contains(first.key) else { return false }
    return tokens.count == 1 || tokens[1].gap.has([.comma, .dash, .period, .exclamation, .line])
  }

  /// `is it in a container?`, `un proxy ?`, unlike `did you restart the proxy?`.
  private static func asksForPresence(_ asked: [Token]) -> Bool {
    guard !asked.isEmpty, !asked.contains(where: { $0.gap.contains(.question) }) else {
      return false
    }
    return asked.count <= 4
      || asked.contains { Cues.uses.contains($0.key) || presences.contains($0.key) }
        && !asksForDeed(asked)
  }

  /// `did you restart the proxy?`, whose `no` denies no proxy.
  static func asksForDeed(_ asked: [Token]) -> Bool {
    // `do clients connect through a proxy?`
    if asked.contains(where: { throughs.contains($0.key) }) { return false }
    return asked.indices.contains { index in
      let next = index + 1 < asked.count ? asked[index + 1].key : ""
      // The `load` of a load balancer is none.
      if asked[index].key == "load", next.hasPrefix("balanc") { return false }
      return Cues.troubles.contains(asked[index].key) || deeds.contains(asked[index].key)
    }
  }

  private static let noes: Set<String> = [
    "no", "nope", "nein", "noe", "non", "nee", "nao", "nie", "nej", "ne", "hayir",
  ]
  private static let presences = DenialCues.words(
    """
    in behind utilisez avez nutzt nutzen usan usas usais tienen teneis usam utilizam gebruikt gebruiken zit staat uzywacie macie \
    korzystacie usate avete c'e existiert hinter derriere detras achter
    """)
  private static let throughs: Set<String> = [
    "through", "behind", "via", "durch", "hinter", "ueber", "derriere", "detras", "atraves",
    "atras",
    "achter", "przez", "dietro",
  ]
  private static let deeds = DenialCues.words(
    """
    try tried test tested restart restarted check checked changed update updated error versucht probiert getestet neugestartet geaendert \
    geprueft essaye teste redemarre verifie probado reiniciado cambiado comprobado testado reiniciou mudou geprobeerd herstart \
    probowal probowaliscie sprawdzic provato riavviato
    """)
  private static let alls: Set<String> = [
    "both", "both of them", "we use both", "beide", "beides", "les deux", "ambos", "ambas",
    "los dos", "os dois", "allebei", "oba", "obie", "obydwa", "entrambi", "baada", "all of them",
    "all", "alle", "yes both", "ja beide", "ja beides",
  ]
  private static let nones: Set<String> = [
    "neither", "neither of them", "none of them", "none", "weder noch", "keins von beiden",
    "ni l un ni l autre", "aucun des deux", "aucun", "ninguno", "ninguno de los dos", "nenhum",
    "nenhum dos dois", "geen van beide", "ani jedno ani drugie", "zadne", "nessuno dei due",
    "none of the two", "none of these", "none of those", "none of the above", "none of this",
    "keine davon", "keines davon", "keiner davon", "nichts davon", "aucun de ces",
    "ninguna de ellas",
    "ninguno de ellos", "nenhum deles", "geen van deze", "zadne z nich", "zaden z nich",
    "nessuno di questi", "nothing", "nothing like that", "no neither", "no none", "no nothing",
    "nothing of that", "rien de tout ca", "nada de eso", "nada disso", "niets van dat",
    "nic z tego",
  ]
}

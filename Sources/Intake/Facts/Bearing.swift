/// How a passage means what it names: whether it is there, and on whose machine.
struct Bearing {
  let passage: Passage
  private let mentioned: Set<Int>

  init(_ passage: Passage, _ mentions: [Mention]) {
    self.passage = passage
    mentioned = Set(mentions.flatMap { Array($0.range) })
  }

  private var tokens: [Token] { passage.tokens }

  func sentence(of index: Int) -> Sentence? {
    passage.sentences.first { $0.range.contains(index) }
  }

  func clause(of index: Int) -> Range<Int> {
    sentence(of: index)?.clauses.first { $0.contains(index) } ?? index..<index + 1
  }

  // MARK: stance

  func stance(of range: Range<Int>) -> Claim.Stance {
    if let stance = passage.label.stance { return stance }
    guard let sentence = sentence(of: range.lowerBound) else { return .present }
    let clause = clause(of: range.lowerBound)
    if let answer = answered(range, sentence) { return answer }
    if isDenied(range, clause, sentence) { return .absent }
    let keys = clause.map { tokens[$0].key }
    if isDoubted(keys, clause, sentence) { return .doubtful }
    if sentence.asks, !passage.isAnswer { return .planned }
    return .present
  }

  /// `LDAP: no`, `Proxy? none`, `SSO (no)`.
  private func answered(_ range: Range<Int>, _ sentence: Sentence) -> Claim.Stance? {
    let next = range.upperBound
    guard next < tokens.count else { return nil }
    let gap = tokens[next].gap
    let key = tokens[next].key
    guard
      gap.has([.colon, .dash, .equals, .question, .open, .pipe, .arrow])
        || next == passage.labelCount
        || Self.plainNo.contains(key)
          && (next + 1 >= tokens.count
            || tokens[next + 1].gap.has([
              .comma, .semicolon, .period, .question, .exclamation, .close, .line,
            ]))
    else { return nil }
    let isLast =
      next + 1 >= tokens.count
      || !tokens[next + 1].gap.isSubset(of: [.space, .hyphen, .apostrophe])
    if (key == "n" && next + 1 < tokens.count && tokens[next + 1].key == "a")
      || (Self.flatNo.contains(key) && (isLast || !mentioned.contains(next + 1)))
    {
      return .absent
    }
    if [
      "unknown", "unsure", "?", "unbekannt", "inconnu", "desconocido", "nieznany", "maybe",
      "onbekend",
    ].contains(key)
      || (key == "not" && next + 1 < tokens.count
        && ["sure", "known"].contains(tokens[next + 1].key))
    {
      return .doubtful
    }
    return nil
  }

  /// Behind a name with nothing between: `Proxy yok`, `AD yes, proxy no`.
  private static let plainNo: Set<String> = [
    "no", "nein", "yok", "none", "non", "nee", "nao", "nie", "nej", "ne", "brak",
  ]
  private static let flatNo: Set<String> = [
    "n", "without", "ohne", "sans", "sin", "sem", "bez", "zonder", "なし", "無し", "无", "没有", "無",
    "いいえ",
    "no", "none", "not", "nein", "non", "aucun", "aucune", "ninguno", "ninguna", "nao", "nenhum",
    "nenhuma", "nee", "geen", "brak", "nie", "nessuno", "nessuna", "ingen", "inget", "keine",
    "keiner", "kein", "zadny", "zadna", "ne", "nej", "disabled", "false", "nil", "never", "nothing",
    "yok", "hayir", "off", "keins", "unused", "inga", "niet", "neni",
  ]

  private func isDenied(_ range: Range<Int>, _ clause: Range<Int>, _ sentence: Sentence) -> Bool {
    if determinerDenies(range, clause, sentence) || isSwitchedOff(range, clause) { return true }
    if isTakenBack(clause, sentence) || isDeniedByEnding(range, clause) { return true }
    return isNotThis(range, sentence) || verbDenies(range, clause)
  }

  /// `antivirus – we don't have one`
  private func isTakenBack(_ clause: Range<Int>, _ sentence: Sentence) -> Bool {
    guard let next = sentence.clauses.first(where: { $0.lowerBound == clause.upperBound }),
      next.count <= 8
    else { return false }
    let keys = next.map { tokens[$0].key }
    return keys.contains { Cues.not.contains($0) || $0 == "no" }
      && keys.contains {
        ["have", "use", "got", "haben", "habe", "avons", "tenemos", "temos", "hebben", "mamy"]
          .contains($0)
      }
      && keys.contains {
        [
          "one", "any", "it", "that", "those", "this", "einen", "eine", "keinen", "keine",
          "ninguno", "nenhum",
        ].contains($0)
      }
  }

  /// `LDAP は使用していません`, `没有 LDAP`
  private func isDeniedByEnding(_ range: Range<Int>, _ clause: Range<Int>) -> Bool {
    // `LDAP haben wir keins`
    let last = clause.upperBound - 1
    if last > range.upperBound, last - range.upperBound <= 4,
      [
        "keins", "keine", "keinen", "keines", "keiner", "aucun", "aucune", "ninguno", "ninguna",
        "nenhum", "nenhuma", "zadnego", "zadnej",
      ].contains(tokens[last].key)
    {
      return true
    }
    return clause.contains { index in
      abs(index - range.lowerBound) <= 4 && !tokens[index].text.utf8.allSatisfy { $0 < 0x80 }
        && ["ません", "ない", "なし", "無し", "没有", "未使用", "不使用", "不用"].contains {
          tokens[index].text.contains($0)
        }
    }
  }

  /// `FTPS, not SFTP`
  private func isNotThis(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    let before = range.lowerBound - 1
    guard before >= sentence.range.lowerBound,
      tokens[range.lowerBound].gap.isSubset(of: [.space, .line, .quote])
    else { return false }
    return ["not", "nicht", "pas", "niet", "nie", "inte", "ikke"].contains(tokens[before].key)
      && !isTrouble(range.upperBound..<min(range.upperBound + 3, sentence.range.upperBound))
  }

  /// `FTP is disabled`, `FTPS was turned off`
  private func isSwitchedOff(_ range: Range<Int>, _ clause: Range<Int>) -> Bool {
    (range.upperBound..<max(range.upperBound, min(clause.upperBound, range.upperBound + 6)))
      .contains { index in
        Cues.off.contains(tokens[index].key)
          || tokens[index].key == "off"
            && ["turned", "switched", "is", "are", "been", "was"].contains(tokens[index - 1].key)
      }
      && !clause.contains {
        ["when", "if", "after", "wenn", "even", "with"].contains(tokens[$0].key)
      }
  }

  /// Denied by a verb only, which may also be the complaint: `it says that LDAP is not configured`.
  func isWeaklyDenied(_ range: Range<Int>) -> Bool {
    guard let sentence = sentence(of: range.lowerBound), !passage.isAnswer else { return false }
    let clause = clause(of: range.lowerBound)
    return answered(range, sentence) == nil && !determinerDenies(range, clause, sentence)
  }

  /// A `no` before it with nothing but its adjectives or other members of a list between.
  private func determinerDenies(_ range: Range<Int>, _ clause: Range<Int>, _ sentence: Sentence)
    -> Bool
  {
    var (index, unknown, crossed) = (range.lowerBound, 0, false)
    while index > sentence.range.lowerBound {
      if tokens[index].gap.has([.semicolon, .question, .exclamation, .dash, .arrow, .pipe]) {
        return false
      }
      if tokens[index].gap.has([.comma, .colon, .open, .close]) { crossed = true }
      index -= 1
      let key = tokens[index].key
      if Cues.none.contains(key), !(key == "no" && passage.isPortuguese) {
        if ["neither", "nor", "weder", "ni", "ani"].contains(key),
          isTrouble(range.upperBound..<max(range.upperBound, sentence.range.upperBound))
        {
          return false
        }
        // `no firewall rules were changed`
        if range.upperBound < tokens.count,
          tokens[range.upperBound].gap.isSubset(of: [.space, .line, .hyphen]),
          Self.things.contains(tokens[range.upperBound].key)
        {
          return false
        }
        // `weder noch, openSUSE`
        if crossed, !(index..<range.lowerBound).contains(where: mentioned.contains) { return false }
        // `No, we use LDAP`
        if tokens[index + 1].gap.has([.comma, .colon]) { return false }
        if key == "ne" || key == "pas", index + 1 < tokens.count {
          return unknown <= 2 && !isTrouble(index..<range.lowerBound)
        }
        // `no LDAP, proxy`: without an `or` nobody can tell of the later ones.
        return !crossed || hasOr(index..<range.upperBound + 2)
      }
      if mentioned.contains(index) { continue }
      if Self.adjectives.contains(key) { continue }
      if crossed { return false }
      if Self.prepositions.contains(key) { return false }
      // `no proxy, only a firewall and …`
      if Self.onlys.contains(key) { return false }
      unknown += 1
      if unknown > 2 { return false }
    }
    return false
  }

  private func hasOr(_ range: Range<Int>) -> Bool {
    let end = sentence(of: range.lowerBound)?.range.upperBound ?? range.upperBound
    return (range.lowerBound..<end).contains { Self.ors.contains(tokens[$0].key) }
  }

  /// Whether a list that begins with a `no` has no `or`, so that its later members are open.
  func isOpenList(_ range: Range<Int>) -> Bool {
    guard let sentence = sentence(of: range.lowerBound) else { return false }
    // `HAProxy in front` is no bare member of the list.
    if range.upperBound < sentence.range.upperBound,
      !tokens[range.upperBound].gap.has([.comma, .semicolon, .period, .close])
    {
      return false
    }
    var (index, crossed) = (range.lowerBound, false)
    while index > sentence.range.lowerBound {
      if tokens[index].gap.has([.semicolon, .question, .colon, .open, .close, .dash, .arrow, .pipe])
      {
        return false
      }
      if tokens[index].gap.contains(.comma) { crossed = true }
      index -= 1
      if Cues.none.contains(tokens[index].key) {
        return crossed && !tokens[index + 1].gap.has([.comma, .colon])
          && !hasOr(index..<range.upperBound)
      }
      if !mentioned.contains(index), !Self.adjectives.contains(tokens[index].key) { return false }
    }
    return false
  }

  private static let onlys: Set<String> = [
    "only", "but", "nur", "sondern", "seulement", "solo", "pero", "apenas", "alleen", "maar",
    "tylko",
  ]
  private static let ors: Set<String> = [
    "or", "nor", "oder", "noch", "ou", "ni", "o", "nem", "of", "lub", "ani", "ne", "eller", "nebo",
    "ne", "veya", "and", "und", "et", "y", "e", "en", "i", "either",
  ]
  private static let adjectives: Set<String> = [
    "any", "a", "an", "the", "kind", "of", "such", "other", "external", "internal", "special",
    "additional", "separate", "or", "nor", "and", "oder", "und", "ou", "et", "ni", "o", "y", "e",
    "en", "of", "noch", "lub", "ani", "i", "real", "central", "single", "type", "sort", "de", "d",
    "do", "s", "either", "hardware", "software", "dedicated", "web", "local", "even", "also",
    "still", "existe", "hay", "in", "place",
    "microsoft", "extra", "eigenen", "externe", "nem", "configured",
  ]
  private static let things: Set<String> = [
    "rules", "rule", "problem", "problems", "issue", "issues", "change", "changes", "changed",
    "error", "errors", "connection", "connections", "settings", "log", "logs", "entry", "entries",
    "blocks", "user", "users", "account", "accounts", "client", "clients", "support", "regeln",
    "session", "sessions", "login", "logins", "password", "works", "gets", "lookup",
  ]
  private static let prepositions: Set<String> = [
    "through", "over", "via", "from", "to", "behind", "with", "on", "in", "at", "by", "durch",
    "ueber", "mit", "bei", "auf", "im", "am", "hinter", "par", "avec", "sur", "dans", "derriere",
    "por", "con", "con", "sobre", "com", "atraves", "door", "met", "achter", "op", "przez", "za",
    "since", "when", "if", "that", "because", "is", "are", "was", "has", "after", "until", "dass",
    "inside", "between", "against", "than", "except", "for",
  ]

  /// `no usamos LDAP`, unlike `no connection`.
  private func isVerbalNo(_ index: Int, _ clause: Range<Int>) -> Bool {
    tokens[index].key == "no" && !passage.isPortuguese && clause.contains(index + 1)
      && Cues.uses.contains(tokens[index + 1].key)
      && tokens[index + 1].gap.isSubset(of: [.space, .line])
  }

  /// `we don't use LDAP`, `LDAP is not used`; not `LDAP does not work`.
  private func verbDenies(_ range: Range<Int>, _ clause: Range<Int>) -> Bool {
    guard
      let at = clause.last(where: { index in
        !range.contains(index)
          && (Cues.not.contains(tokens[index].key) || isVerbalNo(index, clause))
      })
    else {
      return false
    }
    let after = tokens[(at + 1)..<max(at + 1, clause.upperBound)]
    // `copying with SCP does not`
    if after.isEmpty,
      ["not", "doesn't", "isn't", "don't", "doesnt", "isnt", "dont"].contains(tokens[at].key)
    {
      return false
    }
    // `not only LDAP`, `not sure`
    if let next = after.first?.key, Self.softeners.contains(next) { return false }
    if isTrouble(at..<clause.upperBound)
      || isTrouble(clause.lowerBound..<at) && at + 3 < clause.upperBound
    {
      return false
    }
    let distance = at < range.lowerBound ? range.lowerBound - at : at - range.upperBound
    guard distance <= 6 else { return false }
    // `Een proxy is er niet`
    let isShort =
      clause.count <= 6
      && !["not", "no", "cannot", "can't", "don't", "doesn't"].contains(tokens[at].key)
    let uses = isShort || clause.contains { Cues.uses.contains(tokens[$0].key) }
    let between = at < range.lowerBound ? at + 1..<range.lowerBound : range.upperBound..<at
    let leaps = between.contains { Self.leaping.contains(tokens[$0].key) }
    return uses && !leaps
  }

  private static let softeners: Set<String> = [
    "only", "sure", "just", "nur", "sicher", "seulement", "solo", "seguro", "alleen", "tylko",
    "apenas", "yet", "know", "exactly", "really", "necessarily", "allein", "zeker", "sur",
  ]
  /// `we do not have problems with the proxy`
  private static let leaping: Set<String> = [
    "with", "through", "via", "because", "when", "if", "mit", "avec", "con", "com", "met", "ueber",
    "than", "from", "between", "after", "while",
  ]

  private func isTrouble(_ range: Range<Int>) -> Bool {
    range.contains { index in index < tokens.count && Cues.troubles.contains(tokens[index].key) }
  }

  private func isDoubted(_ keys: [String], _ clause: Range<Int>, _ sentence: Sentence) -> Bool {
    if keys.contains(where: Cues.doubts.contains) { return true }
    if zip(keys, keys.dropFirst()).contains(where: {
      $0 == "not" && ["sure", "certain", "known"].contains($1)
    }) {
      return true
    }
    // A clause before: `not sure, 1.3.8`, `1.3.8, I think`.
    let all = sentence.range.map { tokens[$0].key }
    guard sentence.range.count <= 14 || passage.isAnswer && sentence.range.count <= 25 else {
      return false
    }
    return sentence.range.contains { isStrongDoubt($0, outside: clause) }
      || zip(all, all.dropFirst()).contains {
        ($0 == "not" && ["sure", "certain"].contains($1)) || ($0 == "nicht" && $1 == "sicher")
          || ($0 == "pas" && $1 == "sur") || ($0 == "no" && $1 == "seguro")
          || ($0 == "niet" && $1 == "zeker")
      }
  }

  /// `SFTP, maybe FTPS`: the doubt is the next name's alone.
  private func isStrongDoubt(_ index: Int, outside clause: Range<Int>) -> Bool {
    guard Self.strongDoubts.contains(tokens[index].key) else { return false }
    return clause.contains(index) || !mentioned.contains(index + 1)
  }

  private static let strongDoubts: Set<String> = [
    "maybe", "perhaps", "unsure", "vielleicht", "glaube", "quizas", "talvez", "misschien", "chyba",
    "forse", "peut-etre", "think", "crois", "creo", "acho", "denk", "guess", "kanske", "idk",
    "vermutlich",
  ]

  // MARK: side

  /// Whose machine the clause speaks of; the nearer word decides.
  func side(of range: Range<Int>) -> Claim.Side {
    let own = passage.label.side
    let clause = clause(of: range.lowerBound)
    var best: (side: Claim.Side, distance: Int)?
    for index in clause where !range.contains(index) && !isPartOfName(index) {
      let key = tokens[index].key
      let side: Claim.Side =
        Cues.clients.contains(key)
        ? .client : Cues.servers.contains(key) || Cues.places.contains(key) ? .server : .unknown
      guard side != .unknown else { continue }
      let before = index < range.lowerBound
      var distance = before ? range.lowerBound - index : index - range.upperBound + 1
      guard distance <= 10 else { continue }
      // `the client is a CentOS machine`: a machine may be anybody's.
      if Cues.places.contains(key) { distance += 20 }
      if distance < best?.distance ?? .max { best = (side, distance) }
    }
    return best?.side ?? own
  }

  private func isPartOfName(_ index: Int) -> Bool { mentioned.contains(index) }

  /// Whether the clause tells of another machine, or of nothing that is there.
  func isElsewhere(_ range: Range<Int>) -> Bool {
    if tokens.prefix(passage.labelCount).contains(where: { Self.trials.contains($0.key) }) {
      return true
    }
    let clause = clause(of: range.lowerBound)
    return clause.contains { index in
      !range.contains(index) && Cues.others.contains(tokens[index].key) && !isOtherOfTwo(index)
        && abs(index - range.lowerBound) <= 8
    }
  }

  private static let trials: Set<String> = [
    "agent", "agents", "runner", "runners", "test", "testing", "staging", "dev", "development",
    "sandbox", "lab", "testsystem",
    "testserver", "qa", "preprod", "uat",
  ]

  /// `the other one runs 3.0.5`: the second of two that are both meant.
  private func isOtherOfTwo(_ index: Int) -> Bool {
    ["other", "andere", "autre", "otro", "outro"].contains(tokens[index].key)
      && index + 1 < tokens.count
      && ["one", "runs", "has", "is", "server", "machine", "hat", "est", "tiene", "node"].contains(
        tokens[index + 1].key)
  }

  /// Whether it held earlier: `upgraded from X`, `the old server was X`.
  func isFormer(_ range: Range<Int>) -> Bool {
    let clause = clause(of: range.lowerBound)
    let start = max(
      clause.lowerBound, range.lowerBound >= passage.labelCount ? passage.labelCount : 0)
    var index = range.lowerBound - 1
    while index >= start, range.lowerBound - index <= 6 {
      let key = tokens[index].key
      if Cues.nows.contains(key), range.lowerBound - index <= 5 { return false }
      if Cues.formers.contains(key) { return true }
      if Cues.froms.contains(key), range.lowerBound - index <= 5, tellsChange(clause, after: range)
      {
        return true
      }
      index -= 1
    }
    return isDatedBehind(range, clause)
  }

  /// `von 27.1.5 auf 28.0.1`, `upgraded from`
  private func tellsChange(_ clause: Range<Int>, after range: Range<Int>) -> Bool {
    clause.contains { Cues.changes.contains(tokens[$0].key) }
      || (range.upperBound..<max(range.upperBound, min(clause.upperBound, range.upperBound + 4)))
        .contains { index in
          Cues.nows.contains(tokens[index].key)
            && (index + 1..<min(index + 3, tokens.count)).contains {
              tokens[$0].isVersionLike && tokens[$0].text.contains(".")
            }
        }
  }

  /// `1.3.7 before`, `1.3.7 until May`; not `nginx before them`.
  private func isDatedBehind(_ range: Range<Int>, _ clause: Range<Int>) -> Bool {
    let end = max(range.upperBound, min(clause.upperBound, range.upperBound + 4))
    return (range.upperBound..<end).contains { index in
      let isLast = index + 1 >= clause.upperBound
      if tokens[index].key == "before" {
        return isLast || ["that", "we", "the", "this", "upgrading"].contains(tokens[index + 1].key)
      }
      return [
        "previously", "formerly", "earlier", "ago", "vorher", "frueher", "avant", "auparavant",
        "antes", "voorheen", "wczesniej", "prima",
      ].contains(tokens[index].key)
    }
  }

  /// `we plan to`; with `will` and its like only where something is to change.
  func isPlanned(_ range: Range<Int>) -> Bool {
    let clause = clause(of: range.lowerBound)
    if clause.contains(where: { Cues.planned.contains(tokens[$0].key) }) { return true }
    if let sentence = sentence(of: range.lowerBound), isNotYet(withBut(clause, sentence)) {
      return true
    }
    return clause.contains {
      Cues.will.contains(tokens[$0].key)
        && !(tokens[$0].key == "soon" && $0 > 0 && tokens[$0 - 1].key == "as")
    }
      && clause.contains { Cues.changes.contains(tokens[$0].key) }
  }

  /// The clause and the next, where that begins with a `but`.
  private func withBut(_ clause: Range<Int>, _ sentence: Sentence) -> Range<Int> {
    guard let next = sentence.clauses.first(where: { $0.lowerBound == clause.upperBound }),
      ["but", "aber", "mais", "pero", "maar", "ale", "mas", "ma", "men"].contains(
        tokens[next.lowerBound].key)
    else { return clause }
    return clause.lowerBound..<next.upperBound
  }

  /// `ordered, but not there yet`
  private func isNotYet(_ range: Range<Int>) -> Bool {
    range.dropFirst().contains { index in
      let (before, key) = (tokens[index - 1].key, tokens[index].key)
      return key == "yet"
        && range.contains { Cues.not.contains(tokens[$0].key) || tokens[$0].key == "no" }
        || (before == "noch" && key == "nicht") || (before == "pas" && key == "encore")
        || (before == "ainda" && key == "nao") || (before == "nog" && key == "niet")
        || (before == "todavia" && key == "no")
        || (before == "jeszcze" && key == "nie") || (before == "aun" && key == "no")
        || key == "bestellt" || key == "ordered"
    }
  }

  func isCorrection(_ range: Range<Int>) -> Bool {
    guard let sentence = sentence(of: range.lowerBound) else { return false }
    return sentence.range.contains { Cues.corrections.contains(tokens[$0].key) }
  }
}

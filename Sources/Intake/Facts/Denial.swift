/// Whether what is named is said not to be there.
extension Bearing {
  func isDenied(_ range: Range<Int>, _ clause: Range<Int>, _ sentence: Sentence) -> Bool {
    if determinerDenies(range, clause, sentence) || isSwitchedOff(range, clause) { return true }
    if isTakenBack(clause, sentence) || isDeniedByEnding(range, clause) { return true }
    return isNotThis(range, sentence) || verbDenies(range, clause)
  }

  /// `antivirus – we don't have one`
  func isTakenBack(_ clause: Range<Int>, _ sentence: Sentence) -> Bool {
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
  func isDeniedByEnding(_ range: Range<Int>, _ clause: Range<Int>) -> Bool {
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
  func isNotThis(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    let before = range.lowerBound - 1
    guard before >= sentence.range.lowerBound,
      tokens[range.lowerBound].gap.isSubset(of: [.space, .line, .quote])
    else { return false }
    return ["not", "nicht", "pas", "niet", "nie", "inte", "ikke"].contains(tokens[before].key)
      && !isTrouble(range.upperBound..<min(range.upperBound + 3, sentence.range.upperBound))
  }

  /// `FTP is disabled`, `FTPS was turned off`
  func isSwitchedOff(_ range: Range<Int>, _ clause: Range<Int>) -> Bool {
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
  func determinerDenies(_ range: Range<Int>, _ clause: Range<Int>, _ sentence: Sentence)
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

  func hasOr(_ range: Range<Int>) -> Bool {
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

  static let onlys: Set<String> = [
    "only", "but", "nur", "sondern", "seulement", "solo", "pero", "apenas", "alleen", "maar",
    "tylko",
  ]
  static let ors: Set<String> = [
    "or", "nor", "oder", "noch", "ou", "ni", "o", "nem", "of", "lub", "ani", "ne", "eller", "nebo",
    "ne", "veya", "and", "und", "et", "y", "e", "en", "i", "either",
  ]
  static let adjectives: Set<String> = [
    "any", "a", "an", "the", "kind", "of", "such", "other", "external", "internal", "special",
    "additional", "separate", "or", "nor", "and", "oder", "und", "ou", "et", "ni", "o", "y", "e",
    "en", "of", "noch", "lub", "ani", "i", "real", "central", "single", "type", "sort", "de", "d",
    "do", "s", "either", "hardware", "software", "dedicated", "web", "local", "even", "also",
    "still", "existe", "hay", "in", "place",
    "microsoft", "extra", "eigenen", "externe", "nem", "configured",
  ]
  static let things: Set<String> = [
    "rules", "rule", "problem", "problems", "issue", "issues", "change", "changes", "changed",
    "error", "errors", "connection", "connections", "settings", "log", "logs", "entry", "entries",
    "blocks", "user", "users", "account", "accounts", "client", "clients", "support", "regeln",
    "session", "sessions", "login", "logins", "password", "works", "gets", "lookup",
  ]
  static let prepositions: Set<String> = [
    "through", "over", "via", "from", "to", "behind", "with", "on", "in", "at", "by", "durch",
    "ueber", "mit", "bei", "auf", "im", "am", "hinter", "par", "avec", "sur", "dans", "derriere",
    "por", "con", "con", "sobre", "com", "atraves", "door", "met", "achter", "op", "przez", "za",
    "since", "when", "if", "that", "because", "is", "are", "was", "has", "after", "until", "dass",
    "inside", "between", "against", "than", "except", "for",
  ]

  /// `no usamos LDAP`, unlike `no connection`.
  func isVerbalNo(_ index: Int, _ clause: Range<Int>) -> Bool {
    tokens[index].key == "no" && !passage.isPortuguese && clause.contains(index + 1)
      && Cues.uses.contains(tokens[index + 1].key)
      && tokens[index + 1].gap.isSubset(of: [.space, .line])
  }

  /// `we don't use LDAP`, `LDAP is not used`; not `LDAP does not work`.
  func verbDenies(_ range: Range<Int>, _ clause: Range<Int>) -> Bool {
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

  static let softeners: Set<String> = [
    "only", "sure", "just", "nur", "sicher", "seulement", "solo", "seguro", "alleen", "tylko",
    "apenas", "yet", "know", "exactly", "really", "necessarily", "allein", "zeker", "sur",
  ]
  /// `we do not have problems with the proxy`
  static let leaping: Set<String> = [
    "with", "through", "via", "because", "when", "if", "mit", "avec", "con", "com", "met", "ueber",
    "than", "from", "between", "after", "while",
  ]

  func isTrouble(_ range: Range<Int>) -> Bool {
    range.contains { index in index < tokens.count && Cues.troubles.contains(tokens[index].key) }
  }
}

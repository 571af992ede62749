/// A `no` before a thing, with nothing but its adjectives or other members of a list between.
extension Bearing {
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
          isTrouble(sentence.range)
        {
          return false
        }
        // `nada de antivirus`, unlike `nada ha cambiado`
        if key == "nada", tokens[index + 1].key != "de" { return false }
        if hasThingBehind(range) || isTrialWithout(key, sentence) || isOfConnection(range) {
          return false
        }
        // `weder noch, openSUSE`
        if crossed, !(index..<range.lowerBound).contains(where: mentioned.contains) { return false }
        // `No, we use LDAP`
        if tokens[index + 1].gap.has([.comma, .colon]) { return false }
        // `nie działa LDAP` and `ne passe en SFTP` deny the verb.
        if Self.verbalNos.contains(key), unknown > 0 { return false }
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

  /// `es kommt keine OFTP2-Verbindung zustande`: what fails.
  private func isOfConnection(_ range: Range<Int>) -> Bool {
    range.upperBound < tokens.count
      && tokens[range.upperBound].gap.isSubset(of: [.space, .line, .hyphen])
      && [
        "verbindung", "verbindungen", "connexion", "conexion", "conexao", "ligacao", "verbinding",
        "polaczenie", "polaczenia", "sitzung", "nachricht", "nachrichten",
      ].contains(tokens[range.upperBound].key)
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

  /// `Without the proxy it works`: it is there, but not always.
  func isTrialWithout(_ key: String, _ sentence: Sentence) -> Bool {
    ["without", "ohne", "sans", "sin", "sem", "zonder", "bez", "senza"].contains(key)
      && (isTrouble(sentence.range)
        || sentence.range.contains { Self.tries.contains(tokens[$0].key) })
  }

  private static let tries = DenialCues.words(
    "tried test tested same probiert versucht getestet gleich essaye pareil probado mismo testado mesmo geprobeerd probowalem provato"
  )

  /// Whether such a word stands before it.
  func isLeftOut(_ range: Range<Int>) -> Bool {
    guard let sentence = sentence(of: range.lowerBound) else { return false }
    // `without the proxy`: it is there.
    let before = max(sentence.range.lowerBound, range.lowerBound - 3)..<range.lowerBound
    return before.contains { isTrialWithout(tokens[$0].key, sentence) }
      && !before.contains { DenialCues.definites.contains(tokens[$0].key) }
  }

  static let verbalNos: Set<String> = ["ne", "pas", "non", "nie", "nao"]
  static let onlys: Set<String> = [
    "only", "but", "nur", "sondern", "aber", "seulement", "mais", "solo", "pero", "sino", "apenas",
    "mas", "alleen", "maar", "tylko", "ale", "lecz", "ma", "men",
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
    "microsoft", "meme", "einmal", "siquiera", "sequer", "eens", "nawet", "nemmeno", "extra",
    "eigenen", "externe", "nem", "configured",
  ]
  static let things: Set<String> = [
    "rules", "rule", "problem", "problems", "issue", "issues", "change", "changes", "changed",
    "error", "errors", "connection", "connections", "settings", "log", "logs", "entry", "entries",
    "blocks", "user", "users", "account", "accounts", "client", "clients", "support", "regeln",
    "session", "sessions", "login", "logins", "password", "works", "gets", "lookup",
    "upload", "uploads", "download", "downloads", "transfer", "transfers", "access", "figures",
    "charts", "data", "metrics", "sync", "group", "groups", "attribute", "attributes",
    "updates", "query", "queries", "request", "requests", "traffic", "took", "happened", "occurred",
    "triggered", "folder",
    "folders", "message", "messages", "zugriff", "aenderungen", "fehler",
  ]
  static let prepositions: Set<String> = [
    "through", "over", "via", "from", "to", "behind", "with", "on", "in", "at", "by", "durch",
    "ueber", "mit", "bei", "auf", "im", "am", "hinter", "par", "avec", "sur", "dans", "derriere",
    "por", "con", "con", "sobre", "com", "atraves", "door", "met", "achter", "op", "przez", "za",
    "since", "when", "if", "that", "because", "is", "are", "was", "has", "after", "until", "dass",
    "inside", "between", "against", "than", "except", "for",
  ]
}

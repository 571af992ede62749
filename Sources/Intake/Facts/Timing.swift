/// Whether it is so now, was so, or may come.
extension Bearing {
  /// Whether it held earlier: `upgraded from X`, `the old server was X`.
  func isFormer(_ range: Range<Int>) -> Bool {
    let clause = clause(of: range.lowerBound)
    let start = max(
      clause.lowerBound, range.lowerBound >= passage.labelCount ? passage.labelCount : 0)
    var index = range.lowerBound - 1
    while index >= start, range.lowerBound - index <= 6 {
      let key = tokens[index].key
      if Cues.nows.contains(key), range.lowerBound - index <= 5 { return false }
      if Cues.formers.contains(key), !isPassive(index, before: range.lowerBound) { return true }
      if Cues.froms.contains(key), range.lowerBound - index <= 5, tellsChange(clause, after: range)
      {
        return true
      }
      index -= 1
    }
    return isDatedBehind(range, clause)
  }

  /// `was installed fresh on Debian 12` says how it came, not that it is gone.
  private func isPassive(_ index: Int, before end: Int) -> Bool {
    if ["had", "hatten", "avions", "teniamos", "mielismy"].contains(tokens[index].key) {
      return end - index > 2
    }
    guard Self.auxiliaries.contains(tokens[index].key) else { return false }
    return (index + 1..<end).contains { Self.participles.contains(tokens[$0].key) }
  }

  private static let auxiliaries: Set<String> = [
    "was", "were", "war", "waren", "wurde", "wurden", "etait", "fue", "era", "foi", "werd",
    "zostal",
  ]
  private static let participles: Set<String> = [
    "installed", "set", "deployed", "upgraded", "updated", "built", "moved", "migrated", "created",
    "reinstalled", "installiert", "aktualisiert", "umgezogen", "aufgesetzt", "installe",
    "installee",
    "instalado", "actualizado", "instalada", "atualizado", "geinstalleerd", "zainstalowany",
  ]

  /// `von 27.1.5 auf 28.0.1`, `upgraded from`
  func tellsChange(_ clause: Range<Int>, after range: Range<Int>) -> Bool {
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
  func isDatedBehind(_ range: Range<Int>, _ clause: Range<Int>) -> Bool {
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
    if saysLater(clause) { return true }
    if let sentence = sentence(of: range.lowerBound), isNotYet(withBut(clause, sentence)) {
      return true
    }
    if isUntried(clause) { return true }
    // `we want FTPS in summer`
    let before = range.lowerBound - 1
    if clause.contains(before), Self.wishes.contains(tokens[before].key) { return true }
    return clause.contains {
      Cues.will.contains(tokens[$0].key)
        && !(tokens[$0].key == "soon" && $0 > 0 && tokens[$0 - 1].key == "as")
    }
      && clause.contains {
        Cues.changes.contains(tokens[$0].key) || Self.additions.contains(tokens[$0].key)
      }
  }

  /// `Nächsten Monat stellen wir auf X um`, `next week comes a proxy`, `kommt erst dann`
  private func saysLater(_ clause: Range<Int>) -> Bool {
    zip(clause, clause.dropFirst()).contains { index, next in
      let (key, after) = (tokens[index].key, tokens[next].key)
      return Self.nexts.contains(key) && Self.spans.contains(after)
        || Self.spans.contains(key)
          && ["prochain", "prochaine", "prossimo", "prossima"].contains(after)
        || key == "erst" && ["dann", "im", "naechstes", "naechsten"].contains(after)
          && clause.contains { ["kommt", "kommen"].contains(tokens[$0].key) }
    }
  }

  private static let nexts: Set<String> = [
    "next", "naechsten", "naechste", "naechster", "naechstes", "kommenden", "kommende", "prochain",
    "prochaine", "proximo", "proxima", "volgende", "komende", "przyszlym", "nastepnym", "prossimo",
    "prossima",
  ]
  private static let spans: Set<String> = [
    "month", "week", "year", "quarter", "spring", "summer", "autumn", "winter", "monat", "woche",
    "jahr", "quartal", "mois", "semaine", "annee", "mes", "semana", "ano", "trimestre", "maand",
    "jaar", "kwartaal", "miesiacu", "roku", "tygodniu", "kwartale", "mese", "settimana", "anno",
  ]

  /// `haven't tried SFTP`, `noch nicht getestet`
  private func isUntried(_ clause: Range<Int>) -> Bool {
    guard let at = clause.first(where: { DenialCues.adverbs.contains(tokens[$0].key) }) else {
      return false
    }
    return (max(clause.lowerBound, at - 4)..<min(clause.upperBound, at + 5)).contains { index in
      Self.tries.contains(tokens[index].key)
        || tokens[index].key == "round" && ["got", "gotten"].contains(tokens[index - 1].key)
    }
  }

  private static let tries = DenialCues.words(
    """
    tried tested probiert ausprobiert getestet essaye teste probado probamos testado testei geprobeerd probowalem probowalismy \
    testowalismy provato
    """)

  private static let wishes: Set<String> = [
    "want", "wanted", "wollen", "moechten", "voulons", "voudrions", "queremos", "willen",
    "chcemy", "vogliamo",
  ]

  /// `we will put HAProxy in front`
  private static let additions = DenialCues.words(
    "put add install introduce einfuehren einbauen installieren vorschalten installer ajouter instalar anadir poner adicionar colocar installeren toevoegen zainstalowac dodac installare aggiungere mettere"
  )

  /// The clause and the next, where that begins with a `but`.
  func withBut(_ clause: Range<Int>, _ sentence: Sentence) -> Range<Int> {
    guard let next = sentence.clauses.first(where: { $0.lowerBound == clause.upperBound }),
      ["but", "aber", "mais", "pero", "maar", "ale", "mas", "ma", "men"].contains(
        tokens[next.lowerBound].key)
    else { return clause }
    return clause.lowerBound..<next.upperBound
  }

  /// `ordered, but not there yet`
  func isNotYet(_ range: Range<Int>) -> Bool {
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

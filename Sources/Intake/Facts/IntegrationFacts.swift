import CaseModel

/// What interacts with the product, and what is said not to.
extension PassageReader {
  mutating func readIntegrations() {
    let isAsked = passage.isAnswer && passage.has(.integrations)
    if isAsked, let range = flatNo {
      return claim(
        .integration(kind: "integration", name: nil, detail: nil), at: range, stance: .absent)
    }
    let made = Set(mentions.compactMap { $0.integration }.filter(\.isMake).map(\.kind))
    for mention in mentions {
      guard let integration = meant(mention), counts(mention, integration, isAsked) else {
        continue
      }
      if !integration.isMake, made.contains(integration.kind), !isDenied(mention) {
        use(mention.range)
        continue
      }
      claimIntegration(mention, integration, isAsked)
    }
  }

  /// Of several kinds the one that is spoken of in the sentence.
  private func meant(_ mention: Mention) -> (kind: String, isMake: Bool)? {
    guard mention.integrations.count > 1,
      let sentence = bearing.sentence(of: mention.range.lowerBound)
    else { return mention.integration }
    let near = mentions.filter {
      sentence.range.contains($0.range.lowerBound) && $0.range != mention.range
    }.compactMap(\.integration).filter { !$0.isMake }.map(\.kind)
    return mention.integrations.first { near.contains($0.kind) } ?? mention.integration
  }

  private func isDenied(_ mention: Mention) -> Bool { bearing.stance(of: mention.range) == .absent }

  private mutating func claimIntegration(
    _ mention: Mention, _ integration: (kind: String, isMake: Bool), _ isAsked: Bool
  ) {
    var stance = bearing.stance(of: mention.range)
    if stance == .absent, bearing.isOpenList(mention.range) { stance = .doubtful }
    if stance == .present, bearing.isOpenList(mention.range) { stance = .doubtful }
    let isQuestion = bearing.sentence(of: mention.range.lowerBound)?.asks == true
    if stance == .planned, isQuestion {
      stance = isAsked && tokens.count <= 4 ? .doubtful : .planned
    }
    if isQuestion, passage.isAnswer, isAsked, tokens.count <= 4, stance == .present {
      stance = .doubtful
    }
    if stance == .present || stance == .doubtful {
      if bearing.isFormer(mention.range), !isAsked || isWas(mention.range) { stance = .former }
      if bearing.isPlanned(mention.range) { stance = .planned }
      if isRemoved(mention.range) { stance = .former }
      if stance == .present, bearing.isElsewhere(mention.range), !isHere(mention.range) {
        stance = .planned
      }
    }
    guard let line = line(of: mention.range.lowerBound) else { return }
    let name = integration.isMake ? text(of: mention.range) : nil
    claim(
      .integration(
        kind: integration.kind, name: name,
        detail: stance == .present ? line.body.trimmed.printable(limit: 500) : nil),
      at: mention.range, stance: stance,
      source: isAsked
        ? .answer : stance == .absent && bearing.isWeaklyDenied(mention.range) ? .aside : .sentence)
  }

  /// `we took HAProxy out`
  private func isRemoved(_ range: Range<Int>) -> Bool {
    let end = bearing.sentence(of: range.lowerBound)?.range.upperBound ?? range.upperBound
    let clause = bearing.clause(of: range.lowerBound).lowerBound..<min(end, range.upperBound + 6)
    return clause.contains {
      [
        "removed", "dismantled", "decommissioned", "abgeschaltet", "entfernt", "supprime",
        "retirado", "verwijderd", "uninstalled", "deinstalliert",
      ].contains(tokens[$0].key)
    }
      || clause.contains { tokens[$0].key == "took" } && clause.contains { tokens[$0].key == "out" }
  }

  private func isWas(_ range: Range<Int>) -> Bool {
    let clause = bearing.clause(of: range.lowerBound)
    return clause.contains {
      ["was", "formerly", "previously", "old", "frueher", "was", "removed"].contains(tokens[$0].key)
    }
  }

  /// `another firewall` is here, `the other site` is not.
  private func isHere(_ range: Range<Int>) -> Bool {
    let clause = bearing.sentence(of: range.lowerBound)?.range ?? range
    return !clause.contains {
      [
        "site", "elsewhere", "lab", "home", "colleague", "example", "e.g", "similar", "test",
        "staging", "instead", "without", "competitor", "bypassing", "standort",
      ].contains(tokens[$0].key)
    }
  }

  private func counts(
    _ mention: Mention, _ integration: (kind: String, isMake: Bool), _ isAsked: Bool
  ) -> Bool {
    let first = tokens[mention.range.lowerBound]
    if isUsed(mention.range.lowerBound), mention.os != nil { return false }
    if isAsked, !mention.isCommon { return true }
    // A plugin with its version: `active-directory:2.34`, `docker-plugin:1.5`.
    if mention.range.upperBound < tokens.count, isPlugin(mention.range.upperBound) { return false }
    if mention.isCommon
      || mention.range.count == 1 && ["nas", "san", "ad"].contains(first.key)
    {
      guard first.isShouted else { return false }
    }
    // A piece of a path, a host name or an option.
    if mention.range.lowerBound > 0, first.gap.has([.underscore]) { return false }
    if first.gap.has([.slash]), mention.range.lowerBound > 0,
      self.mention(at: mention.range.lowerBound - 1) == nil
    {
      return false
    }
    // A label alone says nothing.
    if mention.range.upperBound <= passage.labelCount {
      // `Firewall, proxy, LDAP:` asks for what there is of them.
      let asked = mentions.count {
        $0.range.upperBound <= passage.labelCount && $0.integration != nil
      }
      if asked > 2 { return false }
      return passage.labelCount < tokens.count
    }
    if passage.has(.title), !integration.isMake { return integration.kind != "database" }
    if !integration.isMake,
      ["database", "management", "ha", "container"].contains(integration.kind)
    {
      return isOurs(mention)
    }
    return true
  }

  private func isPlugin(_ next: Int) -> Bool {
    tokens[next].gap == .colon && VersionText.product(tokens[next].text) != nil
      || tokens[next].gap == .hyphen
        && ["plugin", "module", "lib", "connector", "driver"].contains(tokens[next].key)
  }

  /// Common words count with a sign that the thing is there: `our database`, `a two-node cluster`.
  private func isOurs(_ mention: Mention) -> Bool {
    let before = tokens[max(0, mention.range.lowerBound - 4)..<mention.range.lowerBound]
    let signs: Set<String> = [
      "our", "a", "an", "node", "two", "in", "as", "with", "inside", "within", "two-node", "using",
      "unser", "ein", "einem", "einen", "im", "mit", "un", "dans", "notre", "une", "en", "nuestro",
      "um", "nosso", "een", "onze", "w", "2", "3", "three", "eine", "unsere", "no", "kein", "keine",
      "sans", "sin", "active", "avec", "con", "bez", "sem", "for", "runs", "failover",
    ]
    return before.contains { signs.contains($0.key) || $0.key.hasPrefix("two") }
      || mention.integration?.kind == "ha" || passage.isAnswer
  }

  /// `None` and nothing else.
  private var flatNo: Range<Int>? {
    let keys = tokens.map(\.key)
    let words = keys.joined(separator: " ")
    guard words.utf8.count < 60, mentions.isEmpty else { return nil }
    let flat: Set<String> = [
      "none", "no", "n a", "nothing", "nil", "no integration", "no integrations", "keine", "nein",
      "none at all", "aucun", "aucune", "non", "ninguna",
      "ninguno", "nao", "nenhum", "nenhuma", "geen", "nee", "brak", "nie", "nessuna", "nessuno",
      "no none", "nothing at all", "nothing special", "rien", "nada", "niets", "inga", "ingen",
      "zadne", "nic", "yok", "aucune integration", "keine integrationen", "not applicable",
      "none of these", "none of them", "nothing of the kind", "keine integration", "no other",
      "none that we know of", "no integrations at all", "we have no integrations",
      "ninguna integracion", "nenhuma integracao", "geen integraties", "no integrations at all",
      "nic takiego", "nichts", "nichts davon", "rien de tout cela", "nada de eso",
      "none of the above", "keine vorhanden", "no hay", "nothing in between", "there are none",
      "there are no integrations", "bez integracji", "brak integracji",
    ]
    return flat.contains(words) ? 0..<tokens.count : nil
  }
}

import CaseModel

/// What interacts with the product, and what is said not to.
extension PassageReader {
  mutating func readIntegrations() {
    let isAsked = passage.isAnswer && passage.has(.integrations)
    if isAsked, let range = flatNo {
      return claim(
        .integration(kind: "integration", name: nil, detail: nil), at: range, stance: .absent)
    }
    let made = Set(
      mentions.compactMap { mention in
        mention.integration.flatMap { $0.isMake && counts(mention, $0, isAsked) ? $0.kind : nil }
      })
    for mention in mentions where !isInAnsweredLabel(mention) {
      guard let integration = meant(mention), counts(mention, integration, isAsked),
        !isInPassing(mention)
      else {
        continue
      }
      if !integration.isMake, made.contains(integration.kind), !isDenied(mention) {
        use(mention.range)
        continue
      }
      claimIntegration(mention, integration, isAsked)
    }
    readFronts()
  }

  /// `proxy or firewall?` `none of the two`: the reply tells.
  func isInAnsweredLabel(_ mention: Mention) -> Bool {
    passage.reply != nil && mention.range.upperBound <= passage.labelCount
  }

  /// Of several kinds the one that is spoken of in the sentence.
  private func meant(_ mention: Mention) -> (kind: String, isMake: Bool)? {
    guard mention.integrations.count > 1,
      let sentence = bearing.sentence(of: mention.range.lowerBound)
    else { return mention.integration }
    // `TLS ends at the HAProxy`
    if let proxy = mention.integrations.first(where: { $0.kind == "proxy" }),
      sentence.range.contains(where: {
        ["ends", "ending", "terminates", "terminated", "eindigt", "endet", "terminiert", "termina"]
          .contains(tokens[$0].key)
      })
    {
      return proxy
    }
    let near = mentions.filter {
      sentence.range.contains($0.range.lowerBound) && $0.range != mention.range
    }.compactMap(\.integration).filter { !$0.isMake }.map(\.kind)
    return mention.integrations.first { near.contains($0.kind) } ?? mention.integration
  }

  private func isDenied(_ mention: Mention) -> Bool { bearing.stance(of: mention.range) == .absent }

  mutating func claimIntegration(
    _ mention: Mention, _ integration: (kind: String, isMake: Bool), _ isAsked: Bool
  ) {
    var stance = bearing.stance(of: mention.range)
    if stance == .absent, bearing.isOpenList(mention.range) { stance = .doubtful }
    if stance == .present, bearing.isOpenList(mention.range) { stance = .doubtful }
    let isQuestion = bearing.sentence(of: mention.range.lowerBound)?.asks == true
    if stance == .planned, isQuestion {
      stance = isAsked && tokens.count <= 4 ? .doubtful : .planned
    }
    // `could it be our FortiGate?`: it is there, whatever it does.
    if [.planned, .doubtful].contains(stance), isOwned(mention.range) { stance = .present }
    if isQuestion, passage.isAnswer, isAsked, tokens.count <= 4, stance == .present {
      stance = .doubtful
    }
    if stance == .present || stance == .doubtful {
      if bearing.isFormer(mention.range), !isAsked || isWas(mention.range) { stance = .former }
      if bearing.isPlanned(mention.range) { stance = .planned }
      if isRemoved(mention.range) { stance = .former }
      if bearing.isLeftOut(mention.range) { stance = .planned }
      if stance == .present, bearing.isElsewhere(mention.range), !isHere(mention.range) {
        stance = .planned
      }
    }
    // `NFS is off` is said of the protocol.
    if stance == .absent, !mention.protocols.isEmpty || bearing.deniesOthers(mention.range) {
      return
    }
    guard let line = line(of: mention.range.lowerBound) else { return }
    let name =
      integration.isMake
      ? makeName(mention, integration.kind) : integration.kind == "nat" ? router(mention) : nil
    claim(
      .integration(
        kind: integration.kind, name: name,
        detail: stance == .present ? line.body.trimmed.printable(limit: 500) : nil),
      at: mention.range, stance: stance,
      source: isAsked
        ? .answer
        : stance == .absent && bearing.isWeaklyDenied(mention.range) || isBareCluster(mention)
          ? .aside : .sentence, emphasis: isPlace(mention) ? -8 : 0)
  }

  /// `in our Kubernetes`, `auf dem Synology`, `behind HAProxy`
  func isPlace(_ mention: Mention) -> Bool {
    let before = tokens[max(0, mention.range.lowerBound - 3)..<mention.range.lowerBound].last {
      !ProductWords.articles.contains($0.key)
    }
    return before.map {
      DenialCues.places.contains($0.key) || ProductWords.besides.contains($0.key)
    } == true
  }

  private func isOwned(_ range: Range<Int>) -> Bool {
    tokens[max(0, range.lowerBound - 2)..<range.lowerBound].contains {
      [
        "our", "unser", "unsere", "unserer", "unserem", "unseren", "notre", "nos", "nuestro",
        "nuestra", "nosso", "nossa", "onze", "nasz", "nasza", "naszym", "nostro", "nostra",
      ].contains($0.key)
    }
  }

  /// `a FortiGate with NAT`, `the Lancom router does NAT too`: what translates.
  private func router(_ nat: Mention) -> String? {
    guard let sentence = bearing.sentence(of: nat.range.lowerBound),
      bearing.stance(of: nat.range) == .present
    else { return nil }
    return mentions.last { other in
      sentence.range.contains(other.range.lowerBound) && !other.isCommon
        && (1...8).contains(nat.range.lowerBound - other.range.upperBound + 1)
        && other.integrations.contains { $0.isMake && ["firewall", "nat"].contains($0.kind) }
    }.map { text(of: $0.range) }
  }

  /// As written; the one of Windows is called by many names.
  private func makeName(_ mention: Mention, _ kind: String) -> String {
    if kind == "network-storage" {
      // `NFS share` is NFS.
      let tail = tokens[mention.range].reversed().prefix { Self.shares.contains($0.key) }.count
      if tail < mention.range.count {
        return text(of: mention.range.lowerBound..<mention.range.upperBound - tail)
      }
    }
    let isOfWindows = tokens[mention.range].contains { $0.key == "windows" }
    return kind == "firewall" && isOfWindows ? "Windows Firewall" : text(of: mention.range)
  }

  private static let shares: Set<String> = [
    "share", "shares", "mount", "mounts", "export", "volume", "server", "freigabe", "bucket",
    "buckets",
  ]

  /// `we took HAProxy out`
  private func isRemoved(_ range: Range<Int>) -> Bool {
    let end = bearing.sentence(of: range.lowerBound)?.range.upperBound ?? range.upperBound
    let clause = bearing.clause(of: range.lowerBound).lowerBound..<min(end, range.upperBound + 6)
    return clause.contains {
      [
        "removed", "dismantled", "decommissioned", "abgeschaltet", "entfernt", "supprime",
        "retirado", "verwijderd", "uninstalled", "deinstalliert", "desinstalle", "desinstallee",
        "desinstalado", "desinstalamos", "desinstalei", "desinstale", "quitamos", "removemos",
        "disinstallato", "rimosso", "odinstalowany", "odinstalowalismy", "usuniety", "usunelismy",
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
    // `at home`, unlike `Shared home: NFS`
    return !clause.contains {
      tokens[$0].key == "home" && $0 > 0 && ["at", "my"].contains(tokens[$0 - 1].key)
    }
      && !clause.contains {
        [
          "site", "elsewhere", "lab", "colleague", "example", "e.g", "similar", "test",
          "staging", "instead", "without", "competitor", "bypassing", "standort", "customer",
          "customers", "kunde", "kunden", "company", "cliente", "klant", "klient",
        ].contains(tokens[$0].key)
      }
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

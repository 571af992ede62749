/// Which names of integrations count: those of things that the installation has.
extension PassageReader {
  func counts(
    _ mention: Mention, _ integration: (kind: String, isMake: Bool), _ isAsked: Bool
  ) -> Bool {
    let first = tokens[mention.range.lowerBound]
    if isUsed(mention.range.lowerBound), mention.os != nil, !isSource(mention) { return false }
    if isAsked, !mention.isCommon { return true }
    // A plugin with its version: `active-directory:2.34`, `docker-plugin:1.5`.
    if mention.range.upperBound < tokens.count, isPlugin(mention.range.upperBound) { return false }
    if isFlag(mention) { return false }
    // `Operating system: Synology` is the machine.
    if integration.kind == "network-storage", passage.has(.os), passage.isAnswer,
      tokens.count - passage.labelCount <= 3, Self.boxes.contains(first.key)
    {
      return false
    }
    // `map it as a WebDAV network drive`: what the product serves.
    if integration.kind == "network-storage", !integration.isMake, mention.range.lowerBound > 0,
      self.mention(at: mention.range.lowerBound - 1)?.protocols.isEmpty == false
    {
      return false
    }
    if first.text == "pf" { return true }
    if mention.isCommon
      || mention.range.count == 1 && ["nas", "san", "ad"].contains(first.key)
    {
      guard
        first.isShouted && first.key != "s3" || isBesideItsKind(mention, integration.kind)
          || first.key == "ad" && isBesideLogin(mention)
          || isAsked && first.isCapital
      else { return false }
    }
    // A piece of a path, a host name or an option.
    if mention.range.lowerBound > 0, first.gap.has([.underscore]) { return false }
    if first.gap.has([.slash]), !first.gap.contains(.space), mention.range.lowerBound > 0,
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
      if asked > 2 || isBareCluster(mention) && !isAnswered(mention) { return false }
      // `LDAP / AD: AD for the admins`
      if asked == 2, !integration.isMake, isOneChosen { return false }
      return passage.labelCount < tokens.count
    }
    if isWebServer(mention), !standsInFront(mention) { return false }
    if isHomeRouter(mention), !routes(mention) { return false }

    if integration.kind == "network-storage", isHost(mention) { return false }
    if isBareCluster(mention) {
      return isOurs(mention) || isAnswered(mention) || askedKinds.contains("ha")
    }
    if passage.has(.title), !integration.isMake { return integration.kind != "database" }
    if !integration.isMake,
      ["database", "management", "ha", "container"].contains(integration.kind)
    {
      return isOurs(mention)
    }
    return true
  }

  /// Whether the answer names one of what its label asks for.
  private var isOneChosen: Bool {
    let kinds = { (isLabel: Bool) in
      Set(
        mentions.filter { ($0.range.upperBound <= passage.labelCount) == isLabel }
          .flatMap { $0.integrations.map(\.kind) })
    }
    return !kinds(true).isDisjoint(with: kinds(false))
  }

  private static let boxes: Set<String> = [
    "synology", "qnap", "asustor", "terramaster", "nas", "terastation",
  ]

  /// `+metrics +gcs +s3 +bolt`, `MongoDB ______ : YES`: what a program was built with.
  private func isFlag(_ mention: Mention) -> Bool {
    if mention.range.upperBound <= passage.labelCount, passage.labelCount < tokens.count,
      tokens[passage.labelCount].gap.contains(.underscore)
    {
      return true
    }
    guard tokens[mention.range.lowerBound].gap.contains(.plus),
      let sentence = bearing.sentence(of: mention.range.lowerBound)
    else { return false }
    return sentence.range.count { tokens[$0].gap.contains(.plus) } >= 2
  }

  /// `a volume from the TrueNAS`: a system, but one that lends its disks.
  private func isSource(_ mention: Mention) -> Bool {
    tokens[max(0, mention.range.lowerBound - 2)..<mention.range.lowerBound].contains {
      ["from", "vom", "von", "du", "del", "da", "van", "dal", "z"].contains($0.key)
    }
  }

  private func isPlugin(_ next: Int) -> Bool {
    tokens[next].gap == .colon && tokens[next].text.first?.isNumber == true
      && tokens[next].text.contains(".")
      || tokens[next].gap == .hyphen
        && ["plugin", "module", "lib", "connector", "driver"].contains(tokens[next].key)
      // `aws s3 cp`
      || tokens[next - 1].key == "s3"
        && ["cp", "sync", "ls", "mv", "rm"].contains(tokens[next].key)
  }

  /// `Virenscanner ist der Defender`, `caddy as reverse proxy`: a common word beside its kind.
  private func isBesideItsKind(_ mention: Mention, _ kind: String) -> Bool {
    guard let sentence = bearing.sentence(of: mention.range.lowerBound) else { return false }
    if askedKinds.contains(kind) { return true }
    let first = tokens[mention.range.lowerBound]
    // In Spanish a verb, but never with a capital letter inside a sentence.
    if first.text == "Defender" { return true }
    if first.key == "s3" {
      return sentence.range.contains { Self.stored.contains(tokens[$0].key) }
    }
    return mentions.contains { other in
      other.range != mention.range && sentence.range.contains(other.range.lowerBound)
        && other.integrations.contains { $0.kind == kind && !$0.isMake }
    }
  }

  /// `ad oder ldap`
  private func isBesideLogin(_ mention: Mention) -> Bool {
    mentions.contains { other in
      ["ldap", "sso"].contains(other.integration?.kind)
        && (0...1).contains(
          max(
            other.range.lowerBound - mention.range.upperBound,
            mention.range.lowerBound - other.range.upperBound))
    }
  }

  private static let stored = DenialCues.words(
    "files file store stored storage bucket blobs backend uploads dateien gespeichert speicher fichiers stockes stockage archivos almacenamiento arquivos armazenamento ficheiros bestanden opslag pliki"
  )

  /// Common words count with a sign that the thing is there: `our database`, `a two-node cluster`.
  private func isOurs(_ mention: Mention) -> Bool {
    let before = tokens[max(0, mention.range.lowerBound - 4)..<mention.range.lowerBound]
    let signs: Set<String> = [
      "our", "a", "an", "node", "two", "in", "as", "with", "inside", "within", "two-node", "using",
      "unser", "ein", "einem", "einen", "im", "mit", "un", "dans", "notre", "une", "en", "nuestro",
      "um", "nosso", "een", "onze", "w", "2", "3", "three", "eine", "unsere", "no", "kein", "keine",
      "sans", "sin", "active", "avec", "con", "bez", "sem", "for", "runs", "failover",
    ]
    return before.contains {
      signs.contains($0.key) || $0.key.hasPrefix("two") || Cues.none.contains($0.key)
    }
      || mention.integration?.kind == "ha" && !isBareCluster(mention)
      || passage.isAnswer && !passage.has(.title)
      || ["docker", "helm", "kube"].contains { tokens[mention.range.lowerBound].key.hasPrefix($0) }
  }

  /// `on the cluster`, which may be one of containers.
  func isBareCluster(_ mention: Mention) -> Bool {
    guard mention.range.count == 1, tokens[mention.range.lowerBound].key.hasPrefix("cluster") else {
      return false
    }
    let clause = bearing.clause(of: mention.range.lowerBound)
    return !clause.contains {
      [
        "nodes", "active", "passive", "aktiv", "passiv", "actif", "activo", "failover",
        "two", "zwei", "deux", "dos",
      ]
      .contains(tokens[$0].key)
    }
  }

  /// `cluster yes`, `Cluster? No`
  private func isAnswered(_ mention: Mention) -> Bool {
    guard mention.range.upperBound < tokens.count else { return false }
    return Cues.yes.contains(tokens[mention.range.upperBound].key)
      || bearing.stance(of: mention.range) == .absent
  }

  /// `runs in Docker on a Synology NAS`: the machine itself, rather than where files lie.
  private func isHost(_ mention: Mention) -> Bool {
    let clause = bearing.clause(of: mention.range.lowerBound)
    var before = mention.range.lowerBound - 1
    while clause.contains(before),
      bearing.mentioned.contains(before) || Bearing.adjectives.contains(tokens[before].key)
        || ["my", "our", "mein", "meinem", "unserem", "mon", "notre", "mi"].contains(
          tokens[before].key)
    {
      before -= 1
    }
    guard clause.contains(before),
      ["on", "auf", "sur", "en", "op", "na", "su", "em"].contains(tokens[before].key)
    else { return false }
    return clause.contains {
      Self.hosting.contains(tokens[$0].key)
    }
  }

  private static let hosting = DenialCues.words(
    "run runs running installed hosted laeuft installiert tourne installe corre instalado roda draait dziala gira docker container"
  )
}

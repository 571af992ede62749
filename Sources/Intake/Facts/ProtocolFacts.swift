import CaseModel

/// The file transfer protocols that a passage names.
extension PassageReader {
  mutating func readProtocols() {
    let isAsked = passage.isAnswer && passage.has(.protocols)
    // What `curl -V` is able to.
    if tokens.contains(where: { ["gopher", "telnet", "imaps", "pop3s"].contains($0.key) }) {
      return
    }
    for (position, mention) in mentions.enumerated() where !mention.protocols.isEmpty {
      guard isAsked || !isUsed(mention.range.lowerBound) || mention.product == nil else { continue }
      for name in names(mention, position, isAsked) { claimProtocol(name, mention, isAsked) }
      if isAsked { use(mention.range) }
    }
  }

  private mutating func claimProtocol(_ name: String, _ mention: Mention, _ isAsked: Bool) {
    guard isAsked || isUse(name, mention) else { return }
    var stance = bearing.stance(of: mention.range)
    if stance == .present, bearing.isOpenList(mention.range) { stance = .absent }
    if stance == .present || stance == .doubtful {
      if bearing.isPlanned(mention.range) { stance = .planned }
      if isFormerProtocol(mention.range) { stance = .former }
    }
    if stance == .planned, bearing.sentence(of: mention.range.lowerBound)?.asks == true { return }
    let isAside = !isAsked && bearing.isElsewhere(mention.range) && isOnlyCompared(mention.range)
    claim(
      .protocol(name), at: mention.range, stance: stance,
      source: isAsked
        ? .answer
        : isAside || stance == .absent && bearing.isWeaklyDenied(mention.range)
          || passage.has(.title) && isGeneric(mention) ? .aside : .sentence,
      isCorrection: bearing.isCorrection(mention.range)
        || stance == .present && saysOnly(mention.range))
  }

  /// `only FTPS`, `tylko z FTPS`
  private func saysOnly(_ range: Range<Int>) -> Bool {
    let clause = bearing.clause(of: range.lowerBound)
    return
      (max(clause.lowerBound, range.lowerBound - 3)..<min(clause.upperBound, range.upperBound + 2))
      .contains {
        [
          "only", "nur", "ausschliesslich", "seulement", "uniquement", "solo", "solamente",
          "unicamente", "apenas", "somente", "alleen", "uitsluitend", "tylko", "wylacznie",
          "soltanto", "endast", "jen", "pouze",
        ].contains(tokens[$0].key)
      }
  }

  /// `from FTP to SFTP`, `FTP was replaced`.
  private func isFormerProtocol(_ range: Range<Int>) -> Bool {
    let clause = bearing.clause(of: range.lowerBound)
    let before = clause.lowerBound..<range.lowerBound
    let cues: Set<String> = [
      "formerly", "previously", "old", "replaced", "replacing", "migrated", "moved", "switched",
      "former", "früher", "frueher", "vorher", "anciennement", "avant", "antes", "voorheen",
      "wczesniej",
    ]
    guard before.contains(where: { cues.contains(tokens[$0].key) }) else { return false }
    return !(max(clause.lowerBound, range.lowerBound - 2)..<range.lowerBound).contains {
      ["to", "by", "auf", "zu", "vers", "a", "naar", "na", "para", "with"].contains(tokens[$0].key)
    }
  }

  private func isOnlyCompared(_ range: Range<Int>) -> Bool {
    let clause = bearing.clause(of: range.lowerBound)
    return clause.contains {
      ["example", "e.g", "instead", "rather", "supports", "supported", "compared", "stattdessen"]
        .contains(tokens[$0].key)
    }
  }

  /// What the words mean here: `FTP(S)` is both, `FTPS, implicit` is one.
  private func names(_ mention: Mention, _ position: Int, _ isAsked: Bool) -> [String] {
    guard let name = mention.protocols.first else { return [] }
    let next = mention.range.upperBound
    let isBracketed =
      next < tokens.count && tokens[next].key == "s" && tokens[next].gap.contains(.open)
    if name == "ftp", isBracketed { return ["ftp"] + ftps(mention) }
    if name == "http", isBracketed { return ["http", "https"] }
    if name == "ftp", isSecured(mention) { return ftps(mention) }
    return name == "ftps" ? ftps(mention) : [name]
  }

  /// `FTP (with TLS)`, `FTP with explicit TLS`.
  private func isSecured(_ mention: Mention) -> Bool {
    let end = min(mention.range.upperBound + 4, tokens.count)
    guard mention.range.upperBound < end else { return false }
    var sawWay = false
    for index in mention.range.upperBound..<end {
      if tokens[index].gap.has([.comma, .semicolon, .period, .slash, .plus]) { return false }
      let key = tokens[index].key
      if ["tls", "ssl", "auth"].contains(key) { return sawWay }
      if key == "ssh" { return false }
      guard
        [
          "over", "with", "via", "mit", "ueber", "avec", "sur", "con", "com", "met", "explicit",
          "implicit", "explizit", "implizit", "explicite", "explicito", "po", "z", "using",
          "through", "implicite", "expliciete", "med",
        ].contains(key)
      else { return false }
      sawWay = true
    }
    return false
  }

  /// Explicit unless the words beside it say implicit, both when they say both.
  private func ftps(_ mention: Mention) -> [String] {
    let sentence = bearing.sentence(of: mention.range.lowerBound)?.range ?? mention.range
    let next = mentions.first {
      $0.range.lowerBound >= mention.range.upperBound && !$0.protocols.isEmpty
        && $0.protocols != ["ftps"] && $0.protocols != ["ftps-implicit"]
    }
    let end = min(
      next?.range.lowerBound ?? sentence.upperBound, mention.range.upperBound + 10,
      sentence.upperBound)
    let start = max(sentence.lowerBound, mention.range.lowerBound - 2)
    guard start < end else { return ["ftps"] }
    let near = (start..<end).filter { index in
      index == 0
        || !(Cues.none.contains(tokens[index - 1].key) || Cues.not.contains(tokens[index - 1].key))
    }.map { tokens[$0].key }
    let isImplicit = near.contains { $0.hasPrefix("impli") || $0 == "990" || $0 == "niejawny" }
    let isExplicit = near.contains {
      $0.hasPrefix("expli") || $0 == "21" || $0 == "ftpes" || $0 == "jawny"
    }
    return isImplicit ? (isExplicit ? ["ftps", "ftps-implicit"] : ["ftps-implicit"]) : ["ftps"]
  }

  /// Whether a sentence says that it is used: `FTP server` and `HTTP error` do not.
  private func isUse(_ name: String, _ mention: Mention) -> Bool {
    let next = mention.range.upperBound
    if passage.has(.title), ["http", "https"].contains(name) { return false }
    if mention.isCommon {
      return tokens[mention.range.lowerBound].isShouted && isBesideProtocol(mention)
    }
    if isOfForeignList(mention) { return false }
    if tokens[mention.range.lowerBound].gap.has([.slash, .underscore, .hyphen]),
      mention.range.lowerBound > 0,
      self.mention(at: mention.range.lowerBound - 1)?.protocols.isEmpty != false
    {
      return false
    }
    switch name {
    case "rsync": return true
    case "smb" where tokens[mention.range.lowerBound].isShouted:
      return next >= tokens.count
        || !["share", "shares", "mount", "signing"].contains(tokens[next].key)
    case "http", "https", "smb", "tftp", "s3", "nfs":
      return isBesideProtocol(mention) || isTransfer(mention)
    case "ftp" where isGeneric(mention): return false
    default: return next <= tokens.count
    }
  }

  /// `the FTP server`, `FTP users`: the word that everybody says.
  private func isGeneric(_ mention: Mention) -> Bool {
    let next = mention.range.upperBound
    guard mention.protocols == ["ftp"] else { return false }
    if next < tokens.count, tokens[next].gap.isSubset(of: [.space, .hyphen, .line]) {
      return [
        "server", "servers", "service", "site", "daemon", "software", "client", "clients", "user",
        "users", "account", "accounts", "root", "directory", "helper", "dienst", "program",
        "serwer", "host", "space", "folder", "home", "zugang",
      ].contains(tokens[next].key)
    }
    let before = mention.range.lowerBound - 1
    return before >= 0
      && ["serveur", "servidor", "serwer", "serwera", "server"].contains(tokens[before].key)
  }

  /// `ctype, curl, dom, ftp, gd`: a list of other things.
  private func isOfForeignList(_ mention: Mention) -> Bool {
    let (before, after) = (mention.range.lowerBound - 1, mention.range.upperBound)
    guard before >= 1, after + 1 < tokens.count,
      tokens[mention.range.lowerBound].gap.contains(.comma),
      tokens[after].gap.contains(.comma), tokens[before].gap.contains(.comma),
      tokens[after + 1].gap.contains(.comma)
    else { return false }
    return self.mention(at: before)?.protocols.isEmpty != false
      && self.mention(at: after)?.protocols.isEmpty != false
  }

  /// A member of a list of protocols.
  private func isBesideProtocol(_ mention: Mention) -> Bool {
    guard let sentence = bearing.sentence(of: mention.range.lowerBound) else { return false }
    return mentions.contains { other in
      other.range != mention.range && sentence.range.contains(other.range.lowerBound)
        && other.protocols.contains {
          ["ftp", "ftps", "sftp", "scp", "webdav", "as2", "ftps-implicit", "tftp"].contains($0)
        }
        && abs(other.range.lowerBound - mention.range.lowerBound)
          <= (other.protocols == ["tftp"] ? 12 : 4)
    }
  }

  /// `upload over HTTPS`
  private func isTransfer(_ mention: Mention) -> Bool {
    let clause = bearing.clause(of: mention.range.lowerBound)
    let says = clause.contains {
      [
        "upload", "uploads", "uploading", "download", "downloads", "transfer", "transfers",
        "hochladen", "televersement", "telechargement", "subir", "files",
      ].contains(tokens[$0].key)
    }
    let before = mention.range.lowerBound - 1
    return says && before >= 0
      && [
        "over", "via", "by", "through", "ueber", "per", "par", "sur", "en", "por", "przez", "op",
        "using",
      ].contains(tokens[before].key)
  }
}

import CaseModel

/// Whose an operating system is that a sentence names.
extension PassageReader {
  /// `that's now macOS 12.7`
  func isNow(_ range: Range<Int>, _ versions: [String]) -> Bool {
    guard !versions.isEmpty, range.lowerBound > 0 else { return false }
    return Cues.atPresent.contains(tokens[range.lowerBound - 1].key)
  }

  /// `Nexus itself is on Amazon Linux`, `two HAProxys (2.8.5, Debian 12)`, `Transfer CFT sous AIX`.
  func owner(of range: Range<Int>) -> String? {
    guard let sentence = bearing.sentence(of: range.lowerBound)?.range,
      let before = mentions.last(where: {
        $0.range.upperBound <= range.lowerBound && sentence.contains($0.range.lowerBound)
          && ($0.product != nil || $0.client != nil || $0.integration != nil || $0.os != nil)
      }), before.os == nil
    else { return nil }
    let between = before.range.upperBound..<range.lowerBound
    let isWithin =
      tokens[before.range.upperBound].gap.contains(.open)
      && !(between.dropFirst() + [range.lowerBound]).contains {
        tokens[$0].gap.contains(.close)
      }
    let isOn =
      between.count <= 8
      && between.suffix(5).contains {
        Self.standingOns.contains(tokens[$0].key)
      } && !between.contains { tokens[$0].gap.has([.semicolon, .comma]) }
    guard isWithin || isOn else { return nil }
    return before.product ?? before.client
      ?? before.integration.map { _ in Folding.key(text(of: before.range)) }
  }

  static let standingOns: Set<String> = [
    "on", "auf", "unter", "sur", "sous", "op", "na", "pod", "em", "en", "su", "sobre", "under",
  ]

  /// `WebDAV from Windows 10`, unless it is what an upgrade came from.
  func isFromThere(_ range: Range<Int>) -> Bool {
    var at = range.lowerBound - 1
    if at >= 0, ["a", "an", "our", "my", "the", "einem", "un"].contains(tokens[at].key) { at -= 1 }
    guard at >= 0, ["from", "depuis", "desde"].contains(tokens[at].key) else { return false }
    // `davfs2 1.5.4 from Debian 12` is its package.
    if at > 0, tokens[at - 1].isVersionLike { return false }
    let clause = bearing.clause(of: range.lowerBound)
    return !clause.contains {
      Cues.changes.contains(tokens[$0].key)
        || ["upgraded", "came", "to"].contains(tokens[$0].key) && $0 > range.lowerBound
    }
  }

  /// `from the backup machine: Debian 11, rclone 1.66`: the program that a client has.
  func isBesideClient(_ range: Range<Int>) -> Bool {
    guard let sentence = bearing.sentence(of: range.lowerBound)?.range,
      let next = mentions.first(where: { $0.range.lowerBound >= range.upperBound }),
      sentence.contains(next.range.lowerBound), next.client != nil, next.product == nil,
      next.range.upperBound < tokens.count, tokens[next.range.upperBound].isVersionLike
    else { return false }
    return (range.upperBound..<next.range.lowerBound).allSatisfy {
      ["with", "mit", "avec", "con", "com", "met", "z", "and", "und", "et", "y", "e", "en", "i"]
        .contains(tokens[$0].key)
    }
  }

  /// `our Windows domain`, `a Windows share`, `Windows Explorer`: no machine is told of.
  func isOfWindows(_ at: Int) -> Bool {
    guard at < tokens.count, tokens[at].gap.isSubset(of: [.space, .hyphen, .line]) else {
      return false
    }
    return [
      "domain", "domaene", "domaine", "dominio", "share", "shares", "explorer", "credentials",
      "authentication", "auth", "login", "logon", "account", "accounts", "update", "updates",
      "defender", "firewall", "ad", "path", "paths", "style", "line", "user", "users", "smb",
      "terminal", "subsystem", "active", "freigabe", "benutzer", "konto", "anmeldung",
    ].contains(tokens[at].key)
  }

  /// `LDAP on Windows Server 2019`, `AD (2016)`: the integration's machine.
  func isOfIntegration(_ range: Range<Int>) -> Bool {
    if passage.labelCount > 0, let first = mentions.first,
      first.range.upperBound <= passage.labelCount,
      first.integration != nil, first.os == nil, !passage.has(.os)
    {
      return true
    }
    if passage.has(.os) && passage.isAnswer { return false }
    // `DCs are Windows Server 2019`
    if (max(0, range.lowerBound - 4)..<range.lowerBound).contains(where: {
      ["dc", "dcs"].contains(tokens[$0].key) && !tokens[$0].gap.contains(.underscore)
    }) {
      return true
    }
    let clause = bearing.sentence(of: range.lowerBound)?.range ?? range
    let before = mentions.last {
      $0.range.upperBound <= range.lowerBound && clause.contains($0.range.lowerBound)
    }
    guard let before, let integration = before.integration,
      before.product == nil || integration.isMake,
      !["container", "firewall", "nat", "ha"].contains(integration.kind)
        || integration.isMake && integration.kind == "firewall"
    else { return false }
    let between = before.range.upperBound..<range.lowerBound
    // `the Seafile behind the proxy is on Windows`
    if tokens[max(0, before.range.lowerBound - 2)..<before.range.lowerBound].contains(where: {
      ["behind", "hinter", "derriere", "detras", "atras", "achter", "za", "dietro"].contains($0.key)
    }) {
      return false
    }
    return between.count <= 4
      && between.allSatisfy {
        [
          "on", "is", "a", "an", "the", "auf", "sur", "en", "op", "na", "running", "server",
          "domain", "controller", "controllers", "dc", "einem", "un", "einer", "2", "two",
        ].contains(tokens[$0].key)
      }
      && tokens[range.lowerBound].gap.isDisjoint(with: [.semicolon, .period])
  }

  /// `FileZilla 3.66 on Windows 11` is a client's machine, `ProFTPD on Debian` the server's.
  func softwareBefore(_ range: Range<Int>) -> Claim.Side? {
    let clause = bearing.sentence(of: range.lowerBound)?.range ?? range
    guard
      let before = mentions.last(where: {
        $0.range.upperBound <= range.lowerBound && clause.contains($0.range.lowerBound)
          && ($0.client != nil || $0.product != nil)
      })
    else { return nil }
    let between = before.range.upperBound..<range.lowerBound
    let isNear = bearing.clause(of: range.lowerBound).contains(before.range.lowerBound)
    guard between.count <= 6,
      isNear
        || ["on", "auf", "sur", "en", "op", "na", "em"].contains(tokens[range.lowerBound - 1].key),
      between.contains(where: {
        [
          "on", "auf", "unter", "sur", "en", "sous", "op", "na", "pod", "em", "su", "sobre",
          "under", "paa", "for", "from",
        ].contains(tokens[$0].key)
      })
        || tokens[range.lowerBound].gap.has([.open, .slash]) || between.isEmpty
    else { return nil }
    if before.client != nil, before.product == nil { return .client }
    return before.product != nil ? .server : nil
  }
}

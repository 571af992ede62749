/// Versions that stand beside the name of their software.
extension PassageReader {
  struct Version {
    var text: String
    var index: Int
  }

  /// `ProFTPD 1.3.8b`, `ProFTPD, version 1.3.8b`, `ProFTPD 1.3.7 or 1.3.8`.
  func versions(after mention: Mention, _ taken: Set<Int>) -> [Version] {
    var (found, at, skipped) = ([Version](), mention.range.upperBound, 0)
    while at < tokens.count, skipped <= 5 {
      let token = tokens[at]
      // `Syncplify Server! 6.2.31` has that in its name.
      let isNamed = token.gap.contains(.exclamation) && skipped == 0 && token.text.contains(".")
      if token.gap.has([.semicolon, .question, .exclamation, .pipe]), at != passage.labelCount,
        !isNamed
      {
        break
      }
      if token.gap.contains(.period), token.gap.has([.space, .line]),
        !["ver", "v", "vers", "rel"].contains(tokens[at - 1].key)
      {
        break
      }
      if let other = self.mention(at: at), other.range.lowerBound >= mention.range.upperBound,
        other.ownsVersions || !other.protocols.isEmpty && skipped > 0
      {
        break
      }
      // The epoch of a package: `1:8.9p1-3`.
      if token.isNumber, at + 1 < tokens.count, tokens[at + 1].gap == .colon { at += 1 }
      if !taken.contains(at), let text = VersionText.product(tokens[at].text),
        isVersion(at, after: mention, skipped)
      {
        found.append(Version(text: text, index: at))
        at += 1
        // `Graylog 5.0.7 -> 5.1.0`
        if at < tokens.count, tokens[at].gap.contains(.arrow),
          let later = VersionText.product(tokens[at].text), later.contains(".")
        {
          found = [Version(text: later, index: at)]
          break
        }
        // `glpi 8.4.7 to 9.5.2`
        if at + 1 < tokens.count,
          ["to", "auf", "naar", "na", "vers", "para"].contains(tokens[at].key),
          let later = VersionText.product(tokens[at + 1].text), later.contains(".")
        {
          found = [Version(text: later, index: at + 1)]
          break
        }
        guard at < tokens.count, isAlternative(at) else { break }
        while at < tokens.count,
          ProductWords.ors.contains(tokens[at].key) || Cues.nows.contains(tokens[at].key)
        { at += 1 }
        skipped = 0
        continue
      }
      if !found.isEmpty { break }
      guard
        ProductWords.between.contains(token.key) || Cues.doubts.contains(token.key)
          || at <= passage.labelCount || isTitled(at, after: mention)
          || token.gap.has([.open]) && skipped == 0 && token.key.count < 3
      else { break }
      at += 1
      skipped += 1
    }
    return found
  }

  /// `Squid Cache version 3.3.14`, `MinIO Object Storage Server version …`: the rest of its title.
  func isTitled(_ at: Int, after mention: Mention) -> Bool {
    guard tokens[at].isCapital, tokens[at].gap.isSubset(of: [.space, .hyphen]),
      !LabelWords.otherVersions.contains(tokens[at].key),
      !ProductWords.parts.contains(tokens[at].key)
    else { return false }
    let rest = tokens[at...].prefix(4).dropFirst()
    return rest.contains { LabelWords.versionWords.contains($0.key) }
      && !rest.contains { $0.gap.has([.comma, .period, .semicolon, .open]) }
  }

  func isAlternative(_ at: Int) -> Bool {
    if tokens[at].gap.has([.period, .semicolon, .question]) { return false }
    if Cues.nows.contains(tokens[at].key) {
      return (at + 1..<min(at + 3, tokens.count)).contains {
        VersionText.product(tokens[$0].text) != nil
      }
    }
    if ProductWords.ors.contains(tokens[at].key) {
      return at + 1 < tokens.count && VersionText.product(tokens[at + 1].text) != nil
    }
    return tokens[at].gap.contains(.slash) && VersionText.product(tokens[at].text) != nil
  }

  func isVersion(_ at: Int, after mention: Mention, _ skipped: Int) -> Bool {
    let token = tokens[at]
    // `10.5.23-MariaDB-0+deb11u1`
    if token.gap.has([.hyphen, .underscore]),
      VersionText.product(token.text).map({ Int($0) != nil }) == true
    {
      return false
    }
    if token.text.contains(".")
      || token.text.contains(where: \.isLetter) && !token.text.hasPrefix("v")
    {
      return !isUnit(at)
    }
    if let number = Int(token.key.drop { $0 == "v" }), number > 3000 { return false }
    // `423 Locked`
    if let status = Int(token.key), (400...599).contains(status),
      !passage.isAnswer || passage.has(.title)
    {
      return false
    }
    // `curl: (28)`
    if token.gap.contains(.open), token.gap.contains(.colon) { return false }
    // `sshd[755]`, `minio-1`
    if token.gap == .open || token.gap.has([.hyphen, .underscore]) { return false }
    // `Nextcloud Desktop: 423 Locked`
    if at == passage.labelCount, at > 0, !passage.has(.version), !passage.has(.product),
      at + 1 < tokens.count, tokens[at + 1].gap == .space
    {
      return false
    }
    // A bare number needs to stand right there, and not count something.
    let said =
      skipped > 0
      && (mention.range.upperBound..<at).contains {
        LabelWords.versionWords.contains(tokens[$0].key)
      }
    return (skipped == 0 || said || at == passage.labelCount) && !isUnit(at)
      && !token.gap.has([.comma, .slash])
  }

  func isUnit(_ at: Int) -> Bool {
    // `4.1 and newer`
    if at + 2 < tokens.count, ["and", "or", "und", "oder", "et", "y"].contains(tokens[at + 1].key),
      [
        "newer", "later", "higher", "above", "up", "neuer", "hoeher", "superieur", "older",
        "earlier", "below",
      ].contains(tokens[at + 2].key)
    {
      return true
    }
    // `1.0.51 out of ports`
    guard at + 1 < tokens.count, !tokens[at + 1].gap.has([.comma, .close, .period, .colon]),
      tokens[at].text.count(where: { $0 == "." }) < 2
    else { return false }
    return ProductWords.units.contains(tokens[at + 1].key)
  }

  /// `version 1.3.8b of ProFTPD`, `2.5.4 SFTPGo`.
  func versions(before mention: Mention, _ taken: Set<Int>) -> [Version] {
    let start = mention.range.lowerBound
    guard start > 0, versions(after: mention, taken).isEmpty else { return [] }
    let isOf = ["of", "von", "de", "du", "van", "di", "av", "do", "from"].contains(
      tokens[start - 1].key)
    let at = isOf ? start - 2 : start - 1
    guard at >= 0, !taken.contains(at), self.mention(at: at) == nil,
      tokens[start].gap.isSubset(of: [.space, .line]),
      tokens[at + 1].gap.isSubset(of: [.space, .line]),
      let text = VersionText.product(tokens[at].text), text.contains("."),
      !isOf || at == 0 || LabelWords.versionWords.contains(tokens[at - 1].key)
        || tokens[at].text.hasPrefix("v")
    else { return [] }
    // `Debian 12.5 ProFTPD` is the OS's.
    if !isOf, at > 0, self.mention(at: at - 1)?.ownsVersions == true { return [] }
    return [Version(text: text, index: at)]
  }
}

import CaseModel

/// Operating systems that a passage names.
extension PassageReader {
  mutating func readSystems() {
    for (position, mention) in mentions.enumerated() {
      guard let os = mention.os else { continue }
      var (id, range) = (os.id, mention.range)
      var versions = os.version.map { [$0] } ?? []
      extend(&id, &versions, &range)
      guard isMeant(mention, id, versions, range) else { continue }
      if versions.isEmpty, isRepeatedName(position, id) { continue }
      claimSystem(id, versions, range)
    }
    readBareSystemVersion()
  }

  private mutating func claimSystem(_ id: String, _ versions: [String], _ range: Range<Int>) {
    // `Active Directory: Windows Server 2019` tells of the directory's machine.
    if isOfIntegration(range) { return use(range) }
    var side = bearing.side(of: range)
    if let software = softwareBefore(range) { side = software }
    if isFromThere(range) { side = .client }
    var stance = bearing.stance(of: range)
    if stance == .present || stance == .doubtful {
      if bearing.isFormer(range), side != .client || !isFromThere(range) { stance = .former }
      if bearing.isPlanned(range), !passage.isAnswer { stance = .planned }
    }
    let isElsewhere = bearing.isElsewhere(range) && !passage.isAnswer
    claim(
      .os(id: id, versions: versions), at: range, stance: stance, side: side,
      source: isElsewhere || Self.appliances.contains(id) && !passage.isAnswer
        ? .aside : isBesideTheAnswer ? .sentence : nil,
      isCorrection: bearing.isCorrection(range))
  }

  /// `Product version? ProFTPD 1.3.8 on Debian 12`: the OS's own question says more.
  private var isBesideTheAnswer: Bool {
    passage.question == .product || passage.question == .productVersion
  }

  /// Rather stand beside the product than under it.
  private static let appliances: Set<String> = [
    "synology-dsm", "qts", "truenas", "unraid", "proxmox", "openwrt", "android", "ios",
  ]

  /// `WebDAV from Windows 10`, unless it is what an upgrade came from.
  private func isFromThere(_ range: Range<Int>) -> Bool {
    var at = range.lowerBound - 1
    if at >= 0, ["a", "an", "our", "my", "the", "einem", "un"].contains(tokens[at].key) { at -= 1 }
    guard at >= 0, ["from", "depuis", "desde"].contains(tokens[at].key) else { return false }
    let clause = bearing.clause(of: range.lowerBound)
    return !clause.contains {
      Cues.changes.contains(tokens[$0].key)
        || ["upgraded", "came", "to"].contains(tokens[$0].key) && $0 > range.lowerBound
    }
  }

  /// Takes the version, its suffix and a code name behind an OS's name.
  private func extend(_ id: inout String, _ versions: inout [String], _ range: inout Range<Int>) {
    var at = range.upperBound
    var skipped = 0
    while at < tokens.count, skipped < 4, !breaks(at) {
      let token = tokens[at]
      if let version = version(at, of: id) {
        if token.gap.contains(.comma) { break }
        versions =
          versions.isEmpty || versions[0].hasPrefix(version) || version.hasPrefix(versions[0])
          ? [version] : versions
        range = range.lowerBound..<at + 1
        takeSuffix(&id, &versions, &range)
        takeAlternatives(id, &versions, &range)
        at = range.upperBound
        break
      }
      guard OSNames.between.contains(token.key) || codeName(at, of: id) != nil else { break }
      if let code = codeName(at, of: id) {
        if versions.isEmpty { versions = [code] }
        range = range.lowerBound..<at + 1
      }
      if id == "windows", token.key == "server" { id = "windows-server" }
      at += 1
      skipped += 1
    }
    if id == "windows", let version = versions.first, version.count == 4, version.hasPrefix("20"),
      version != "2000"
    {
      id = "windows-server"
    }
    if id == "windows", let version = versions.first, version.hasPrefix("10.0."),
      let build = Int(version.dropFirst(5).prefix { $0 != "." })
    {
      versions = [build >= 22000 ? "11" : "10"]
    }
    closeWithCodeName(id, &versions, &range)
    if id == "centos", range.count > 1, tokens[range].contains(where: { $0.key == "stream" }) {
      id = "centos"
    }
  }

  private func breaks(_ at: Int) -> Bool {
    tokens[at].gap.has([.semicolon, .question, .exclamation, .arrow])
      || (tokens[at].gap.contains(.period) && tokens[at].gap.contains(.space))
  }

  private func version(_ at: Int, of id: String) -> String? {
    let token = tokens[at]
    if id.hasPrefix("windows") {
      if ["xp", "vista"].contains(token.key) { return token.key == "xp" ? "XP" : "Vista" }
      if id == "windows", token.key.count == 4, let year = Int(token.key),
        (2003...2030).contains(year)
      {
        return token.key
      }
    }
    if id == "arch" || id == "gentoo" || id == "nixos" && !token.key.contains(".") { return nil }
    var text = token.key
    if id == "aix" || id == "freebsd", let dash = text.firstIndex(of: "-") {
      text = String(text[..<dash])
    }
    if id == "ubuntu" || id == "debian" || id == "sles" || id == "rhel" {
      // `15-SP4`, `15sp4`, `22.04lts`
      for suffix in ["-sp", "sp", "lts", "-lts", "u", "-slim"] {
        if let range = text.range(of: suffix) { text = String(text[..<range.lowerBound]) }
      }
    }
    guard let version = VersionText.os(text),
      OSVersions.isPlausible(version, of: id) || (id == "windows" && isServerYear(version)),
      !isCount(at)
    else { return nil }
    return version
  }

  private func isServerYear(_ version: String) -> Bool {
    version.count == 4 && OSVersions.isPlausible(version, of: "windows-server")
  }

  /// `Windows 10 users` has ten of nothing, but `2 Debian 3 Ubuntu servers` has.
  private func isCount(_ at: Int) -> Bool {
    guard at + 1 < tokens.count, !tokens[at + 1].gap.has([.comma, .close]) else { return false }
    return [
      "gb", "gib", "mb", "tb", "cores", "cpus", "nodes", "times", "days", "weeks", "months",
      "years", "vms",
    ]
    .contains(tokens[at + 1].key)
  }

  /// `2012 R2`, `11 23H2`, `11 Pro 23H2`.
  private func takeSuffix(_ id: inout String, _ versions: inout [String], _ range: inout Range<Int>)
  {
    guard id.hasPrefix("windows") else { return }
    for at in range.upperBound..<min(range.upperBound + 4, tokens.count) {
      let word = tokens[at].text.uppercased()
      if tokens[at].gap.has([.comma, .semicolon, .slash]) { return }
      let isHalfYear =
        word.utf8.count == 4 && word.first?.isDigit == true
        && (["H1", "H2"].contains(word.suffix(2))
          || versions == ["10"]
            && [
              "1507", "1511", "1607", "1703", "1709", "1803", "1809", "1903", "1909", "2004",
              "2009",
            ].contains(word))
      if word == "R2" || isHalfYear {
        versions[0] += " " + word
        range = range.lowerBound..<at + 1
        return
      }
      guard OSNames.between.contains(tokens[at].key) || tokens[at].gap.contains(.open) else {
        return
      }
    }
  }

  /// `7/8`, `11 or 12`.
  private func takeAlternatives(_ id: String, _ versions: inout [String], _ range: inout Range<Int>)
  {
    while range.upperBound < tokens.count {
      let at = range.upperBound
      let isOr = [
        "or", "oder", "ou", "o", "of", "lub", "albo", "eller", "nebo", "and", "und", "et", "y", "e",
        "en", "i",
      ].contains(tokens[at].key)
      let place = isOr ? at + 1 : at
      guard place < tokens.count, isOr || tokens[at].gap.contains(.slash),
        let other = version(place, of: id), !tokens[place].gap.has([.comma, .period])
      else { return }
      if !versions.contains(other) { versions.append(other) }
      range = range.lowerBound..<place + 1
    }
  }

  private func codeName(_ at: Int, of id: String) -> String? {
    guard let mention = mention(at: at), mention.range.lowerBound == at, let os = mention.os,
      os.id == id
    else { return nil }
    return os.version
  }

  /// `Debian 12 (bookworm)`; another release's name leaves open which.
  private func closeWithCodeName(
    _ id: String, _ versions: inout [String], _ range: inout Range<Int>
  ) {
    for at in range.upperBound..<min(range.upperBound + 3, tokens.count) where !breaks(at) {
      // `Mac (macOS Sonoma 14.2)`: another name, with a release of its own.
      if let other = mention(at: at)?.os, other.version == nil { return }
      guard let version = codeName(at, of: id) else { continue }
      if !versions.contains(where: { $0 == version || $0.hasPrefix(version + ".") }) {
        versions.append(version)
      }
      range = range.lowerBound..<at + 1
      return
    }
  }

  // MARK: is it one at all

  private func isMeant(_ mention: Mention, _ id: String, _ versions: [String], _ range: Range<Int>)
    -> Bool
  {
    if mention.range.lowerBound > 0, isUsed(mention.range.lowerBound) { return false }
    let token = tokens[mention.range.lowerBound]
    let hasVersion = !versions.isEmpty && !mention.isCommon || range.count > mention.range.count
    if token.gap.has([.slash, .underscore]), mention.range.lowerBound > 0, !hasVersion,
      !passage.has(.os)
    {
      // A piece of a path, unless it is a list: `Debian/Ubuntu`.
      return self.mention(at: mention.range.lowerBound - 1)?.os != nil
    }
    if hasVersion || passage.has(.os) && passage.isAnswer { return true }
    if mention.isCommon { return false }
    if mention.range.count > 1 { return true }
    return token.isCapital
      || token.text.utf8.first.map { $0 == 0x6D || (48...57).contains($0) } == true
      || id == "macos" || nextIsMachine(range.upperBound)
  }

  private func nextIsMachine(_ at: Int) -> Bool {
    at < tokens.count
      && [
        "server", "servers", "machine", "machines", "box", "vm", "host", "client", "clients", "pc",
        "pcs", "laptop", "workstation", "system", "container", "linux", "based", "image",
      ].contains(tokens[at].key)
  }

  /// The same name again, without a version, adds nothing.
  private func isRepeatedName(_ position: Int, _ id: String) -> Bool {
    mentions[..<position].contains {
      $0.os?.id == id
        && bearing.sentence(of: $0.range.lowerBound)?.range
          == bearing.sentence(of: mentions[position].range.lowerBound)?.range
    }
  }

  /// `LDAP on Windows Server 2019`, `AD (2016)`: the integration's machine.
  private func isOfIntegration(_ range: Range<Int>) -> Bool {
    if passage.labelCount > 0, let first = mentions.first,
      first.range.upperBound <= passage.labelCount,
      first.integration != nil, first.os == nil, !passage.has(.os)
    {
      return true
    }
    if passage.has(.os) && passage.isAnswer { return false }
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
  private func softwareBefore(_ range: Range<Int>) -> Claim.Side? {
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

  /// `OS version: 12` below `OS: Debian`.
  private mutating func readBareSystemVersion() {
    guard passage.has(.os), passage.isAnswer, claims.isEmpty,
      !passage.tokens.isEmpty, passage.tokens.count <= 3, mentions.isEmpty,
      let version = VersionText.os(tokens[0].key)
    else { return }
    claim(.os(id: "", versions: [version]), at: 0..<1, side: passage.label.side)
  }
}

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
      // `Debian 11 aka Raspberry Pi OS`
      if range.lowerBound > 0, ["aka", "alias"].contains(tokens[range.lowerBound - 1].key) {
        continue
      }
      if versions.isEmpty, isRepeatedName(position, id) { continue }
      claimSystem(id, versions, range)
    }
    readBareSystemVersion()
  }

  mutating func claimSystem(_ id: String, _ versions: [String], _ range: Range<Int>) {
    // `Active Directory: Windows Server 2019` tells of the directory's machine.
    if isOfIntegration(range) { return use(range) }
    var side = bearing.side(of: range)
    // `Client: Foo Drive 2 on Windows 11` is surer of whose it is than what runs there.
    let isAskedOfClient = passage.isAnswer && passage.label.side == .client && side == .client
    if let software = softwareBefore(range), !isAskedOfClient { side = software }
    if isFromThere(range) || side == .unknown && isBesideClient(range) { side = .client }
    if Self.phones.contains(id), !passage.has(.os) { side = .client }
    var stance = bearing.stance(of: range)
    if stance == .present || stance == .doubtful {
      // `from Ubuntu 20.04 to 22.04`: the later one runs.
      let isChanged = tokens[range].count { VersionText.os($0.key) != nil } > 1
      if bearing.isFormer(range), !isChanged || versions.count > 1,
        side != .client || !isFromThere(range)
      {
        stance = .former
      }
      if bearing.isPlanned(range) || isWithoutProblem(range), !passage.isAnswer {
        stance = .planned
      }
    }
    let isElsewhere =
      bearing.isElsewhere(range) && !passage.isAnswer || isTag(range)
    claim(
      .os(id: id, versions: versions), at: range, stance: stance, side: side,
      source: isElsewhere || Self.appliances.contains(id) && !passage.isAnswer
        ? .aside : isBesideTheAnswer || isAskedElse ? .sentence : nil,
      isCorrection: bearing.isCorrection(range) || isNow(range, versions), owner: owner(of: range))
  }

  /// `On Windows there's no problem`: another machine than the one with the problem.
  private func isWithoutProblem(_ range: Range<Int>) -> Bool {
    let clause = bearing.sentence(of: range.lowerBound)?.range ?? range
    guard Self.standingOns.contains(tokens[clause.lowerBound].key), clause.count <= 24 else {
      return false
    }
    return zip(clause, clause.dropFirst()).contains { index, next in
      index > range.lowerBound && Cues.none.contains(tokens[index].key)
        && Self.problems.contains(tokens[next].key)
    }
  }

  private static let problems: Set<String> = [
    "problem", "problems", "issue", "issues", "trouble", "probleme", "problemen", "problema",
    "problemas", "problemu", "problemow", "problemi",
  ]

  /// `image: bitnami/minideb:bookworm`
  private func isTag(_ range: Range<Int>) -> Bool {
    range.lowerBound > 1 && tokens[range.lowerBound].gap == .colon
      && tokens[range.lowerBound - 1].gap.has([.slash, .hyphen])
  }

  /// `Product version? ProFTPD 1.3.8 on Debian 12`: the OS's own question says more.
  var isBesideTheAnswer: Bool {
    passage.question == .product || passage.question == .productVersion
  }

  /// `Other information: the tills run Windows 10`
  var isAskedElse: Bool {
    passage.isAnswer && !passage.has(.os) && !passage.has(.client)
      && !passage.label.topics.isDisjoint(with: [.other, .integrations, .logs, .protocols])
  }

  /// Names that are nothing else, also where nobody writes them with a capital.
  static let plainNames: Set<String> = [
    "debian", "ubuntu", "centos", "fedora", "freebsd", "rhel", "almalinux", "openbsd", "raspbian",
    "opensuse-leap", "linuxmint", "nixos", "android",
  ]
  static let packaging: Set<String> = [
    "package", "packages", "packaging", "maintainer", "maintainers", "repo", "repos", "repository",
    "archive", "bug", "wiki", "image", "images", "user", "users", "forum",
  ]

  static let phones: Set<String> = ["android", "ios"]

  /// Rather stand beside the product than under it.
  static let appliances: Set<String> = [
    "synology-dsm", "qts", "truenas", "unraid", "proxmox", "openwrt", "android", "ios",
  ]

  func isMeant(_ mention: Mention, _ id: String, _ versions: [String], _ range: Range<Int>)
    -> Bool
  {
    if mention.range.lowerBound > 0, isUsed(mention.range.lowerBound) { return false }
    // A browser's name for itself, in a log.
    if tokens.prefix(mention.range.lowerBound).suffix(8).contains(where: { $0.key == "mozilla" }) {
      return false
    }
    if id.hasPrefix("windows"), versions.isEmpty, isOfWindows(range.upperBound) { return false }
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
    if Self.plainNames.contains(id), token.gap.isDisjoint(with: [.hyphen, .underscore, .slash]),
      range.upperBound >= tokens.count
        || tokens[range.upperBound].gap.isDisjoint(with: [.hyphen, .underscore, .slash, .equals])
          && !Self.packaging.contains(tokens[range.upperBound].key)
    {
      return true
    }
    return token.isCapital
      || token.text.utf8.first.map { $0 == 0x6D || (48...57).contains($0) } == true
      || id == "macos" || nextIsMachine(range.upperBound)
  }

  func nextIsMachine(_ at: Int) -> Bool {
    at < tokens.count
      && [
        "server", "servers", "machine", "machines", "box", "vm", "host", "client", "clients", "pc",
        "pcs", "doos", "kiste", "rechner", "maschine", "lpar", "laptop", "workstation", "system",
        "container", "linux", "based", "image",
      ].contains(tokens[at].key)
  }

  /// The same name again, without a version, adds nothing.
  func isRepeatedName(_ position: Int, _ id: String) -> Bool {
    mentions[..<position].contains {
      $0.os?.id == id
        && bearing.sentence(of: $0.range.lowerBound)?.range
          == bearing.sentence(of: mentions[position].range.lowerBound)?.range
    }
  }

  /// `OS version: 12` below `OS: Debian`.
  mutating func readBareSystemVersion() {
    guard passage.has(.os), !passage.has(.version), passage.isAnswer, claims.isEmpty,
      !passage.tokens.isEmpty, passage.tokens.count <= 3, mentions.isEmpty,
      let version = VersionText.os(tokens[0].key)
    else { return }
    claim(.os(id: "", versions: [version]), at: 0..<1, side: passage.label.side)
  }
}

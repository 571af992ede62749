/// What the lines of a configuration say of the installation.
enum ConfigurationFacts {
  static func read(_ piece: ConfigurationPiece, _ lines: [Line]) -> [Claim] {
    var facts = FactCollector(isWeak: piece.isWeak)
    var directives = Directives()
    for index in piece.range.prefix(20_000) {
      let line = ConfigurationLine(lines[index].printed)
      if line.shape == .directive { directives.add(line, lines[index]) }
    }
    switch piece.kind {
    case .proftpd: FTPConfiguration.proftpd(directives, &facts)
    case .vsftpd: FTPConfiguration.vsftpd(directives, &facts)
    case .pureFTPd: FTPConfiguration.pureFTPd(directives, &facts)
    case .sshd: FTPConfiguration.sshd(directives, &facts)
    case .iptables, .nft, .firewalld, .ufw:
      FirewallConfiguration.read(piece.kind, directives, &facts)
    case .sssd, .ldap, .ldif, .samba: DirectoryConfiguration.read(piece.kind, directives, &facts)
    case .haproxy, .squid, .keepalived, .nginx, .apache:
      ProxyConfiguration.read(piece.kind, directives, &facts)
    case .compose: ComposeConfiguration.read(directives, &facts)
    case .kubernetes: ComposeConfiguration.kubernetes(directives, &facts)
    case .postfix: MailConfiguration.postfix(directives, &facts)
    case .fstab, .rsyslog: StorageConfiguration.read(piece.kind, directives, &facts)
    case .ssh, .krb5, .hosts, .mysql, .sysctl, .certificate: break
    }
    if let product = piece.kind.product, let first = directives.all.first {
      facts.add(.product(name: product, version: nil), first.line, source: .aside)
    }
    return facts.claims
  }
}

/// The directives of one file, in their order.
struct Directives {
  struct Directive {
    var key: String
    var value: Substring
    var text: Substring
    /// The section in brackets it stands in.
    var section: String
    var line: Line
  }

  private(set) var all: [Directive] = []
  private var section = ""

  mutating func add(_ parsed: ConfigurationLine, _ line: Line) {
    if parsed.key.hasPrefix("[") { section = parsed.key }
    all.append(
      Directive(
        key: parsed.key, value: parsed.value, text: parsed.text, section: section, line: line))
  }

  /// The last of that name, which is the one that counts.
  subscript(_ key: String) -> Directive? {
    let key = String(decoding: key.utf8.prefix(24), as: UTF8.self)
    return all.last { $0.key == key }
  }

  /// Set to `on`, `yes`, `true` or `1`.
  func on(_ key: String) -> Directive? {
    guard let found = self[key], ["on", "yes", "true", "1"].contains(found.value.lowercased())
    else {
      return nil
    }
    return found
  }
}

/// Claims of one file.
struct FactCollector {
  let isWeak: Bool
  private(set) var claims: [Claim] = []

  init(isWeak: Bool) { self.isWeak = isWeak }

  mutating func add(
    _ subject: Claim.Subject, _ line: Line, source: Claim.Source = .machine,
    place: Claim.Place = .text
  ) {
    guard claims.count < 200, !claims.contains(where: { $0.subject == subject }) else { return }
    claims.append(
      Claim(
        subject: subject, source: isWeak ? min(source, .sentence) : source, place: place,
        message: line.message, evidence: line.evidence()))
  }

  mutating func add(
    _ kind: String, _ name: String?, _ detail: Substring? = nil, _ line: Line,
    source: Claim.Source = .machine
  ) {
    let detail = detail.flatMap { $0.isEmpty ? nil : String($0).printable(limit: 120) }
    add(.integration(kind: kind, name: name, detail: detail), line, source: source)
  }
}

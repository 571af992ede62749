/// A kind of configuration that a server's neighbourhood is made of.
enum ConfigurationKind: String, CaseIterable {
  case sshd = "sshd_config"
  case ssh = "ssh_config"
  case proftpd = "proftpd.conf"
  case vsftpd = "vsftpd.conf"
  case pureFTPd = "pure-ftpd.conf"
  case iptables = "iptables-save"
  case nft = "nft-ruleset"
  case firewalld
  case ufw = "ufw-status"
  case sssd = "sssd.conf"
  case krb5 = "krb5.conf"
  case ldap = "ldap.conf"
  case ldif
  case haproxy = "haproxy.cfg"
  case squid = "squid.conf"
  case hosts
  case nginx = "nginx.conf"
  case apache = "httpd.conf"
  case keepalived = "keepalived.conf"
  case samba = "smb.conf"
  case compose = "docker-compose.yml"
  case mysql = "my.cnf"
  case fstab
  case rsyslog = "rsyslog.conf"
  case postfix = "main.cf"
  case kubernetes = "kubernetes-manifest"
  case sysctl = "sysctl.conf"
  case certificate

  /// How its lines are built.
  enum Syntax {
    /// `Key value`
    case words
    /// `key = value` and `[section]`
    case assignments
    /// `key: value`
    case labels
    /// `key value;` and `key {`
    case blocks
    /// Known lines only.
    case fixed
  }

  var syntax: Syntax {
    switch self {
    case .sshd, .ssh, .proftpd, .pureFTPd, .ldap, .haproxy, .squid, .apache: .words
    case .vsftpd, .sssd, .krb5, .samba, .mysql, .postfix, .sysctl: .assignments
    case .ldif, .compose, .kubernetes: .labels
    case .nginx, .nft, .keepalived: .blocks
    case .iptables, .firewalld, .ufw, .hosts, .fstab, .rsyslog, .certificate: .fixed
    }
  }

  /// The product whose configuration it is.
  var product: String? {
    switch self {
    case .sshd: "openssh"
    case .proftpd: "proftpd"
    case .vsftpd: "vsftpd"
    case .pureFTPd: "pure-ftpd"
    case .samba: "samba"
    case .postfix: "postfix"
    default: nil
    }
  }

  /// By a file's name: `sshd_config.txt`, `etc/proftpd/tls.conf`, `rules.v4`.
  static func named(_ path: String) -> ConfigurationKind? {
    let path = path.lowercased()
    guard let file = path.split(whereSeparator: { $0 == "/" || $0 == " " }).last else { return nil }
    for kind in allCases where kind.rawValue.contains(".") || kind == .sshd || kind == .ssh {
      if file.hasPrefix(kind.rawValue) { return kind }
    }
    if path.contains("proftpd"), file.hasSuffix(".conf") { return .proftpd }
    if path.contains("sysctl.d/"), file.hasSuffix(".conf") { return .sysctl }
    return names[String(file)]
  }

  /// The kind whose file a line mentions: `Here is the vsftpd.conf:`.
  static func mentioned(in text: Substring) -> ConfigurationKind? {
    guard text.utf8.count <= 160, marks.contains(where: text.has) else { return nil }
    for word in text.split(whereSeparator: { " `'\"(),;".contains($0) }) {
      guard word.contains(where: { "._-/".contains($0) }) else { continue }
      if let kind = named(
        word.last == ":" || word.last == "." ? String(word.dropLast()) : String(word))
      {
        return kind
      }
    }
    return nil
  }

  /// Without any of these no file is named.
  private static let marks = [
    ".conf", "main.cf", ".cnf", ".cfg", "_config", "compose", "iptables", "fstab", "rules.v4",
    "my.ini",
  ]

  private static let names: [String: ConfigurationKind] = [
    "iptables-save": .iptables, "iptables": .iptables, "rules.v4": .iptables,
    "iptables.txt": .iptables,
    "nftables.conf": .nft, "fstab": .fstab, "hosts": .hosts, "compose.yaml": .compose,
    "compose.yml": .compose, "docker-compose.yaml": .compose, "my.ini": .mysql,
    "apache2.conf": .apache,
    "pure-ftpd": .pureFTPd, "sftp.conf": .proftpd, "tls.conf": .proftpd,
  ]
}

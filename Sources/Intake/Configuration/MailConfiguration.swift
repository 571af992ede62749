/// Facts of a mail server's configuration.
enum MailConfiguration {
  private static let tables = [
    "mysql:": ("database", "MySQL"), "pgsql:": ("database", "PostgreSQL"),
    "sqlite:": ("database", "SQLite"), "ldap:": ("ldap", nil as String?),
    "proxy:mysql:": ("database", "MySQL"), "proxy:pgsql:": ("database", "PostgreSQL"),
    "proxy:ldap:": ("ldap", nil),
  ]

  /// `virtual_mailbox_maps = mysql:/etc/postfix/…`, `mail_version = 3.5.9`
  static func postfix(_ file: Directives, _ facts: inout FactCollector) {
    if let entry = file["mail_version"], let version = PrintedVersion.plain(entry.value) {
      facts.add(.product(name: "postfix", version: version), entry.line)
    }
    for entry in file.all {
      for (prefix, (kind, name)) in tables where entry.value.starts(prefix) {
        facts.add(kind, name, nil, entry.line)
      }
      let filters = ["content_filter", "smtpd_milters", "non_smtpd_milters"].contains(entry.key)
      if filters, entry.value.has("clam") { facts.add("antivirus", "ClamAV", nil, entry.line) }
    }
  }
}

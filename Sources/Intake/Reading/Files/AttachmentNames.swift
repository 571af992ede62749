/// Tells by its name what is no letter.
enum AttachmentNames {
  static func matches(_ name: String) -> Bool {
    let file = name.split(separator: "/").last.map { $0.lowercased() } ?? ""
    guard !files.contains(file) else { return true }
    // `server.log.1`, `access.log-20260302`
    let parts = file.split(separator: ".").dropFirst().map { $0.prefix { $0 != "-" && $0 != "_" } }
    return parts.contains { endings.contains(String($0)) }
  }

  private static let endings: Set<String> = [
    "cfg", "cnf", "conf", "config", "crt", "csv", "diff", "env", "htaccess", "inc", "ini", "json",
    "ldif", "log", "logs", "nft", "out", "patch", "pem", "properties", "pub", "reg", "rules",
    "save", "service", "sh", "sql", "syslog", "toml", "trace", "tsv", "xml", "yaml", "yml",
  ]

  private static let files: Set<String> = [
    "debian_version", "dmesg", "fstab", "group", "hostname", "hosts", "hosts.allow", "hosts.deny",
    "installed-debs", "installed-rpms", "limits", "locale", "messages", "os-release", "passwd",
    "redhat-release", "ssh_config", "sshd_config", "sysctl", "syslog", "timezone", "uname",
  ]
}

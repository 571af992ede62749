/// The commands that customers run to show what they have.
enum Commands {
  static func known(_ program: String, _ arguments: [String]) -> OutputOf? {
    let asksVersion = arguments.first.map(versionFlags.contains) == true && arguments.count == 1
    if asksVersion, runtimes.contains(program) { return .nothing }
    if plain.contains(program) { return .plain }
    if asksVersion { return .version(of: products[program] ?? program) }
    if databases.contains(program) { return .nothing }
    return others.contains(program) ? .nothing : nil
  }

  /// Words with which a line may begin that is a command.
  static let programs = plain.union(products.keys).union([
    "cat", "uname", "arch", "dpkg", "date", "tzutil", "oslevel", "freebsd-version", "sw_vers",
    "ssh", "sudo", "type", "pkg", "restic", "gitea", "grafana-server", "borg", "sssd",
  ])

  static let files: [String: OutputOf] = [
    "debian_version": .systemVersion(id: "debian"), "timezone": .zoneName,
    "alpine-release": .systemVersion(id: "alpine"),
  ]
  static let variables: [String: OutputOf] = [
    "$lang": .localeName, "$lc_all": .localeName, "lang": .localeName, "$tz": .zoneName,
    "$env:lang": .localeName, "%lang%": .localeName, "$hostname": .hostName,
  ]

  private static let versionFlags: Set<String> = [
    "-v", "--version", "version", "-version", "-vv", "/version", "-bv", "-dv",
  ]
  private static let products = [
    "smbd": "samba", "samba": "samba", "sftpgo": "sftpgo", "vsftpd": "vsftpd", "bftpd": "bftpd",
    "crushftp": "crushftp", "minio": "minio", "psql": "postgresql", "postgres": "postgresql",
    "mysql": "mysql", "mysqld": "mysql", "mariadb": "mariadb", "mongod": "mongodb",
    "redis-server": "redis", "named": "bind", "slapd": "openldap", "httpd": "apache httpd",
    "apache2": "apache httpd", "apachectl": "apache httpd", "apache2ctl": "apache httpd",
    "grafana-server": "grafana", "dovecot": "dovecot", "postconf": "postfix", "kc.sh": "keycloak",
    "nginx": "nginx", "haproxy": "haproxy", "squid": "squid", "traefik": "traefik",
    "caddy": "caddy", "pveversion": "proxmox ve", "zmcontrol": "zimbra",
  ]
  /// What products run on; their versions are nobody's.
  private static let runtimes: Set<String> = [
    "python", "python3", "perl", "ruby", "node", "npm", "go", "gcc", "make", "cmake", "bash",
    "openssl", "systemctl", "systemd", "git", "pip", "pip3", "composer", "dotnet", "ldd", "rustc",
    "cargo", "erl", "helm", "terraform", "ansible", "wget", "sftp", "scp", "mvn", "gradle",
  ]
  /// Those whose output has readers of its own, by its first words.
  private static let plain: Set<String> = [
    "lsb_release", "hostnamectl", "timedatectl", "localectl", "locale", "systeminfo", "ver",
    "winver", "proftpd", "pure-ftpd", "sshd", "rpm", "apt", "apt-cache", "yum", "dnf", "zypper",
    "docker", "podman", "rclone", "curl", "lftp", "php", "java", "env", "dpkg-query", "showrev",
    "isainfo", "get-computerinfo", "get-ciminstance", "get-wmiobject", "wmic", "kubectl", "oc",
    "helm",
    "systemctl", "service", "ufw", "prtconf", "neofetch", "fastfetch", "screenfetch", "inxi",
    "lscpu", "occ", "openssl", "python", "python3", "sestatus", "getenforce", "realm",
  ]
  /// Clients of databases, whose rows are data.
  private static let databases: Set<String> = ["psql", "mysql", "mariadb", "sqlplus", "sqlcmd"]
  /// What shows states, not facts.
  private static let others: Set<String> = [
    "ls", "ll", "dir", "df", "du", "free", "ps", "ss", "netstat", "ip", "ifconfig", "ipconfig",
    "id", "whoami", "groups", "getent", "lsblk", "uptime", "w", "who", "last", "ping", "traceroute",
    "tracert", "nslookup", "dig", "nc", "nmap", "stat", "getfacl", "ulimit", "nproc", "vmstat",
    "iostat", "top", "tree", "wc", "md5sum", "sha256sum", "which", "whereis", "pwd", "cd",
    "history", "klist", "kinit", "wbinfo", "lsof", "dmidecode", "test-netconnection", "tnc",
    "systemd-detect-virt", "esxcli", "vmware", "fc-list", "lsmod", "sysctl",
  ]
}

/// Facts of the file servers' own configuration.
enum FTPConfiguration {
  static func proftpd(_ file: Directives, _ facts: inout FactCollector) {
    if let line = file.on("tlsengine")?.line {
      let options = file["tlsoptions"]?.value.lowercased() ?? ""
      facts.add(.protocol(options.contains("useimplicitssl") ? "ftps-implicit" : "ftps"), line)
    }
    if let line = file.on("sftpengine")?.line {
      facts.add(.protocol("sftp"), line)
    } else if file.on("tlsengine") == nil, let line = file["servertype"]?.line {
      facts.add(.protocol("ftp"), line, source: .aside)
    }
    if let address = file["masqueradeaddress"] {
      facts.add("nat", nil, natDetail(address.value, file["passiveports"]?.value), address.line)
    }
    if let server = file["ldapserver"] {
      facts.add("ldap", nil, server.value.prefix { $0 != " " && $0 != "\"" }, server.line)
    }
    if let backend = file["sqlbackend"] ?? file["sqlconnectinfo"] {
      let names = ["mysql": "MySQL", "postgres": "PostgreSQL"]
      let name = names[file["sqlbackend"]?.value.lowercased() ?? ""]
      facts.add("database", name, nil, backend.line)
    }
  }

  static func vsftpd(_ file: Directives, _ facts: inout FactCollector) {
    if let line = file.on("ssl_enable")?.line {
      facts.add(.protocol(file.on("implicit_ssl") == nil ? "ftps" : "ftps-implicit"), line)
    } else if let line = file["local_enable"]?.line ?? file["anonymous_enable"]?.line {
      facts.add(.protocol("ftp"), line, source: .aside)
    }
    if let address = file["pasv_address"] {
      let ports = [file["pasv_min_port"], file["pasv_max_port"]].compactMap { $0?.value }
      let range = ports.count == 2 ? ports.joined(separator: "-")[...] : nil
      facts.add("nat", nil, natDetail(address.value, range), address.line)
    }
  }

  static func pureFTPd(_ file: Directives, _ facts: inout FactCollector) {
    if let tls = file["tls"], ["1", "2", "3"].contains(tls.value) {
      facts.add(.protocol("ftps"), tls.line)
    }
    if let address = file["forcepassiveip"] {
      facts.add("nat", nil, natDetail(address.value, file["passiveportrange"]?.value), address.line)
    }
    for (key, kind, name) in [
      ("ldapconfigfile", "ldap", nil), ("mysqlconfigfile", "database", "MySQL"),
      ("pgsqlconfigfile", "database", "PostgreSQL"),
    ] {
      if let found = file[key] { facts.add(kind, name, nil, found.line) }
    }
  }

  static func sshd(_ file: Directives, _ facts: inout FactCollector) {
    if let subsystem = file["subsystem"], subsystem.value.hasPrefix("sftp") {
      facts.add(.protocol("sftp"), subsystem.line)
    } else if let command = file["forcecommand"], command.value.hasPrefix("internal-sftp") {
      facts.add(.protocol("sftp"), command.line)
    }
  }

  private static func natDetail(_ address: Substring, _ ports: Substring?) -> Substring {
    guard let ports else { return address }
    let range = ports.split(whereSeparator: { $0 == " " || $0 == "\t" }).joined(separator: "-")
    return "\(address), passive ports \(range)"[...]
  }
}

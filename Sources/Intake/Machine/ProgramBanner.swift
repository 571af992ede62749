/// One line in which a program prints its own version: `vsftpd: version 3.0.3`.
enum ProgramBanner {
  static let heads = [
    "proftpd", "vsftpd", "pure-ftpd", "openssh_", "sun_ssh_", "sftpgo", "lftp", "nginx", "server",
    "openssl", "php", "openjdk", "java", "docker", "docker-compose", "restic", "podman", "version",
    "filezilla", "libressl",
    "python", "crushftp", "no", "zend", "copyright", "mysql", "mariadb", "psql",
    "compiled",
  ]

  static func read(_ printout: inout Printout) -> Int {
    let words = printout.text.words(limit: 24)
    guard words.count < 24 else { return 0 }
    let keys = words.prefix(3).map { $0.lowercased() }
    switch keys[0] {
    case "proftpd", "sftpgo", "crushftp":
      // `ProFTPD Version 1.3.8b`, `ProFTPD Version: 1.3.8b (maint)`
      guard words.count >= 3, words.count <= 4 || keys[0] == "sftpgo",
        keys[1].hasPrefix("version")
      else { return 0 }
      let count = product(keys[0], words[2], &printout)
      return count == 1 && keys[0] == "proftpd" ? 1 + details(printout) : count
    case "vsftpd:":
      return keys.count == 3 && keys[1] == "version" ? product("vsftpd", words[2], &printout) : 0
    case "pure-ftpd":
      return words.count >= 3 && words[2].starts("[") ? product(keys[0], words[1], &printout) : 0
    case "lftp":
      return words.count > 4 && words[1] == "|" ? client("lftp", words[3], &printout) : 0
    case "restic": return restic(words, &printout)
    case "compiled": return compiled(words, &printout)
    case "mysql", "mariadb", "psql":
      // `mysql  Ver 15.1 Distrib 10.3.37-MariaDB, for debian-linux-gnu (aarch64) …`
      guard words.count >= 3, words[1] == "Ver" || words[1] == "(PostgreSQL)" else { return 0 }
      return ProgramVersion.read(keys[0] == "psql" ? "postgresql" : "mysql", &printout)
    case "docker", "docker-compose": return docker(words, &printout)
    case let key where key.hasPrefix("sun_ssh_"):
      // `Sun_SSH_1.1.7, SSH protocols 1.5/2.0, OpenSSL 0x1000117f`
      return product("sun_ssh", words[0].dropFirst(8), &printout)
    default:
      return keys[0].hasPrefix("openssh_") ? openSSH(words, &printout) : foreign(words)
    }
  }

  private static func product(
    _ name: String, _ word: Substring, _ printout: inout Printout
  ) -> Int {
    guard let version = PrintedVersion.upstream(word.prefix { $0 != "," }) else { return 0 }
    printout.claim(.product(name: name, version: version))
    return 1
  }

  /// `proftpd -vv` goes on with its scoreboard's version and its modules, indented.
  private static func details(_ printout: Printout) -> Int {
    var (count, end) = (1, 1)
    while count < 200, let line = printout.line(count) {
      guard line.isEmpty || printout.indent(count) > 0 || line.starts("Loaded modules:") else {
        break
      }
      count += 1
      if !line.isEmpty { end = count }
    }
    return end - 1
  }

  private static func client(_ name: String, _ word: Substring, _ printout: inout Printout) -> Int {
    guard let version = PrintedVersion.plain(word) else { return 0 }
    printout.claim(.software(name: name, version: version))
    // Its libraries follow in a line of their own.
    return printout.line(1)?.starts("Libraries used: ") == true ? 2 : 1
  }

  /// `OpenSSH_8.1p1, OpenSSL 1.0.2t  10 Sep 2019`; which of client and server it is, is not told.
  private static func openSSH(_ words: [Substring], _ printout: inout Printout) -> Int {
    guard words.count >= 3, words[0].hasSuffix(",") || words[1].hasSuffix(","),
      words.contains(where: { $0 == "OpenSSL" || $0 == "LibreSSL" }),
      printout.line(1)?.starts("debug1: ") != true
    else { return 0 }
    let isWindows = words[0].starts("OpenSSH_for_Windows_")
    // `OpenSSH_8.8p1-hpn14v15`: with a patch.
    let name = (words[0].split(separator: "_").last ?? "").prefix { $0 != "-" }
    guard let version = PrintedVersion.plain(name) else { return 0 }
    let isClient = printout.command == .sshClient
    printout.claim(
      .product(name: "openssh", version: version), source: isClient ? .aside : .machine)
    if isWindows { printout.claim(.os(id: "windows", versions: []), source: .aside) }
    return 1
  }

  /// `compiled with go1.9 on linux/arm`, below `restic 0.8.1`.
  private static func compiled(_ words: [Substring], _ printout: inout Printout) -> Int {
    guard words.count == 5, words[1] == "with", words[2].starts("go"),
      let arch = words[4].split(separator: "/").last.flatMap(Architecture.name)
    else { return 0 }
    printout.claim(.arch(arch))
    return 1
  }

  /// `restic 0.16.2 compiled with go1.21.3 on linux/amd64`
  private static func restic(_ words: [Substring], _ printout: inout Printout) -> Int {
    guard words.count >= 7, words[2] == "compiled", let target = words.last else { return 0 }
    if let arch = target.split(separator: "/").last.flatMap(Architecture.name) {
      printout.claim(.arch(arch))
    }
    return product("restic", words[1], &printout)
  }

  /// `Docker version 24.0.7, build afdd53b`
  private static func docker(_ words: [Substring], _ printout: inout Printout) -> Int {
    let isEngine = words.count == 5 && words[1] == "version" && words[3] == "build"
    // `Docker Compose version v2.24.5`, `docker-compose version 1.29.2, build 5becea4c`
    let isCompose = words.prefix(3).contains("version") && (3...5).contains(words.count)
    guard isEngine || isCompose, words.contains(where: { PrintedVersion.plain($0) != nil }) else {
      return 0
    }
    printout.claim(.integration(kind: "container", name: "Docker", detail: nil))
    return 1
  }

  /// Versions of what a product runs on, which are never the product's.
  private static func foreign(_ words: [Substring]) -> Int {
    switch (words[0], words.count) {
    case ("OpenSSL", 4...), ("LibreSSL", 2):
      let isDated = words.count > 4 && words[4].utf8.count == 4 && Int(words[4]) != nil
      return PrintedVersion.plain(words[1]) != nil && (isDated || words.count == 2) ? 1 : 0
    case ("No", 5): return words[1] == "LSB" && words[2] == "modules" ? 1 : 0
    case ("PHP", 4...): return words.contains("(cli)") || words.contains("(fpm-fcgi)") ? 1 : 0
    case ("Zend", 3...): return words[1] == "Engine" ? 1 : 0
    case ("Copyright", 5...): return words.contains("PHP") && words.last == "Group" ? 1 : 0
    case ("OpenJDK", 4...), ("Java(TM)", 4...), ("Java", 4...):
      return words.contains("VM") || words.contains("Runtime") ? 1 : 0
    case ("openjdk", 3...), ("java", 3...):
      return words[1] == "version" && words[2].starts("\"") ? 1 : 0
    default: return 0
    }
  }
}

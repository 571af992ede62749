/// What printed the lines that come next, where the lines alone do not tell.
enum OutputOf: Equatable {
  case arch, debianVersion, freebsdVersion, zoneName, windowsZone, date, oslevel, macOSVersion
  /// Programs that print their version but not their name: `Version 4.17.12-Debian`.
  case version(of: String)
  /// Which `ssh` and `sshd` are two.
  case sshClient
  /// Its output speaks for itself.
  case plain

  /// Whether it prints a single line.
  var isOneLine: Bool { self != .plain && self != .sshClient }

  init?(command: Substring) {
    var words = command.words(limit: 8).map { $0.lowercased() }
    while let first = words.first, ["sudo", "time", "command", "!"].contains(first) {
      words.removeFirst()
    }
    guard let path = words.first else { return nil }
    let program = path.split { $0 == "/" || $0 == "(" }.last.map(String.init) ?? path
    let end = words.firstIndex { ["|", "2>&1", "&&", ";", ">"].contains($0) } ?? words.count
    let found = Self.find(program, Array(words[1..<max(end, 1)]))
    guard let found else { return nil }
    self = found
  }

  private static func find(_ program: String, _ arguments: [String]) -> OutputOf? {
    switch program {
    case "cat", "type", "more", "less", "head", "tail":
      let known = arguments.lazy.compactMap {
        files[$0.split(separator: "/").last.map(String.init) ?? ""]
      }
      return known.first ?? (arguments.isEmpty ? nil : .plain)
    case "uname":
      let isArch = !arguments.isEmpty && arguments.allSatisfy(["-m", "-p", "-i"].contains)
      return isArch ? .arch : .plain
    case "arch": return .arch
    case "dpkg": return arguments == ["--print-architecture"] ? .arch : .plain
    case "date": return .date
    case "tzutil": return .windowsZone
    case "oslevel": return .oslevel
    case "freebsd-version": return .freebsdVersion
    case "sw_vers": return arguments.isEmpty ? .plain : .macOSVersion
    case "ssh": return arguments == ["-v"] ? .sshClient : nil
    default:
      if let product = versionPrinters[program],
        arguments.first.map({ ["-v", "--version", "version"].contains($0) }) == true
      {
        return .version(of: product)
      }
      return others.contains(program) ? .plain : nil
    }
  }

  /// Words with which a line may begin that is a command.
  static let programs = others.union(versionPrinters.keys).union([
    "cat", "uname", "arch", "dpkg", "date", "tzutil", "oslevel", "freebsd-version", "sw_vers",
    "ssh", "sudo", "type",
  ])

  private static let files: [String: OutputOf] = [
    "debian_version": .debianVersion, "timezone": .zoneName,
  ]
  private static let versionPrinters = [
    "smbd": "samba", "samba": "samba", "sftpgo": "sftpgo", "vsftpd": "vsftpd", "bftpd": "bftpd",
    "crushftp": "crushftp", "minio": "minio",
  ]
  private static let others: Set<String> = [
    "lsb_release", "hostnamectl", "timedatectl", "localectl", "locale", "systeminfo", "ver",
    "winver", "proftpd", "pure-ftpd", "sshd", "rpm", "apt", "apt-cache", "yum", "dnf", "zypper",
    "docker", "podman", "rclone", "curl", "lftp", "openssl", "php", "java", "nginx", "httpd",
    "apache2", "env", "printenv", "echo", "dpkg-query", "pkg", "showrev",
    "isainfo", "prtconf", "get-computerinfo", "get-ciminstance", "get-wmiobject", "wmic", "python3",
    "python", "sestatus", "getenforce",
  ]

  /// A file attached or in a bundle: `etc/debian_version`, `uname_-a.txt`.
  init?(path: String) {
    let file = path.split { $0 == "/" || $0 == " " }.last.map(String.init) ?? path
    if let known = Self.files[file.lowercased()] {
      self = known
      return
    }
    let stem = file.lowercased().hasSuffix(".txt") ? String(file.dropLast(4)) : file
    let command = stem.split(separator: "_").joined(separator: " ")
    guard let found = OutputOf(command: command[...]), found != .plain else { return nil }
    self = found
  }
}

extension OutputOf {
  /// How many lines were understood as this output.
  func readOutput(_ printout: inout Printout) -> Int {
    guard let subject = subject(of: printout.text) else { return 0 }
    switch subject {
    case .claim(let subject): printout.claim(subject)
    case .known: break
    }
    return 1
  }

  private enum Found {
    case claim(Claim.Subject)
    case known
  }

  private func subject(of text: Substring) -> Found? {
    let words = text.words(limit: 4)
    guard let word = words.first else { return nil }
    let isAlone = words.count == 1
    switch self {
    case .arch: return isAlone ? Architecture.name(of: word).map { .claim(.arch($0)) } : nil
    case .debianVersion:
      guard isAlone, PrintedVersion.isNumeric(word) else { return nil }
      return .claim(.os(id: "debian", versions: [String(word)]))
    case .freebsdVersion:
      // `13.2-RELEASE-p4`
      let version = word.prefix { $0 != "-" }
      guard isAlone, version.contains("."), PrintedVersion.isNumeric(version) else { return nil }
      return .claim(.os(id: "freebsd", versions: [String(version)]))
    case .zoneName:
      return isAlone ? ZoneText.name(word).map { .claim(.timezone($0)) } : nil
    case .windowsZone: return WindowsZones.name(ofID: text).map { .claim(.timezone($0)) }
    case .date: return DateLine.zone(in: text).map { .claim(.timezone($0)) }
    case .oslevel:
      guard isAlone, let version = Oslevel.version(word) else { return nil }
      return .claim(.os(id: "aix", versions: [version]))
    case .macOSVersion:
      guard isAlone, PrintedVersion.isNumeric(word) else { return text == "macOS" ? .known : nil }
      return .claim(.os(id: "macos", versions: [String(word)]))
    case .version(let product):
      guard words.count <= 3, let last = words.last(where: { $0.utf8.first?.isDigitByte == true }),
        let version = PrintedVersion.upstream(last)
      else { return nil }
      return .claim(.product(name: product, version: version))
    case .sshClient, .plain: return nil
    }
  }
}

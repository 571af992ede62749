/// What printed the lines that come next, where the lines alone do not tell.
enum OutputOf: Equatable {
  case arch, freebsdVersion, zoneName, windowsZone, date, oslevel, macOSVersion
  case localeName, hostName
  /// Files that hold a system's version alone: `/etc/debian_version`, `/etc/alpine-release`.
  case systemVersion(id: String)
  /// `systemctl is-active firewalld`
  case unitState(String)
  /// Programs that print their version: `Version 4.17.12-Debian`.
  case version(of: String)
  /// Names and versions in columns: `pkg info`, `pacman -Q`.
  case packages
  /// Which `ssh` and `sshd` are two.
  case sshClient
  /// Nothing that matters here: `ls`, `df`, `python --version`.
  case nothing
  /// Its output speaks for itself.
  case plain

  /// Whether it prints a single line.
  var isOneLine: Bool {
    ![.plain, .sshClient, .packages, .freebsdVersion, .nothing].contains(self)
  }

  init?(command: Substring) {
    var words = command.words(limit: 12).map { $0.lowercased() }
    while let first = words.first, ["sudo", "time", "command", "!", "doas"].contains(first) {
      words.removeFirst()
    }
    guard let path = words.first else { return nil }
    let program = path.split { $0 == "/" || $0 == "(" || $0 == "\\" }.last.map(String.init) ?? path
    let end = words.firstIndex { ["|", "2>&1", "&&", ";", ">"].contains($0) } ?? words.count
    let found = Self.find(program, Array(words[1..<max(end, 1)]))
    guard let found else { return nil }
    self = found
  }

  private static func find(_ program: String, _ arguments: [String]) -> OutputOf? {
    switch program {
    case "cat", "type", "more", "less", "head", "tail", "get-content":
      let known = arguments.lazy.compactMap {
        Commands.files[$0.split(separator: "/").last.map(String.init) ?? ""]
      }
      return known.first ?? (arguments.isEmpty ? nil : .plain)
    case "uname":
      let isArch = !arguments.isEmpty && arguments.allSatisfy(["-m", "-p", "-i"].contains)
      return isArch ? .arch : .plain
    case "arch": return .arch
    case "hostname": return arguments.isEmpty || arguments == ["-f"] ? .hostName : nil
    case "dpkg": return arguments == ["--print-architecture"] ? .arch : .plain
    case "date": return .date
    case "tzutil": return .windowsZone
    case "oslevel": return .oslevel
    case "freebsd-version": return .freebsdVersion
    case "sw_vers": return arguments.isEmpty ? .plain : .macOSVersion
    case "ssh": return arguments == ["-v"] ? .sshClient : nil
    case "echo", "printenv": return Commands.variables[arguments.first ?? ""] ?? .plain
    case "systemctl" where arguments.first == "is-active" || arguments.first == "is-enabled":
      return arguments.last.map(OutputOf.unitState)
    case "firewall-cmd" where arguments.contains("--state"): return .unitState("firewalld")
    case "kubectl" where arguments.contains { $0.contains("architecture") }: return .arch
    case "pkg" where ["info", "query", "version"].contains(arguments.first): return .packages
    case "pacman", "apk", "brew", "snap", "flatpak", "lslpp", "pkginfo": return .packages
    default: return Commands.known(program, arguments)
    }
  }

  /// A file attached or in a bundle: `etc/debian_version`, `uname_-a.txt`.
  init?(path: String) {
    let file = path.split { $0 == "/" || $0 == " " }.last.map(String.init) ?? path
    if let known = Commands.files[file.lowercased()] {
      self = known
      return
    }
    let stem = file.lowercased().hasSuffix(".txt") ? String(file.dropLast(4)) : file
    let command = stem.split(separator: "_").joined(separator: " ")
    guard let found = OutputOf(command: command[...]), found != .plain, found != .nothing else {
      return nil
    }
    self = found
  }
}

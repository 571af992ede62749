extension OutputOf {
  /// How many lines were understood as this output.
  func readOutput(_ printout: inout Printout) -> Int {
    switch self {
    case .version(let product): return ProgramVersion.read(product, &printout)
    case .packages: return PackageColumns.read(&printout)
    case .nothing: return 0
    case .hostName:
      guard printout.text.words(limit: 2).count == 1,
        let host = PrintedMachine.host(printout.text)
      else { return 0 }
      printout.printedHost = host
      return 1
    case .unitState(let unit):
      let words = printout.text.words(limit: 3)
      guard words.count <= 2, let isRunning = UnitStatus.isRunning(words) else { return 0 }
      UnitStatus.claim(unit, isRunning: isRunning, at: 0, &printout)
      return 1
    default:
      guard let subject = subject(of: printout.text) else { return 0 }
      if case .claim(let subject) = subject { printout.claim(subject) }
      return 1
    }
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
    case .arch:
      // One for each node.
      return words.allSatisfy { $0 == word }
        ? Architecture.name(of: word).map { .claim(.arch($0)) } : nil
    case .systemVersion(let id):
      guard isAlone, PrintedVersion.isNumeric(word) else { return nil }
      return .claim(.os(id: id, versions: [String(word)]))
    case .freebsdVersion:
      // `13.2-RELEASE-p4`
      let version = word.prefix { $0 != "-" }
      guard isAlone, version.contains("."), PrintedVersion.isNumeric(version) else { return nil }
      return .claim(.os(id: "freebsd", versions: [String(version)]))
    case .zoneName:
      return isAlone ? ZoneText.name(word).map { .claim(.timezone($0)) } : nil
    case .windowsZone: return WindowsZones.name(ofID: text).map { .claim(.timezone($0)) }
    case .date: return DateLine.zone(in: text).map { .claim(.timezone($0)) }
    case .localeName:
      // `en_US.UTF-8`, `C`; another word is no locale.
      let isLocale = word == "C" || word == "POSIX" || word.contains("_") || word.contains(".")
      return isAlone && isLocale ? LocaleLines.name(word).map { .claim(.locale($0)) } : nil
    case .oslevel:
      guard isAlone, let version = Oslevel.version(word) else { return nil }
      return .claim(.os(id: "aix", versions: [version]))
    case .macOSVersion:
      guard isAlone, PrintedVersion.isNumeric(word) else { return text == "macOS" ? .known : nil }
      return .claim(.os(id: "macos", versions: [String(word)]))
    default: return nil
    }
  }
}

/// What `nginx -v`, `gitea --version`, `smbd -V` print: a line with a version, and what goes with it.
enum ProgramVersion {
  static func read(_ program: String, _ printout: inout Printout) -> Int {
    let text = printout.text
    guard text.utf8.count <= 200, let version = version(in: text) else { return 0 }
    let isMariaDB = program == "mysql" && text.has("MariaDB")
    claim(NamedSoftware(isMariaDB ? "mariadb" : program[...]), version, &printout)
    if let arch = arch(in: text) { printout.claim(.arch(arch)) }
    // What follows are its libraries' versions.
    printout.command = .nothing
    return 1
  }

  static func claim(
    _ software: NamedSoftware, _ version: String, at offset: Int = 0, _ printout: inout Printout
  ) {
    printout.claim(
      .product(name: software.product, version: version), at: offset,
      source: software.isHelper ? .sentence : .machine,
      place: software.isKnown ? .text : .list)
    if let (kind, name) = software.integration, kind == "database" {
      printout.claim(
        .integration(kind: kind, name: name, detail: version), at: offset, source: .sentence)
    }
  }

  /// `linux-arm64)`, `linux/amd64`, `on x86_64`, `x86_64-pc-linux-gnu`
  private static func arch(in line: Substring) -> String? {
    for word in line.words(limit: 24) {
      let bare = word.filter { !"(),;[]".contains($0) }[...]
      let parts = bare.split { $0 == "-" || $0 == "/" }
      let systems: Set<Substring> = ["linux", "windows", "darwin", "freebsd"]
      if parts.count >= 2, systems.contains(parts[0]), let arch = Architecture.name(of: parts[1]) {
        return arch
      }
      if parts.count == 4, parts[2] == "linux", let arch = Architecture.name(of: parts[0]) {
        return arch
      }
      if bare == "x86_64" || bare == "aarch64" { return String(bare) }
    }
    return nil
  }

  /// `nginx/1.22.1`, `Version 4.16.11`, `psql (PostgreSQL) 15.6`, `v2.7.6 h1:…`
  private static func version(in line: Substring) -> String? {
    let words = line.words(limit: 12)
    // `mysql  Ver 15.1 Distrib 10.5.22-MariaDB`: the client's own number comes first.
    let start = words.firstIndex(of: "Distrib") ?? 0
    for word in words[start...] {
      let tail = word.split(separator: "/").last ?? word
      let text = tail.drop { $0 == "(" || $0 == "v" || $0 == "V" || $0 == "\"" }
      guard text.utf8.first?.isDigitByte == true,
        let version = PrintedVersion.upstream(text.prefix { $0 != "," && $0 != ")" && $0 != "\"" })
      else { continue }
      // `8.8.15_GA_3869.RHEL7_64_20190917004220`
      return version[...].place(of: "_GA").map { String(version[..<$0.lowerBound]) } ?? version
    }
    return nil
  }
}

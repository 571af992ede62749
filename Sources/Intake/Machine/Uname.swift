/// `uname -a` and the kernel's own `Linux version …`.
///
/// The kernel's version is nobody's; its marks hint at the system, which may be a container.
enum Uname {
  static let heads = [
    "linux", "freebsd", "openbsd", "netbsd", "darwin", "sunos", "aix", "hp-ux", "cygwin_nt-10.0",
    "mingw64_nt-10.0", "msys_nt-10.0", "mingw64_nt-10.0-19045", "mingw64_nt-10.0-22621",
    "mingw64_nt-10.0-22631",
  ]

  static func read(_ printout: inout Printout) -> Int {
    let words = printout.text.words(limit: 40)
    let count = system(words, &printout)
    if count > 0, words.count > 3, words[1] != "version" {
      printout.printedHost = PrintedMachine.host(words[1])
    }
    return count
  }

  private static func system(_ words: [Substring], _ printout: inout Printout) -> Int {
    switch words[0] {
    case "Linux": return linux(words, &printout)
    case "Darwin": return darwin(words, &printout)
    case "FreeBSD", "OpenBSD", "NetBSD": return bsd(words, &printout)
    case "AIX": return aix(words, &printout)
    case "SunOS": return sun(words, &printout)
    case "HP-UX":
      guard words.count >= 4, let version = words[2].after("B."),
        PrintedVersion.isNumeric(version)
      else { return 0 }
      printout.claim(.os(id: "hpux", versions: [String(version)]))
      claimArch(words[3...], &printout)
      return 1
    default: return windows(words, &printout)
    }
  }

  /// `OS: Linux web1 …`: the line is used up only if no more than a label stands before it.
  static func readInside(_ printout: inout Printout) -> Int {
    let text = printout.text
    guard text.utf8.count <= 400,
      let range = text.place(of: "Linux ") ?? text.place(of: "FreeBSD "),
      range.lowerBound > text.startIndex
    else { return 0 }
    let words = text[range.lowerBound...].words(limit: 40)
    guard words.contains(where: { $0.starts("#") }),
      (words[0] == "Linux" ? linux(words, &printout) : bsd(words, &printout)) == 1
    else { return 0 }
    let before = text[..<range.lowerBound].trimmedSpace
    let isLabel =
      before.hasSuffix(":") || before.hasSuffix("=") || before.hasSuffix("=>")
      || before.hasSuffix("`")
    return isLabel && !before.utf8.contains(where: \.isDigitByte) ? 1 : 0
  }

  /// `Linux web1 5.10.0-28-amd64 #1 SMP Debian 5.10.209-2 (2024-01-31) x86_64 GNU/Linux`
  private static func linux(_ words: [Substring], _ printout: inout Printout) -> Int {
    var words = words
    let isProc = words.count > 3 && words[1] == "version"
    // `Running on: Linux 6.8.0-51-generic #52-Ubuntu …`: without the host's name.
    if words.count > 2, isRelease(words[1]),
      words[2].starts("#") || words.count == 3 && Architecture.name(of: words[2]) != nil
    {
      words.insert("", at: 1)
    }
    guard words.count >= 3, isRelease(words[2]) else { return 0 }
    // `Linux Libreswan 3.25 (netkey) on 5.10.0-8.el9.x86_64`
    guard isProc || words[2].count(where: { $0 == "." }) > 1 || words[2].contains("-") else {
      return 0
    }
    guard
      isProc || words.contains(where: { $0.starts("#") }) || words.last == "GNU/Linux"
        || (words.count <= 6 && words.dropFirst(3).contains { Architecture.name(of: $0) != nil })
    else { return 0 }
    claimArch(words.dropFirst(3).filter { $0 != "GNU/Linux" }.reversed()[...], &printout)
    if let (id, versions) = KernelMarks.system(printout.text, release: words[2]) {
      printout.claim(.os(id: id, versions: versions), source: .aside)
    }
    return 1
  }

  /// `5.14.0-362.8.1.el9_3.x86_64`
  private static func isRelease(_ word: Substring) -> Bool {
    let parts = word.split(separator: ".", maxSplits: 2)
    return parts.count >= 2 && word.utf8.first?.isDigitByte == true
      && parts[0].utf8.allSatisfy(\.isDigitByte) && parts[1].utf8.first?.isDigitByte == true
  }

  private static func claimArch(_ words: ArraySlice<Substring>, _ printout: inout Printout) {
    if let name = words.lazy.compactMap({ Architecture.name(of: $0) }).first {
      printout.claim(.arch(name))
    }
  }

  /// `Darwin mini.local 22.6.0 Darwin Kernel Version 22.6.0: … RELEASE_ARM64_T6000 arm64`
  private static func darwin(_ words: [Substring], _ printout: inout Printout) -> Int {
    guard words.count >= 3, isRelease(words[2]), let kernel = Int(words[2].prefix { $0 != "." })
    else { return 0 }
    let version =
      (20...24).contains(kernel) ? [String(kernel - 9)] : kernel >= 25 ? [String(kernel + 1)] : []
    printout.claim(.os(id: "macos", versions: version), source: .aside)
    claimArch(words.dropFirst(3).reversed()[...], &printout)
    return 1
  }

  private static func bsd(_ words: [Substring], _ printout: inout Printout) -> Int {
    guard words.count >= 3 else { return 0 }
    // Without the host's name behind `Running on:`.
    let at = words[1].utf8.first?.isDigitByte == true ? 1 : 2
    let version = words[at].prefix { $0 != "-" }
    guard PrintedVersion.isNumeric(version), version.contains(".") else { return 0 }
    printout.claim(.os(id: words[0].lowercased(), versions: [String(version)]))
    claimArch(words.dropFirst(at + 1).reversed()[...], &printout)
    return 1
  }

  /// `AIX node7 2 7 00F84C034C00`: release before version.
  private static func aix(_ words: [Substring], _ printout: inout Printout) -> Int {
    guard words.count >= 4, words.count <= 6, let release = Int(words[2]),
      let version = Int(words[3]),
      (3...9).contains(version), (0...9).contains(release)
    else { return 0 }
    printout.claim(.os(id: "aix", versions: ["\(version).\(release)"]))
    return 1
  }

  /// `SunOS sun1 5.11 11.4.42.111.0 i86pc i386 i86pc`
  private static func sun(_ words: [Substring], _ printout: inout Printout) -> Int {
    guard words.count >= 4, let minor = words[2].after("5."), Int(minor) != nil else { return 0 }
    if ["omnios", "joyent", "illumos", "oi"].contains(where: words[3].hasPrefix) {
      printout.claim(.os(id: "illumos", versions: []))
    } else {
      let parts = words[3].split(separator: ".")
      let isOwn = minor == "11" && parts.first == "11" && parts.count > 1
      printout.claim(
        .os(id: "solaris", versions: [isOwn ? parts[..<2].joined(separator: ".") : String(minor)]))
    }
    if words.contains("sparc") { printout.claim(.arch("sparc64")) }
    return 1
  }

  /// `MINGW64_NT-10.0-19045 PC-17 3.4.10.x86_64 … x86_64 Msys`
  private static func windows(_ words: [Substring], _ printout: inout Printout) -> Int {
    guard words.count >= 3, words.last == "Msys" || words.last == "Cygwin",
      let build = words[0].split(separator: "-").last
    else { return 0 }
    printout.claim(
      .os(id: "windows", versions: WindowsBuild.desktop(build).map { [$0] } ?? []), source: .aside)
    claimArch(words.dropFirst(3).reversed()[...], &printout)
    return 1
  }
}

/// What a Linux kernel's version tells of the system it was built for.
enum KernelMarks {
  static func system(_ text: Substring, release: Substring) -> (id: String, versions: [String])? {
    if text.has("-Ubuntu") || release.has("ubuntu") {
      // `#21~22.04.1-Ubuntu`: a newer kernel, built for 22.04.
      let mark = text.place(of: "~").map {
        text[$0.upperBound...].prefix { $0.isNumber || $0 == "." }
      }
      let parts = mark?.split(separator: ".") ?? []
      let isRelease = parts.count == 3 && parts[0].count == 2 && ["04", "10"].contains(parts[1])
      return ("ubuntu", isRelease ? ["\(parts[0]).\(parts[1])"] : [])
    }
    if let major = number(in: text, after: "+deb") ?? number(in: text, after: "~deb") {
      return ("debian", [major])
    }
    if text.has(" Debian ") { return ("debian", []) }
    if let major = number(in: release, after: ".fc") { return ("fedora", [major]) }
    if let major = number(in: release, after: ".amzn") { return ("amzn", [major]) }
    if release.has("uek.") {
      return ("ol", number(in: release, after: ".el").map { [$0] } ?? [])
    }
    if release.hasSuffix("-arch1-1") { return ("arch", []) }
    return nil
  }

  private static func number(in text: Substring, after mark: String) -> String? {
    guard let range = text.place(of: mark) else { return nil }
    let digits = text[range.upperBound...].prefix { $0.isNumber && $0.isASCII }
    return digits.isEmpty || digits.count > 4 ? nil : String(digits)
  }
}

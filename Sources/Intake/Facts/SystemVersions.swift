/// The version behind an operating system's name.
extension PassageReader {
  /// Takes the version, its suffix and a code name behind an OS's name.
  func extend(_ id: inout String, _ versions: inout [String], _ range: inout Range<Int>) {
    var at = range.upperBound
    var skipped = 0
    while at < tokens.count, skipped < 4, !breaks(at) {
      let token = tokens[at]
      if let version = version(at, of: id) {
        // `the Ubuntu, 22.04`
        if token.gap.contains(.comma), !(version.contains(".") && at == range.upperBound) { break }
        versions =
          versions.isEmpty || versions[0].hasPrefix(version) || version.hasPrefix(versions[0])
          ? [version] : versions
        range = range.lowerBound..<at + 1
        takeChange(id, &versions, &range)
        takeSuffix(&id, &versions, &range)
        takeAlternatives(id, &versions, &range)
        at = range.upperBound
        break
      }
      // `Debian, I think 11 or 12`
      guard
        OSNames.between.contains(token.key) || Cues.doubts.contains(token.key)
          || codeName(at, of: id) != nil
      else { break }
      if let code = codeName(at, of: id) {
        if versions.isEmpty { versions = [code] }
        range = range.lowerBound..<at + 1
      }
      if id == "windows", token.key == "server" { id = "windows-server" }
      at += 1
      skipped += 1
    }
    if versions.isEmpty, let (at, version) = became(id, from: range.upperBound) {
      versions = [version]
      range = range.lowerBound..<at + 1
    }
    if id == "windows", let version = versions.first?.prefix(4), version.count == 4,
      version.hasPrefix("20"), versions[0].count == 4 || versions[0].hasSuffix(" R2"),
      version != "2000"
    {
      id = "windows-server"
    }
    if id == "windows", let version = versions.first, version.hasPrefix("10.0."),
      let build = Int(version.dropFirst(5).prefix { $0 != "." })
    {
      versions = [build >= 22000 ? "11" : "10"]
    }
    closeWithCodeName(id, &versions, &range)
  }

  func breaks(_ at: Int) -> Bool {
    tokens[at].gap.has([.semicolon, .question, .exclamation, .arrow])
      || (tokens[at].gap.contains(.period) && tokens[at].gap.contains(.space))
  }

  func version(_ at: Int, of id: String) -> String? {
    let token = tokens[at]
    if id.hasPrefix("windows") {
      if ["xp", "vista"].contains(token.key) { return token.key == "xp" ? "XP" : "Vista" }
      if id == "windows", token.key.count == 4, let year = Int(token.key),
        (2003...2030).contains(year)
      {
        return token.key
      }
    }
    // `Server 2012R2`
    if id.hasPrefix("windows"), token.key.utf8.count == 6, token.key.hasSuffix("r2"),
      isServerYear(String(token.key.prefix(4)))
    {
      return token.key.prefix(4) + " R2"
    }
    if id == "arch" || id == "gentoo" || id == "nixos" && !token.key.contains(".") { return nil }
    var text = Self.numbers[token.key] ?? token.key
    if id == "aix" || id == "freebsd", let dash = text.firstIndex(of: "-") {
      text = String(text[..<dash])
    }
    if id == "ubuntu" || id == "debian" || id == "sles" || id == "rhel" {
      // `15-SP4`, `15sp4`, `22.04lts`
      for suffix in ["-sp", "sp", "lts", "-lts", "u", "-slim"] {
        if let range = text.range(of: suffix) { text = String(text[..<range.lowerBound]) }
      }
    }
    // `12-standard`, `9-stream`
    let number = text.prefix { $0.isDigit || $0 == "." }
    let tail = text[number.endIndex...]
    if tail.first == "-", tail.dropFirst().allSatisfy(\.isLetter), tail.count > 3 {
      text = String(number)
    }
    guard let version = VersionText.os(text),
      OSVersions.isPlausible(version, of: id) || (id == "windows" && isServerYear(version)),
      !isCount(at)
    else { return nil }
    return version
  }

  /// `Debian elf`
  private static let numbers: [String: String] = [
    "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "zehn": "10", "elf": "11",
    "zwoelf": "12", "dreizehn": "13", "dix": "10", "onze": "11", "douze": "12", "treize": "13",
    "diez": "10", "doce": "12", "trece": "13", "tien": "10", "twaalf": "12", "dertien": "13",
    "seven": "7", "eight": "8", "nine": "9", "sieben": "7", "acht": "8", "neun": "9",
  ]

  func isServerYear(_ version: String) -> Bool {
    version.count == 4 && OSVersions.isPlausible(version, of: "windows-server")
  }

  /// `Windows 10 users` has ten of nothing, but `2 Debian 3 Ubuntu servers` has.
  func isCount(_ at: Int) -> Bool {
    guard at + 1 < tokens.count, !tokens[at + 1].gap.has([.comma, .close]),
      !tokens[at].text.contains(".")
    else { return false }
    return [
      "gb", "gib", "mb", "tb", "cores", "cpus", "nodes", "times", "days", "weeks", "months",
      "years", "vms",
    ]
    .contains(tokens[at + 1].key)
  }

  func codeName(_ at: Int, of id: String) -> String? {
    guard let mention = mention(at: at), mention.range.lowerBound == at, let os = mention.os,
      os.id == id
    else { return nil }
    return os.version
  }

  /// `Debian 12 (bookworm)`; another release's name leaves open which.
  func closeWithCodeName(
    _ id: String, _ versions: inout [String], _ range: inout Range<Int>
  ) {
    for at in range.upperBound..<min(range.upperBound + 3, tokens.count) where !breaks(at) {
      // `Mac (macOS Sonoma 14.2)`: another name, with a release of its own.
      if let other = mention(at: at)?.os, other.version == nil { return }
      guard let version = codeName(at, of: id) else { continue }
      if !versions.contains(where: { $0 == version || $0.hasPrefix(version + ".") }) {
        versions.append(version)
      }
      range = range.lowerBound..<at + 1
      return
    }
  }
}

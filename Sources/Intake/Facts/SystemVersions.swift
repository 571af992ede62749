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
    if id == "windows", let version = versions.first, version.count == 4, version.hasPrefix("20"),
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
    if id == "centos", range.count > 1, tokens[range].contains(where: { $0.key == "stream" }) {
      id = "centos"
    }
  }

  /// `our Ubuntu server to the newest LTS, 22.04`, `Ubuntu went from 20.04 to 22.04`
  func became(_ id: String, from start: Int) -> (Int, String)? {
    guard let end = bearing.sentence(of: start)?.range.upperBound else { return nil }
    let near = start..<max(start, min(start + 10, end))
    guard
      let to = near.last(where: { ["to", "auf", "naar", "na", "vers"].contains(tokens[$0].key) }),
      !near.contains(where: { mention(at: $0)?.ownsVersions == true })
    else { return nil }
    for at in to + 1..<max(to + 1, min(to + 5, end)) {
      if let version = version(at, of: id), version.contains(".") || id == "debian" {
        return (at, version)
      }
    }
    return nil
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
    guard at + 1 < tokens.count, !tokens[at + 1].gap.has([.comma, .close]) else { return false }
    return [
      "gb", "gib", "mb", "tb", "cores", "cpus", "nodes", "times", "days", "weeks", "months",
      "years", "vms",
    ]
    .contains(tokens[at + 1].key)
  }

  /// `2012 R2`, `11 23H2`, `11 Pro 23H2`.
  func takeSuffix(_ id: inout String, _ versions: inout [String], _ range: inout Range<Int>) {
    guard id.hasPrefix("windows") else { return }
    for at in range.upperBound..<min(range.upperBound + 4, tokens.count) {
      let word = tokens[at].text.uppercased()
      if tokens[at].gap.has([.comma, .semicolon, .slash]) { return }
      let isHalfYear =
        word.utf8.count == 4 && word.first?.isDigit == true
        && (["H1", "H2"].contains(word.suffix(2))
          || versions == ["10"]
            && [
              "1507", "1511", "1607", "1703", "1709", "1803", "1809", "1903", "1909", "2004",
              "2009",
            ].contains(word))
      if word == "R2" || isHalfYear {
        versions[0] += " " + word
        range = range.lowerBound..<at + 1
        return
      }
      guard OSNames.between.contains(tokens[at].key) || tokens[at].gap.contains(.open) else {
        return
      }
    }
  }

  /// `13.1 -> 13.2-RELEASE`: what it became.
  func takeChange(_ id: String, _ versions: inout [String], _ range: inout Range<Int>) {
    var at = range.upperBound
    if at + 1 < tokens.count,
      ["to", "do", "auf", "naar", "na", "para", "vers", "a"].contains(tokens[at].key)
    {
      at += 1
    } else {
      guard at < tokens.count, tokens[at].gap.contains(.arrow) else { return }
    }
    guard let later = version(at, of: id), !tokens[at].gap.has([.comma, .period]) else { return }
    versions = [later]
    range = range.lowerBound..<at + 1
  }

  /// `7/8`, `11 or 12`.
  func takeAlternatives(_ id: String, _ versions: inout [String], _ range: inout Range<Int>) {
    while range.upperBound < tokens.count {
      let at = range.upperBound
      let isOr = [
        "or", "oder", "ou", "o", "of", "lub", "albo", "eller", "nebo", "and", "und", "et", "y", "e",
        "en", "i",
      ].contains(tokens[at].key)
      let place = isOr ? at + 1 : at
      guard place < tokens.count, isOr || tokens[at].gap.contains(.slash),
        let other = version(place, of: id), !tokens[place].gap.has([.comma, .period])
      else { return }
      if !versions.contains(other) { versions.append(other) }
      range = range.lowerBound..<place + 1
    }
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

/// Versions as answers have them.
enum VersionText {
  /// A product's version without a leading `v`, an epoch or a package's revision; nil for a word
  /// that is none.
  static func product(_ word: String) -> String? {
    // Most words are none, and are seen by their first byte.
    guard let byte = word.utf8.first, (48...57).contains(byte) || "vVR".utf8.contains(byte) else {
      return nil
    }
    var text = word[...]
    if isDatedRelease(text) { return word }
    if let first = text.first, "vV".contains(first), text.dropFirst().first?.isDigit == true {
      text = text.dropFirst()
    }
    guard text.first?.isDigit == true, text.utf8.count <= 60 else { return nil }
    // `0.5.0_linux_amd64`, `8.1.3.tar.gz`
    if text.utf8.count > 8 {
      for tail in tails {
        if let range = text.range(of: tail) { text = text[..<range.lowerBound] }
      }
    }
    // `10.0.7.GA.4518.RHEL8_64`
    for mark in [".GA.", "_GA_"] {
      if let range = text.range(of: mark) { text = text[..<range.lowerBound] }
    }
    guard text.utf8.count <= 40 else { return nil }
    // `192.168.x.x`
    if text.hasSuffix(".x.x") || text.contains(".xx") { return nil }
    // `2026-04-01`
    let dated = text.split(separator: "-", omittingEmptySubsequences: false)
    if dated.count >= 3, dated[0].count == 4, dated[1].count == 2,
      dated[2].prefix(2).allSatisfy(\.isDigit)
    {
      return nil
    }
    if isMonthly(dated) { return String(text) }
    // `01-18T22-51` is a time.
    if text.first == "0", text.dropFirst().first?.isDigit == true, !text.hasPrefix("0.") {
      return nil
    }
    if text.lowercased().hasSuffix("-bit") { return nil }
    text = text.prefix { $0 != "+" && $0 != "~" }
    if let dash = text.firstIndex(of: "-"), !isPreRelease(text[text.index(after: dash)...]) {
      text = text[..<dash]
    }
    let fits = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
    let parts = text.split(whereSeparator: { "._-".contains($0) })
    let isVersion = parts.allSatisfy { part in
      part.drop { $0.isNumber }.allSatisfy(\.isWordCharacter) && part.count <= 12
    }
    // `1.ipa` is an item of a list.
    let second = parts.dropFirst().first
    if let second, text.dropFirst(parts[0].count).first == ".", second.first?.isNumber != true,
      second.lowercased() != "x"
    {
      return nil
    }
    return fits && isVersion && text.looksLikeVersion && !isOther(text) ? String(text) : nil
  }

  /// `2024-06`, `2025-01a`, as projects count that release every month.
  private static func isMonthly(_ parts: [Substring]) -> Bool {
    guard parts.count == 2, parts[0].count == 4, parts[0].hasPrefix("20"),
      parts[0].allSatisfy(\.isDigit), (2...3).contains(parts[1].count),
      let month = Int(parts[1].prefix(2)), (1...12).contains(month)
    else { return false }
    return parts[1].dropFirst(2).allSatisfy(\.isLowercase)
  }

  /// What names of files and packages have behind a version.
  private static let tails = [
    "_linux", "-linux", "_windows", "_darwin", "-windows", "-darwin", ".tar", ".tgz", ".zip",
    ".deb", ".rpm", ".exe", ".msi", ".jar",
  ]

  /// `RELEASE.2024-09-22T00-33-43Z`, as MinIO counts.
  private static func isDatedRelease(_ text: Substring) -> Bool {
    text.hasPrefix("RELEASE.") && text.utf8.count == 28 && text.last == "Z"
  }

  /// `2.5.4-rc1` is a version of its own, `1.3.8-4.el8` the fourth package of it.
  private static func isPreRelease(_ tail: Substring) -> Bool {
    let name = tail.prefix { $0.isLetter }.lowercased()
    return [
      "rc", "beta", "alpha", "b", "r", "p", "pre", "dev", "preview", "snapshot", "sp", "m", "ga",
      "hotfix", "hf",
    ]
    .contains(name)
  }

  /// An address, a date or a count.
  private static func isOther(_ text: Substring) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if parts.contains(where: \.isEmpty) { return true }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count else { return false }
    if numbers.allSatisfy({ $0 == 0 }) { return true }
    // 192.168.1.10, but not 10.4.0.25 of a vendor that counts so: those are rare and stated as such.
    if numbers.count == 4, let first = numbers.first, numbers.allSatisfy({ $0 < 256 }),
      [10, 127, 169, 172, 192, 203, 198].contains(first), numbers[1] > 15 || first != 10
    {
      return true
    }
    // 21.11.2026
    return numbers.count == 3 && numbers[2] >= 1990 && numbers[2] < 2100 && numbers[0] <= 31
      && (1...12).contains(numbers[1])
  }

  /// An OS's: digits and dots.
  static func os(_ word: String) -> String? {
    var text = word[...]
    if let first = text.first, "vV".contains(first) { text = text.dropFirst() }
    let fits =
      text.first?.isDigit == true && text.last?.isDigit == true && text.utf8.count <= 12
      && text.allSatisfy { $0.isDigit || $0 == "." }
    return fits ? String(text) : nil
  }
}

extension Substring {
  /// `1.3.8b`, `12`, `7a`, `2023-R2`; not `64-bit`, `3rd`, `990th`, `2x` or `10k`.
  fileprivate var looksLikeVersion: Bool {
    if contains(".") {
      let tail = drop { $0.isNumber || $0 == "." }.prefix { $0.isLetter }.lowercased()
      return ![
        "gb", "mb", "kb", "tb", "ghz", "mhz", "ms", "s", "gbit", "mbit", "gib", "mib", "k", "m",
        "g", "h",
      ].contains(tail)
    }
    let tail = drop { $0.isNumber }
    return tail.isEmpty || (tail.count == 1 && !"xkgmths".contains(tail.lowercased()))
      || ["-r", "-R", "rc", "-rc", "-sp", "-SP"].contains {
        tail.hasPrefix($0) && tail.last?.isNumber == true
      }
  }
}

extension Character {
  var isDigit: Bool { isASCII && isNumber }
  /// A letter or digit; most are ASCII, which is quicker to see.
  var isWordCharacter: Bool {
    guard let ascii = asciiValue else { return isLetter || isNumber }
    return (48...57).contains(ascii) || (65...90).contains(ascii & 0xDF)
  }
}

import CaseModel

/// Architecture, time zone and locale.
extension PassageReader {
  mutating func readPlaces() {
    for mention in mentions {
      guard let arch = mention.arch, !mention.isCommon || passage.has(.arch) else { continue }
      let stance = bearing.stance(of: mention.range)
      guard stance != .planned else { continue }
      claim(.arch(arch), at: mention.range, stance: stance, side: archSide(mention.range))
    }
    readBits()
    for index in tokens.indices where !isUsed(index) {
      if tokens[index].text.isLocale {
        claim(
          .locale(tokens[index].text + encoding(after: index)), at: index..<index + 1,
          side: bearing.side(of: index..<index + 1))
      } else if let (zone, range) = zone(at: index) {
        let side = bearing.side(of: range)
        claim(.timezone(zone), at: range, stance: bearing.stance(of: range), side: side)
      }
    }
    readZoneByCity()
  }

  /// `Windows 10 (64-bit)`, `MacBook M1`.
  private mutating func readBits() {
    for mention in mentions {
      guard let id = mention.os?.id, id.hasPrefix("windows") else { continue }
      let end = min(mention.range.upperBound + 6, tokens.count)
      for index in mention.range.upperBound..<end {
        let isBits =
          ["64bit", "64-bit", "64bits"].contains(tokens[index].key)
          || tokens[index].key == "64" && index + 1 < tokens.count
            && ["bit", "bits"].contains(tokens[index + 1].key)
        guard isBits, bearing.stance(of: mention.range) == .present else { continue }
        claim(.arch("x86_64"), at: index..<index + 1, side: archSide(index..<index + 1))
        break
      }
    }
    // `vsftpd-3.0.5-5.el9.x86_64`
    for index in tokens.indices where tokens[index].text.hasSuffix(".x86_64") {
      claim(.arch("x86_64"), at: index..<index + 1, side: archSide(index..<index + 1))
    }
    for index in tokens.indices
    where ["m1", "m2", "m3", "m4", "m5"].contains(tokens[index].key) && tokens[index].isCapital {
      let near = tokens[max(0, index - 3)..<min(index + 3, tokens.count)].map(\.key)
      guard near.contains(where: Self.macs.contains) else { continue }
      claim(.arch("aarch64"), at: index..<index + 1, side: archSide(index..<index + 1))
    }
  }

  private static let macs: Set<String> = [
    "mac", "macbook", "imac", "apple", "macos", "silicon", "chip", "processor", "prozessor", "puce",
    "mini",
  ]

  /// An architecture beside an OS is that machine's.
  private func archSide(_ range: Range<Int>) -> Claim.Side {
    let clause = bearing.clause(of: range.lowerBound)
    for claim in claims {
      if case .os = claim.subject, claim.side == .client, clause.count < 12,
        claim.evidence.line == line(of: range.lowerBound)?.number
      {
        return .client
      }
    }
    return bearing.side(of: range)
  }

  private func encoding(after index: Int) -> String {
    // `de_DE.UTF-8` is cut at the hyphen by the tokenizer.
    guard index + 1 < tokens.count, tokens[index + 1].gap == .hyphen,
      tokens[index].text.hasSuffix(".UTF") || tokens[index].text.hasSuffix(".ISO")
        || tokens[index].text.hasSuffix(".utf")
    else { return "" }
    return "-" + tokens[index + 1].text
  }

  /// `Europe/Berlin`, `UTC+2`, `CET` where a zone is spoken of.
  private func zone(at index: Int) -> (String, Range<Int>)? {
    let token = tokens[index]
    if Self.regions.contains(token.text) {
      let more = tokens[(index + 1)...].prefix(2).prefix { $0.gap == .slash && $0.isCapital }
      if !more.isEmpty {
        return (
          ([token] + more).map { $0.text }.joined(separator: "/"), index..<index + 1 + more.count
        )
      }
    }
    if let zone = Self.windowsZones[token.key], token.isCapital, index + 1 < tokens.count,
      tokens[index + 1].key == "time" || index + 2 < tokens.count && tokens[index + 2].key == "time"
    {
      return (zone, index..<index + 2)
    }
    guard Self.abbreviations.contains(token.key), token.isShouted,
      passage.has(.timezone) || saysZone(index)
    else { return nil }
    if index + 1 < tokens.count, tokens[index + 1].gap.has([.plus, .hyphen]),
      tokens[index + 1].gap.isSubset(of: [.plus, .hyphen]),
      tokens[index + 1].key.first?.isDigit == true
    {
      let sign = tokens[index + 1].gap.contains(.plus) ? "+" : "-"
      return (token.text + sign + tokens[index + 1].text, index..<index + 2)
    }
    return (token.text == "GMT" || token.text == "UTC" ? token.text : token.text, index..<index + 1)
  }

  private func saysZone(_ index: Int) -> Bool {
    guard let sentence = bearing.sentence(of: index) else { return false }
    return sentence.range.contains { at in
      [
        "timezone", "zone", "tz", "clock", "clocks", "zeitzone", "horaire", "horaria", "horario",
        "tijdzone", "czasowa", "czasowej", "uhr", "zegar", "set",
      ].contains(tokens[at].key)
        && abs(at - index) <= 8
    }
  }

  /// `the server's time zone is Lisbon`, where a time zone is asked for.
  private mutating func readZoneByCity() {
    guard !claims.contains(where: { if case .timezone = $0.subject { true } else { false } }) else {
      return
    }
    for index in tokens.indices where tokens[index].isCapital && !isUsed(index) {
      guard passage.has(.timezone) || saysZone(index),
        let zone = ZoneNames.byCity[tokens[index].key]
      else { continue }
      return claim(
        .timezone(zone), at: index..<index + 1, side: bearing.side(of: index..<index + 1))
    }
  }

  /// As Windows shows them.
  private static let windowsZones: [String: String] = [
    "eastern": "America/New_York", "central": "America/Chicago", "mountain": "America/Denver",
    "pacific": "America/Los_Angeles",
  ]
  private static let abbreviations: Set<String> = [
    "utc", "gmt", "cet", "cest", "est", "edt", "pst", "pdt", "cst", "cdt", "mst", "mdt", "bst",
    "wet", "west", "eet", "eest", "msk", "ist", "jst", "aest", "aedt", "mez", "mesz", "brt", "sgt",
    "hkt", "met",
  ]
  private static let regions: Set<String> = [
    "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe",
    "Indian", "Pacific", "Etc",
  ]
}

extension String {
  /// `de_DE.UTF-8`: language, land and what follows a dot or an `@`.
  var isLocale: Bool {
    guard (5...40).contains(utf8.count), contains("_") else { return false }
    let parts = split(separator: "_", maxSplits: 1)
    guard parts.count == 2, (2...3).contains(parts[0].count), parts[0].allSatisfy(\.isLowercase)
    else { return false }
    let land = parts[1].prefix { $0.isLetter }
    let rest = parts[1][land.endIndex...]
    return land.count == 2 && land.allSatisfy(\.isUppercase)
      && (rest.isEmpty || ".@".contains(rest.first ?? " "))
  }
}

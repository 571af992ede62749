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
      if let locale = windowsLocale(at: index) {
        claim(
          .locale(locale), at: index..<index + 2, side: bearing.side(of: index..<index + 2))
      } else if tokens[index].text.isLocale {
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
    // `Bitness: 64 bit`
    let keys = tokens.map(\.key)
    if passage.has(.arch), passage.isAnswer, [["64", "bit"], ["64bit"], ["64-bit"]].contains(keys) {
      claim(.arch("x86_64"), at: tokens.indices, side: archSide(tokens.indices))
    }
    // `vsftpd-3.0.5-5.el9.x86_64`
    for index in tokens.indices {
      guard let arch = Self.suffixes.first(where: { tokens[index].text.hasSuffix($0.key) })?.value
      else { continue }
      claim(.arch(arch), at: index..<index + 1, side: archSide(index..<index + 1))
    }
    for index in tokens.indices
    where ["m1", "m2", "m3", "m4", "m5"].contains(tokens[index].key) && tokens[index].isCapital {
      let near = tokens[max(0, index - 3)..<min(index + 3, tokens.count)].map(\.key)
      guard near.contains(where: Self.macs.contains) else { continue }
      claim(.arch("aarch64"), at: index..<index + 1, side: archSide(index..<index + 1))
    }
  }

  /// Behind a package's version.
  private static let suffixes = [
    ".x86_64": "x86_64", "-amd64": "x86_64", "_amd64": "x86_64", "-x86_64": "x86_64",
    "-x64": "x86_64", "10x64": "x86_64", "11x64": "x86_64", ".aarch64": "aarch64",
    "-arm64": "aarch64", "_arm64": "aarch64", "-aarch64": "aarch64",
  ]
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

  /// `Locale: fr-FR`, `culture de-DE`, as Windows writes them.
  private func windowsLocale(at index: Int) -> String? {
    guard index + 1 < tokens.count, tokens[index + 1].gap == .hyphen,
      tokens[index].text.utf8.count == 2, tokens[index].text.allSatisfy(\.isLowercase),
      tokens[index + 1].text.utf8.count == 2, tokens[index + 1].text.allSatisfy(\.isUppercase),
      passage.has(.locale)
        || tokens[max(0, index - 4)..<index].contains(where: {
          ["locale", "culture", "regional", "gebietsschema", "lang", "language"].contains($0.key)
        })
    else { return nil }
    return tokens[index].text + "-" + tokens[index + 1].text
  }

  private func encoding(after index: Int) -> String {
    // `de_DE.UTF-8` is cut at the hyphen by the tokenizer.
    guard index + 1 < tokens.count, tokens[index + 1].gap == .hyphen,
      tokens[index].text.hasSuffix(".UTF") || tokens[index].text.hasSuffix(".ISO")
        || tokens[index].text.hasSuffix(".utf")
    else { return "" }
    return "-" + tokens[index + 1].text
  }
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

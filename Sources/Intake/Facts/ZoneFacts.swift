import CaseModel

/// Time zones in sentences.
extension PassageReader {
  /// `Europe/Berlin`, `UTC+2`, `CET` where a zone is spoken of.
  func zone(at index: Int) -> (String, Range<Int>)? {
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
    // `the server's clock is utc`
    let isPlain = ["utc", "gmt"].contains(token.key) && saysZone(index)
    guard Self.abbreviations.contains(token.key), token.isShouted || isPlain else { return nil }
    // `America/New_York (GMT-0500)`
    if index > 0, token.gap.contains(.open), isUsed(index - 1) { return nil }
    if let offset = offset(behind: index) {
      let isClock = index > 0 && tokens[index - 1].key.first?.isNumber == true
      guard !isClock || passage.has(.timezone) || saysZone(index) else { return nil }
      return (token.text + offset, index..<index + 2)
    }
    guard passage.has(.timezone) || saysZone(index) || saysStamps(index) else { return nil }
    return (token.text, index..<index + 1)
  }

  /// The `+2` of `UTC+2`.
  private func offset(behind index: Int) -> String? {
    guard index + 1 < tokens.count, tokens[index + 1].gap.has([.plus, .hyphen]),
      tokens[index + 1].gap.isSubset(of: [.plus, .hyphen]),
      tokens[index + 1].key.first?.isNumber == true
    else { return nil }
    // `UTC+01:00`
    let minutes = tokens[(index + 2)...].first.flatMap {
      $0.gap == .colon && $0.text.utf8.count == 2 && $0.isNumber ? ":" + $0.text : nil
    }
    return (tokens[index + 1].gap.contains(.plus) ? "+" : "-") + tokens[index + 1].text
      + (minutes ?? "")
  }

  private func saysZone(_ index: Int) -> Bool {
    guard let sentence = bearing.sentence(of: index) else { return false }
    return sentence.range.contains { at in
      Self.zoneWords.contains(tokens[at].key) && abs(at - index) <= 8
    }
  }

  /// `all timestamps in CET`, `(logs are in GMT)`, unlike `it began at 14:00 UTC`.
  private func saysStamps(_ index: Int) -> Bool {
    guard index > 0, Self.stampJoiners.contains(tokens[index - 1].key),
      let sentence = bearing.sentence(of: index)
    else { return false }
    return sentence.range.contains { at in
      at < index && index - at <= 8 && Self.stampWords.contains(tokens[at].key)
    }
  }

  /// `the server's time zone is Lisbon`, where a time zone is asked for.
  mutating func readZoneByCity() {
    guard !claims.contains(where: { if case .timezone = $0.subject { true } else { false } }) else {
      return
    }
    for index in tokens.indices where tokens[index].isCapital && !isUsed(index) {
      guard passage.has(.timezone) || saysZone(index) || saysTimeOf(index),
        let zone = ZoneNames.byCity[tokens[index].key]
      else { continue }
      return claim(
        .timezone(zone), at: index..<index + 1, side: bearing.side(of: index..<index + 1))
    }
  }

  /// `Berlin time`, `in unserer Zeit, also Berlin`, `l'heure de Paris`
  private func saysTimeOf(_ index: Int) -> Bool {
    if index + 1 < tokens.count, ["time", "zeit", "tijd"].contains(tokens[index + 1].key),
      tokens[index + 1].gap == .space
    {
      return true
    }
    let before = tokens[max(0, index - 7)..<index].map(\.key)
    if ["de", "di", "van", "of"].contains(before.last) {
      return before.contains {
        ["heure", "hora", "ora", "horaire", "horario", "tijd"].contains($0)
      }
        && (before.count < 2
          || ["heure", "hora", "ora", "celle", "la", "horario", "tijd"]
            .contains(before[before.count - 2]))
    }
    return before.last == "also" && before.contains("zeit")
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
  private static let zoneWords: Set<String> = [
    "timezone", "zone", "tz", "clock", "clocks", "zeitzone", "horaire", "horaria", "horario",
    "tijdzone", "czasowa", "czasowej", "uhr", "zegar", "set", "fuso", "fuseau", "huso", "strefa",
    "strefie",
  ]
  private static let stampWords: Set<String> = [
    "times", "timestamps", "stamps", "timestamp", "log", "logs", "zeiten", "zeitstempel",
    "uhrzeiten", "zeitangaben", "horodatages", "heures", "horas", "horarios", "horari", "orari",
    "tijden", "tijdstempels", "godziny", "czasy", "logi", "registros", "journaux", "server",
    "servers", "runs", "run",
    "laeuft", "laufen", "serveur", "servidor", "serwer",
  ]
  private static let stampJoiners: Set<String> = [
    "in", "are", "is", "sind", "ist", "en", "em", "sont", "est", "estan", "estao", "son", "w",
    "zijn", "sono", "to", "auf", "on", "all", "alle", "als",
  ]
}

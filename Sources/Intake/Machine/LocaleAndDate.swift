/// What `locale` prints.
enum LocaleLines {
  private static let categories: Set<String> = [
    "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY",
    "LC_MESSAGES", "LC_PAPER", "LC_NAME", "LC_ADDRESS", "LC_TELEPHONE", "LC_MEASUREMENT",
    "LC_IDENTIFICATION",
  ]
  static let heads = categories.map { $0.lowercased() }

  static func read(_ printout: inout Printout) -> Int {
    var values: [String: Int] = [:]
    var locale: [String: String] = [:]
    var count = 0
    while count < 20, let line = printout.line(count), let (key, value) = line.assigned,
      categories.contains(String(key))
    {
      guard let name = name(value) ?? (value.isEmpty ? "" : nil) else { break }
      (values[String(key)], locale[String(key)]) = (count, name)
      count += 1
    }
    for key in ["LC_ALL", "LANG", "LC_CTYPE"] {
      guard let name = locale[key], !name.isEmpty, let offset = values[key] else { continue }
      printout.claim(.locale(name), at: offset)
      break
    }
    return count
  }

  /// `de_DE.UTF-8`, `LANG=de_DE.UTF-8`, `C`, and Windows' `de;German (Germany)`.
  static func name(_ text: Substring) -> String? {
    let value = (text.after("LANG=") ?? text).prefix { $0 != ";" && $0 != " " }
    guard (1...32).contains(value.utf8.count), value.utf8.first?.isLetterByte == true,
      value.utf8.allSatisfy({ $0.isNameByte || ".-@".utf8.contains($0) })
    else { return nil }
    return String(value)
  }
}

/// What `date` prints: `Mon Apr  6 11:20:31 CEST 2026`.
enum DateLine {
  static let heads = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  static func read(_ printout: inout Printout) -> Int {
    guard let zone = zone(in: printout.text) else { return 0 }
    printout.claim(.timezone(zone), source: .aside)
    return 1
  }

  /// The zone's abbreviation; nil when the line is anything else than a date with one.
  static func zone(in text: Substring) -> String? {
    guard text.utf8.count <= 60 else { return nil }
    let words = text.words(limit: 9)
    guard (5...8).contains(words.count), let clock = words.firstIndex(where: isClock), clock >= 2
    else { return nil }
    let zones = words[(clock + 1)...].filter { word in
      (2...5).contains(word.utf8.count) && word != "AM" && word != "PM"
        && word.utf8.allSatisfy { (65...90).contains($0) }
    }
    let others = words.filter { $0.utf8.first?.isDigitByte != true }.count
    return zones.count == 1 && others <= 4 ? String(zones[0]) : nil
  }

  private static func isClock(_ word: Substring) -> Bool {
    let parts = word.split(separator: ":")
    return parts.count == 3
      && parts.allSatisfy { (1...2).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isDigitByte) }
  }
}

/// `Timezone=Europe/Prague` of `timedatectl show`.
enum ZoneLine {
  static let heads = ["timezone"]

  static func read(_ printout: inout Printout) -> Int {
    guard let zone = printout.text.after("Timezone=").flatMap(ZoneText.name) else { return 0 }
    printout.claim(.timezone(zone))
    return 1
  }
}

import CaseModel
import Foundation

/// Time zones as machines print them.
enum ZoneText {
  private static let known = Set(TimeZone.knownTimeZoneIdentifiers)

  /// `Europe/Vienna`, `UTC`, `Etc/UTC`
  static func name(_ word: Substring) -> String? {
    guard word.utf8.count <= 40 else { return nil }
    let name = String(word)
    return known.contains(name)
      || ["UTC", "GMT", "Etc/UTC", "Etc/GMT", "CET", "EET", "MET", "WET"]
        .contains(name)
      || isPlace(word)
      ? name : nil
  }

  /// `Asia/Kolkata`: a place that the database of this machine may call otherwise.
  private static func isPlace(_ word: Substring) -> Bool {
    let parts = word.split(separator: "/")
    return (2...3).contains(parts.count)
      && [
        "Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian",
        "Pacific",
      ].contains(parts[0])
      && parts.allSatisfy { part in
        part.utf8.first?.isASCIICapital == true
          && part.utf8.allSatisfy {
            ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 || $0 == 95 || $0 == 45
          }
      }
  }

  /// `Europe/Vienna (CEST, +0200)`, `(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien`
  static func zone(_ text: Substring) -> String? {
    guard text.starts("(") else {
      return WindowsZones.name(ofID: text) ?? name(text.prefix { $0 != " " })
    }
    return WindowsZones.name(ofTitle: text)
  }
}

/// Time zones as Windows names them; which zone of the database each is, CLDR tells.
///
/// https://github.com/unicode-org/cldr/blob/main/common/supplemental/windowsZones.xml
enum WindowsZones {
  /// By the first place that the title names.
  private static let places = [
    "amsterdam": "Europe/Berlin", "brussels": "Europe/Paris", "brüssel": "Europe/Paris",
    "bruxelles": "Europe/Paris", "bruselas": "Europe/Paris", "belgrade": "Europe/Budapest",
    "belgrad": "Europe/Budapest", "sarajevo": "Europe/Warsaw", "dublin": "Europe/London",
    "helsinki": "Europe/Kiev", "athens": "Europe/Bucharest", "athen": "Europe/Bucharest",
    "moscow": "Europe/Moscow", "moskau": "Europe/Moscow", "istanbul": "Europe/Istanbul",
    "eastern time": "America/New_York", "central time": "America/Chicago",
    "mountain time": "America/Denver", "pacific time": "America/Los_Angeles",
    "brasilia": "America/Sao_Paulo", "brasília": "America/Sao_Paulo", "chennai": "Asia/Calcutta",
    "beijing": "Asia/Shanghai", "osaka": "Asia/Tokyo", "canberra": "Australia/Sydney",
    "harare": "Africa/Johannesburg", "jerusalem": "Asia/Jerusalem",
    "coordinated universal time": "UTC", "koordinierte weltzeit": "UTC",
  ]

  static func name(ofID text: Substring) -> String? {
    text.utf8.count <= 40 ? WindowsZone.name(ofID: String(text)) : nil
  }

  /// `(UTC+01:00) Amsterdam, Berlin, …`; the offset alone where the place is not known.
  static func name(ofTitle text: Substring) -> String? {
    guard text.utf8.count <= 120, let end = text.firstIndex(of: ")") else { return nil }
    let offset = text[..<end].dropFirst()
    guard offset.starts("UTC") || offset.starts("GMT") else { return nil }
    let place = text[text.index(after: end)...].trimmedSpace.prefix { $0 != "," && $0 != "(" }
    return places[place.lowercased().trimmed] ?? String(offset)
  }
}

import Foundation

/// The cities of the time zone database, which name their zones.
enum ZoneNames {
  /// `lisbon` -> `Europe/Lisbon`; a city that two zones are named after is left out.
  static let byCity: [String: String] = {
    var zones: [String: String] = [:]
    var twice: Set<String> = []
    for name in TimeZone.knownTimeZoneIdentifiers {
      guard let city = name.split(separator: "/").last, name.contains("/") else { continue }
      let key = Folding.key(String(city).replacing("_", with: " "))
      if zones.updateValue(name, forKey: key) != nil { twice.insert(key) }
    }
    for key in twice { zones[key] = nil }
    for (city, name) in [
      "muenchen": "Europe/Berlin", "frankfurt": "Europe/Berlin", "hamburg": "Europe/Berlin",
      "lisboa": "Europe/Lisbon", "warszawa": "Europe/Warsaw", "praha": "Europe/Prague",
      "wien": "Europe/Vienna", "roma": "Europe/Rome", "milano": "Europe/Rome",
    ] {
      zones[city] = name
    }
    return zones
  }()
}

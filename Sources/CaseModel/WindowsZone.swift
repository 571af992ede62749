/// Time zones as Windows calls them, each with the zone of the database that stands for it in CLDR.
///
/// https://github.com/unicode-org/cldr/blob/main/common/supplemental/windowsZones.xml
public enum WindowsZone {
  private static let ids = [
    "W. Europe Standard Time": "Europe/Berlin", "Romance Standard Time": "Europe/Paris",
    "Central Europe Standard Time": "Europe/Budapest",
    "Central European Standard Time": "Europe/Warsaw", "GMT Standard Time": "Europe/London",
    "Greenwich Standard Time": "Atlantic/Reykjavik", "FLE Standard Time": "Europe/Kiev",
    "GTB Standard Time": "Europe/Bucharest", "Russian Standard Time": "Europe/Moscow",
    "Turkey Standard Time": "Europe/Istanbul", "Eastern Standard Time": "America/New_York",
    "Central Standard Time": "America/Chicago", "Mountain Standard Time": "America/Denver",
    "Pacific Standard Time": "America/Los_Angeles",
    "E. South America Standard Time": "America/Sao_Paulo",
    "Argentina Standard Time": "America/Buenos_Aires", "India Standard Time": "Asia/Calcutta",
    "China Standard Time": "Asia/Shanghai", "Tokyo Standard Time": "Asia/Tokyo",
    "Singapore Standard Time": "Asia/Singapore", "AUS Eastern Standard Time": "Australia/Sydney",
    "South Africa Standard Time": "Africa/Johannesburg", "Arabian Standard Time": "Asia/Dubai",
    "Israel Standard Time": "Asia/Jerusalem", "UTC": "UTC",
  ]

  /// `Europe/Berlin` of `W. Europe Standard Time`; nil for one that is not known here.
  public static func name(ofID id: String) -> String? { ids[id] }

  /// The other way; nil where Windows has no zone that this one stands for.
  public static func id(ofName name: String) -> String? {
    let name = name == "Etc/UTC" ? "UTC" : name
    return ids.first { $0.value == name }?.key
  }
}

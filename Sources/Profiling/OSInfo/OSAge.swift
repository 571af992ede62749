import CaseModel

/// When operating systems came out, in days on a scale good enough to compare.
struct OSAge {
  var osinfo: OSInfo?

  /// A release that the database does not have, of an OS that it has, came out after the database.
  func day(of os: EnvironmentProfile.OSWanted) -> Int? {
    if let known = known(of: os) { return known }
    return osinfo?.nearestEntry(for: os) == nil ? nil : Int.max
  }

  /// By its own entry, or just after what it follows.
  func known(of os: EnvironmentProfile.OSWanted) -> Int? {
    guard let osinfo, let entry = osinfo.entry(for: os) else { return nil }
    if let day = Self.day(entry) { return day }
    return entry.parents.compactMap { osinfo.entry($0.id).flatMap(Self.day) }.max().map { $0 + 1 }
  }

  private static func day(_ entry: OSInfoEntry) -> Int? {
    let parts = entry.releaseDate?.split(separator: "-").compactMap { Int($0) } ?? []
    guard parts.count == 3, (0...9999).contains(parts[0]) else { return nil }
    return parts[0] * 365 + min(12, max(1, parts[1])) * 30 + min(31, max(1, parts[2]))
  }
}

/// A member's path that stays within its archive.
struct MemberPath: Equatable {
  /// `sosreport-files/etc/os-release`
  var parts: [Substring]

  /// Nil for an absolute path and one that climbs out.
  init?(_ stored: String) {
    guard !stored.hasPrefix("/"), stored.utf8.count < 4096 else { return nil }
    parts = stored.split(separator: "/").filter { $0 != "." }
    guard !parts.isEmpty, !parts.contains("..") else { return nil }
  }

  var text: String { parts.joined(separator: "/") }
  /// Below the folder that most archives wrap everything in.
  var inner: String { parts.dropFirst().joined(separator: "/") }

  /// Whether it belongs to a bundle of sos(1).
  var isOfBundle: Bool {
    guard let first = parts.first else { return false }
    return first.hasPrefix("sosreport") || first.hasPrefix("sos-collector")
      || parts.dropFirst().first.map { ["sos_commands", "sos_logs", "sos_reports"].contains($0) }
        == true
  }
}

import Foundation

/// Quantities as people read them.
enum Quantity {
  /// `0.25 s`, `12.3 s`, `3 min 12 s`, `1 h 02 min`.
  static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0, seconds < 1e9 else { return "?" }
    let whole = Int(seconds.rounded())
    return switch seconds {
    case ..<9.995: "\(fixed(seconds, 2)) s"
    case ..<59.95: "\(fixed(seconds, 1)) s"
    case ..<3599.5: "\(whole / 60) min \(twoDigits(whole % 60)) s"
    default: "\(whole / 3600) h \(twoDigits(whole / 60 % 60)) min"
    }
  }

  /// `712 B`, `3.1 KiB`, `48 MiB`.
  static func size(_ bytes: Int64) -> String {
    guard bytes >= 1024 else { return "\(bytes) B" }
    var value = Double(bytes) / 1024
    var units = ["KiB", "MiB", "GiB", "TiB"][...]
    while value >= 1023.5, units.count > 1 {
      value /= 1024
      units.removeFirst()
    }
    return "\(fixed(value, value < 9.95 ? 1 : 0)) \(units[units.startIndex])"
  }

  /// `1 test`, `3 tests`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  static func fixed(_ value: Double, _ digits: Int) -> String {
    value.formatted(
      .number.precision(.fractionLength(digits)).grouping(.never)
        .locale(Locale(identifier: "en_US_POSIX")))
  }

  private static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
}

/// The record's times: ISO 8601, UTC.
enum Moment {
  static func date(_ text: String) -> Date? {
    (try? Date(text, strategy: .iso8601))
      ?? (try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
  }

  /// `2030-01-02 04:00:09 UTC`, or without the seconds; a text that is no time as it is.
  static func text(_ text: String, seconds: Bool = true) -> String {
    guard date(text) != nil, text.hasSuffix("Z") else { return Shown.line(text, limit: 40) }
    let parts = text.dropLast().split(separator: "T")
    guard parts.count == 2 else { return text }
    return "\(parts[0]) \(parts[1].prefix(seconds ? 8 : 5)) UTC"
  }

  /// Seconds from one time to a later one.
  static func seconds(from start: String, to end: String?) -> Double? {
    guard let start = date(start), let end = end.flatMap(date) else { return nil }
    return max(0, end.timeIntervalSince(start))
  }
}

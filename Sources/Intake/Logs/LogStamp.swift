import Foundation

/// When a line of a log says it was written, as far as it says.
struct LogStamp: Equatable {
  enum Order { case dayFirst, monthFirst, unknown }

  var year: Int?
  /// Nil together with `day` where the line has no date, or one that can be read in two ways.
  var month: Int?
  var day: Int?
  var hour = 0
  var minute = 0
  var second = 0
  /// `+01:00`, `UTC`, `CET`
  var zone: String?
  /// Two numbers whose order only other lines of the log tell.
  var ambiguous: (first: Int, second: Int)?
  /// What this line tells others of the log about that order.
  var order = Order.unknown

  static func == (a: LogStamp, b: LogStamp) -> Bool { a.text() == b.text() }

  /// ISO 8601; a year that is not told is `-`, as in `--03-02T08:14:07`, and a date `T`.
  func text(_ order: Order = .unknown) -> String {
    let clock = "T" + Self.two(hour) + ":" + Self.two(minute) + ":" + Self.two(second) + offset
    var (month, day) = (month, day)
    if let ambiguous, order != .unknown {
      (month, day) =
        order == .dayFirst
        ? (ambiguous.second, ambiguous.first) : (ambiguous.first, ambiguous.second)
    }
    guard let month, let day else { return clock }
    return (year.map { "\($0)-" } ?? "--") + Self.two(month) + "-" + Self.two(day) + clock
  }

  private var offset: String {
    switch zone {
    case "UTC", "GMT": "Z"
    case let zone? where zone.hasPrefix("+") || zone.hasPrefix("-"): zone
    default: ""
    }
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Seconds since 1970, as squid and journald have them.
  static func epoch(_ seconds: Int) -> LogStamp? {
    guard (500_000_000...4_000_000_000).contains(seconds) else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = calendar.dateComponents(
      [.year, .month, .day, .hour, .minute, .second],
      from: Date(timeIntervalSince1970: Double(seconds)))
    return LogStamp(
      year: parts.year, month: parts.month, day: parts.day, hour: parts.hour ?? 0,
      minute: parts.minute ?? 0, second: parts.second ?? 0, zone: "UTC")
  }
}

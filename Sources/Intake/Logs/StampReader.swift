/// Reads the time stamp that stands at the head of a line.
extension ByteReader {
  mutating func stamp() -> LogStamp? {
    let start = index
    guard let first = next else { return nil }
    let stamp = first.isDigitByte ? numericStamp() : first.isLetterByte ? namedStamp() : nil
    if stamp == nil { index = start }
    return stamp
  }

  /// `2026-03-02T08:14:07`, `02.03.2026 08:14:07`, `3/2/2026 8:14:07 AM`, `02-Mar-2026 08:14:07`,
  /// `08:14:07`, `1772439247.123`
  private mutating func numericStamp() -> LogStamp? {
    let start = index
    if let year = number(4...4), let sign = skip(anyOf: "-/."), let month = number(1...2),
      skip(anyOf: "-/.") == sign, let day = number(1...2)
    {
      return separator() ? clock(LogStamp(year: year, month: month, day: day)) : nil
    }
    index = start
    if let first = number(1...2), let sign = skip(anyOf: "./-") {
      if let month = monthName(), skip(anyOf: "./-") == sign, let year = number(4...4),
        skip(":") || separator()
      {
        return clock(LogStamp(year: year, month: month, day: first))
      }
      guard let second = number(1...2), skip(anyOf: "./-") == sign,
        let year = number(4...4) ?? number(2...2).map({ $0 + 2000 }), separator()
      else { return nil }
      return clock(Self.dated(first, second, year, isDotted: sign == UInt8(ascii: ".")))
    }
    index = start
    if let seconds = number(10...10), skip("."), number(3...6) != nil {
      return LogStamp.epoch(seconds)
    }
    index = start
    return byte(2) == UInt8(ascii: ":") || byte(1) == UInt8(ascii: ":") ? clock(LogStamp()) : nil
  }

  private static func dated(_ first: Int, _ second: Int, _ year: Int, isDotted: Bool) -> LogStamp {
    if isDotted || first > 12 {
      return LogStamp(year: year, month: second, day: first, order: .dayFirst)
    }
    if second > 12 { return LogStamp(year: year, month: first, day: second, order: .monthFirst) }
    return LogStamp(year: year, ambiguous: (first, second))
  }

  /// `Mar  2 08:14:07`, `Mon Mar  2 08:14:07 2026`, `Mar 02, 2026 8:14:07 AM`,
  /// `Mon, 02 Mar 2026 08:14:07`
  private mutating func namedStamp() -> LogStamp? {
    let hasWeekday = weekday()
    var stamp = LogStamp()
    if hasWeekday, let day = number(1...2) {
      stamp.day = day
      skipSpaces()
      stamp.month = monthName()
      skipSpaces()
      stamp.year = number(4...4)
    } else if hasWeekday, let year = number(4...4), skip("-"), let month = number(2...2), skip("-"),
      let day = number(2...2)
    {
      stamp = LogStamp(year: year, month: month, day: day)
    } else {
      stamp.month = monthName()
      guard stamp.month != nil, next == 32 else { return nil }
      skipSpaces()
      stamp.day = number(1...2)
      _ = skip(",")
      skipSpaces()
      if byte(4) == 32 { stamp.year = number(4...4) }
    }
    guard stamp.month != nil, stamp.day != nil else { return nil }
    skipSpaces()
    guard var read = clock(stamp) else { return nil }
    if read.year == nil, next == 32, let a = byte(1), a.isDigitByte, byte(5)?.isDigitByte != true {
      let here = index
      index += 1
      if let year = number(4...4), (1990...2100).contains(year) {
        read.year = year
      } else {
        index = here
      }
    }
    return read
  }

  /// What may stand between date and time.
  private mutating func separator() -> Bool {
    if skip("T") || skip("_") { return true }
    let hasComma = skip(",")
    guard next == 32 || next == 9 else { return hasComma }
    skipSpaces()
    return true
  }

  /// `08:14:07,212 +0100`, `8:14:07 AM`; the seconds must be there.
  private mutating func clock(_ date: LogStamp) -> LogStamp? {
    var stamp = date
    guard let hour = number(1...2), skip(":"), let minute = number(2...2), skip(":"),
      let second = number(2...2), hour < 24, minute < 60, second < 61
    else { return nil }
    (stamp.hour, stamp.minute, stamp.second) = (hour, minute, second)
    if let sign = next, ".,:".utf8.contains(sign), byte(1)?.isDigitByte == true {
      index += 1
      _ = number(1...9)
    }
    readHalf(&stamp)
    stamp.zone = zone()
    if let month = stamp.month, let day = stamp.day {
      guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    }
    if let year = stamp.year { guard (1970...2200).contains(year) else { return nil } }
    return stamp
  }

  private mutating func readHalf(_ stamp: inout LogStamp) {
    for (text, isLate) in [(" AM", false), (" PM", true)]
    where starts(text) && (1...12).contains(stamp.hour) {
      index += 3
      stamp.hour = stamp.hour % 12 + (isLate ? 12 : 0)
      if let ambiguous = stamp.ambiguous {
        (stamp.month, stamp.day) = (ambiguous.first, ambiguous.second)
        stamp.ambiguous = nil
        stamp.order = .monthFirst
      }
    }
  }

  private mutating func zone() -> String? {
    if skip("Z") { return "UTC" }
    let start = index
    if next == 32 { index += 1 }
    if let sign = skip(anyOf: "+-"), let hours = number(2...2) ?? shortHours() {
      _ = skip(":")
      let minutes = number(2...2) ?? 0
      if hours <= 14, minutes < 60 {
        let two = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
        return String(UnicodeScalar(sign)) + two(hours) + ":" + two(minutes)
      }
    }
    index = start
    if next == 32 { index += 1 }
    for name in Self.zoneNames where starts(name) && byte(name.utf8.count)?.isNameByte != true {
      index += name.utf8.count
      return name
    }
    index = start
    return nil
  }

  /// The hours of `+0100`.
  private mutating func shortHours() -> Int? {
    guard let a = byte(0), let b = byte(1), let c = byte(2), let d = byte(3),
      [a, b, c, d].allSatisfy(\.isDigitByte), byte(4)?.isDigitByte != true
    else { return nil }
    index += 2
    return Int(a - 48) * 10 + Int(b - 48)
  }

  private static let zoneNames = [
    "UTC", "GMT", "CEST", "CET", "EEST", "EET", "WEST", "WET", "BST", "MSK", "EST", "EDT", "CST",
    "CDT", "MST", "MDT", "PST", "PDT", "JST", "IST", "AEST", "AEDT", "BRT",
  ]
}

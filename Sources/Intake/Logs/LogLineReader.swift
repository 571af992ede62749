extension LogLine {
  /// Nil when the line does not look like a log's; `format` is that of the lines before it.
  init?(_ text: Substring, after format: LogFormat? = nil) {
    guard let line = text.withBytes({ Self.read(ByteReader($0, format: format)) }) else {
      return nil
    }
    self = line
  }

  /// A line of so few bytes, or without a digit or a known sign at its head, is none.
  static func read(_ start: ByteReader) -> LogLine? {
    var reader = start
    guard reader.bytes.count >= 4 else { return nil }
    reader.skipSpaces()
    guard let first = reader.next else { return nil }
    if first.isLetterByte, !mayBeNamed(reader) {
      return combined(reader) ?? unstamped(reader)
    }
    return decorated(&reader) ?? combined(start) ?? unstamped(start)
  }

  /// A month or a weekday.
  private static func mayBeNamed(_ reader: ByteReader) -> Bool {
    guard let fourth = reader.byte(3) else { return false }
    return fourth == 32 || fourth == UInt8(ascii: ",") || reader.byte(1)?.isDigitByte == true
  }

  private static func decorated(_ reader: inout ByteReader) -> LogLine? {
    guard let first = reader.next else { return nil }
    switch first {
    case UInt8(ascii: "{"): return json(reader)
    case UInt8(ascii: "<"):
      let start = reader.index
      reader.index += 1
      if let priority = reader.number(1...3), reader.skip(">"), priority < 192 {
        let isNew = reader.literal("1 ")
        guard let stamp = reader.stamp() else { return nil }
        return LogLine(format: isNew ? .rfc5424 : .syslog, stamp: stamp, isCertain: true)
      }
      reader.index = start + 1
      if reader.next == 32 { return winSCP(&reader) }
      guard let stamp = reader.stamp(), reader.skip(">") else { return nil }
      return LogLine(format: .fileZillaServer, stamp: stamp, isCertain: true)
    case UInt8(ascii: "["):
      reader.index += 1
      return bracketed(&reader)
    case UInt8(ascii: "("):
      reader.index += 1
      if reader.number(4...8) != nil, reader.skip(")") {
        reader.skipSpaces()
        guard let stamp = reader.stamp() else { return nil }
        return LogLine(format: .fileZillaServer, stamp: stamp, isCertain: true)
      }
      guard let stamp = reader.stamp(), reader.skip(")") else { return nil }
      return judged(stamp, reader)
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "*"):
      guard reader.byte(1) == 32 else { return nil }
      reader.index += 1
      return winSCP(&reader)
    case UInt8(ascii: "I"), UInt8(ascii: "W"), UInt8(ascii: "E"), UInt8(ascii: "F"):
      if let line = klog(reader) { return line }
    default: break
    }
    guard let stamp = reader.stamp() else { return nil }
    return judged(stamp, reader)
  }

  /// `. 2026-03-02 08:14:07.212 Connecting …`
  private static func winSCP(_ reader: inout ByteReader) -> LogLine? {
    reader.skipSpaces()
    guard let stamp = reader.stamp(), stamp.year != nil else { return nil }
    return LogLine(format: .winSCP, stamp: stamp, isCertain: true)
  }

  /// `[2026-03-02 08:14:07] …`, `[2026/03/02 08:14:07.220981,  1] …`, `[   12.345678] …`
  private static func bracketed(_ reader: inout ByteReader) -> LogLine? {
    let start = reader.index
    if let stamp = reader.stamp() {
      if reader.skip(",") {
        reader.skipSpaces()
        if reader.number(1...2) != nil {
          return LogLine(format: .samba, stamp: stamp, isCertain: true)
        }
      }
      guard reader.skip("]") else { return nil }
      return judged(stamp, reader)
    }
    reader.index = start
    reader.skipSpaces()
    guard reader.number(1...7) != nil, reader.skip("."), reader.number(6...6) != nil,
      reader.skip("]")
    else { return nil }
    return LogLine(format: .dmesg, stamp: nil, isCertain: true)
  }

  /// `I0302 08:14:07.123456    1 main.go:12] …`
  private static func klog(_ start: ByteReader) -> LogLine? {
    var reader = start
    reader.index += 1
    guard let date = reader.number(4...4), reader.skip(" "), var stamp = reader.stamp(),
      stamp.month == nil, (1...12).contains(date / 100), (1...31).contains(date % 100)
    else { return nil }
    (stamp.month, stamp.day) = (date / 100, date % 100)
    return LogLine(format: .klog, stamp: stamp, isCertain: true)
  }

  /// `192.0.2.1 - - [02/Mar/2026:08:14:07 +0100] "GET / HTTP/1.1" 200 12`
  private static func combined(_ start: ByteReader) -> LogLine? {
    guard let at = start.position(of: "[", within: 120), at > 0,
      start.bytes[at - 1] == 32
    else { return nil }
    var reader = start
    reader.index = at + 1
    guard let stamp = reader.stamp(), stamp.year != nil, stamp.zone != nil, reader.skip("]") else {
      return nil
    }
    return LogLine(format: .combined, stamp: stamp, isCertain: true)
  }

  private static func json(_ start: ByteReader) -> LogLine? {
    guard start.bytes.last == UInt8(ascii: "}"), start.byte(1) == UInt8(ascii: "\"") else {
      return nil
    }
    guard
      start.contains("\"msg\"", within: 2_000) || start.contains("\"message\"", within: 2_000)
        || start.contains("\"level\"", within: 2_000)
    else { return nil }
    for key in ["\"time\":", "\"timestamp\":", "\"@timestamp\":", "\"ts\":", "\"date\":", "\"t\":"]
    {
      guard let at = start.position(of: key, within: 2_000) else { continue }
      var reader = start
      reader.index = at + key.utf8.count
      reader.skipSpaces()
      _ = reader.skip("\"")
      if let stamp = reader.stamp() { return LogLine(format: .json, stamp: stamp, isCertain: true) }
    }
    return nil
  }
}

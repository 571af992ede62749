extension LogLine {
  /// What wrote a stamped line, by what follows the stamp.
  static func judged(_ stamp: LogStamp, _ after: ByteReader) -> LogLine? {
    var reader = after
    reader.skipSpaces()
    if let format = reader.format {
      return LogLine(format: format, stamp: stamp, isCertain: true, message: reader.index)
    }
    let format = format(stamp, reader)
    let isCertain = format != .stamped || isMachineLike(reader)
    return LogLine(format: format, stamp: stamp, isCertain: isCertain, message: reader.index)
  }

  private static func format(_ stamp: LogStamp, _ reader: ByteReader) -> LogFormat {
    if reader.starts("[pid ") { return .vsftpd }
    if reader.starts("Status:\t") || reader.starts("Command:\t") || reader.starts("Response:\t") {
      return .fileZilla
    }
    if reader.contains("proftpd[", within: 60) { return .proftpd }
    if reader.contains("sshd[", within: 60) || reader.contains("sshd-session[", within: 60) {
      return .openssh
    }
    if stamp.year == nil, stamp.month != nil { return isSyslog(reader) ? .syslog : .stamped }
    if reader.starts("DEBUG : ") || reader.starts("INFO  : ") || reader.starts("NOTICE: ")
      || reader.starts("ERROR : ")
    {
      return .rclone
    }
    if reader.contains(" TCP_", within: 60) { return .squid }
    if isXferlog(reader) { return .xferlog }
    if reader.starts("- ") && reader.contains(" - ", within: 60) { return .python }
    if reader.starts("org.") || reader.starts("com.") || reader.contains(" [main] ", within: 60)
      || reader.contains(" org.", within: 80)
      || reader.contains(" com.", within: 80)
    {
      return .java
    }
    return .stamped
  }

  /// `host program[1234]:`, `host program:`
  private static func isSyslog(_ start: ByteReader) -> Bool {
    guard let space = start.position(of: " ", within: 80) else { return false }
    var reader = start
    reader.index = space
    guard let colon = reader.position(of: ":", within: 60) else { return false }
    return !start.bytes[(space + 1)..<colon].contains(32)
  }

  /// `1 192.0.2.7 1024 /in/a.bin b _ i r anna ftp 0 * c`
  private static func isXferlog(_ start: ByteReader) -> Bool {
    var reader = start
    guard reader.number(1...8) != nil, reader.skip(" ") else { return false }
    return reader.contains(" ftp ", within: 600)
      && (reader.bytes.last == UInt8(ascii: "c") || reader.bytes.last == UInt8(ascii: "i"))
  }

  /// A level, a process, an address: what programs write and people hardly do.
  private static func isMachineLike(_ reader: ByteReader) -> Bool {
    for mark in [
      "ERROR", "WARN", "INFO", "DEBUG", "TRACE", "FATAL", "NOTICE", "SEVERE", "CRITICAL",
    ]
    where reader.contains(mark, within: 60) { return true }
    for mark in [
      "]: ", "[error]", "[info]", "[warn]", "[notice]", "[Info]", "[debug]", " == ", "::",
    ]
    where reader.contains(mark, within: 120) { return true }
    return hasAddress(reader) || hasProcess(reader)
  }

  /// `name[123]`, `name(123)`
  private static func hasProcess(_ reader: ByteReader) -> Bool {
    var wasDigit = false
    var isOpen = false
    for byte in reader.bytes[reader.index...].prefix(80) {
      if byte == UInt8(ascii: "[") {
        (isOpen, wasDigit) = (true, false)
      } else if isOpen {
        if byte == UInt8(ascii: "]"), wasDigit { return true }
        wasDigit = byte.isDigitByte
        isOpen = wasDigit
      }
    }
    return false
  }

  /// `192.0.2.7:50122`, `192.0.2.7[192.0.2.7]`, `IP 192.0.2.7.22 >`
  private static func hasAddress(_ start: ByteReader) -> Bool {
    var reader = start
    let end = min(reader.bytes.count, reader.index + 120)
    while reader.index < end {
      guard reader.next?.isDigitByte == true else {
        reader.index += 1
        continue
      }
      let from = reader.index
      if reader.number(1...3) != nil, reader.skip("."), reader.number(1...3) != nil,
        reader.skip("."),
        reader.number(1...3) != nil, reader.skip("."), reader.number(1...3) != nil
      {
        return true
      }
      reader.index = max(reader.index, from + 1)
      while reader.next?.isDigitByte == true { reader.index += 1 }
    }
    return false
  }
}

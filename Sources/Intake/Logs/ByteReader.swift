/// Reads small fixed things off the front of a line's bytes.
struct ByteReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var index = 0
  /// The format of the lines before, where this one need not be looked at closer than its stamp.
  var format: LogFormat?

  init(_ bytes: UnsafeBufferPointer<UInt8>, format: LogFormat? = nil) {
    self.bytes = bytes
    self.format = format
  }

  var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  func byte(_ offset: Int) -> UInt8? {
    index + offset < bytes.count ? bytes[index + offset] : nil
  }

  mutating func skip(_ byte: Character) -> Bool {
    guard next == byte.asciiValue else { return false }
    index += 1
    return true
  }

  mutating func skip(anyOf set: String) -> UInt8? {
    guard let next, set.utf8.contains(next) else { return nil }
    index += 1
    return next
  }

  mutating func skipSpaces() {
    while next == 32 || next == 9 { index += 1 }
  }

  /// A number of so many digits, not followed by another.
  mutating func number(_ digits: ClosedRange<Int>) -> Int? {
    var (value, count) = (0, 0)
    while let digit = byte(count), digit.isDigitByte {
      guard count < digits.upperBound else { return nil }
      value = value * 10 + Int(digit) - 48
      count += 1
    }
    guard digits.contains(count) else { return nil }
    index += count
    return value
  }

  mutating func literal(_ text: String) -> Bool {
    guard starts(text) else { return false }
    index += text.utf8.count
    return true
  }

  func starts(_ text: String) -> Bool {
    matches(text, at: index)
  }

  private func matches(_ text: String, at start: Int) -> Bool {
    var at = start
    for byte in text.utf8 {
      guard at < bytes.count, bytes[at] == byte else { return false }
      at += 1
    }
    return true
  }

  /// Whether it stands anywhere from here on, within so many bytes.
  func contains(_ text: String, within limit: Int = 400) -> Bool {
    position(of: text, within: limit) != nil
  }

  func position(of text: String, within limit: Int = 400) -> Int? {
    let count = text.utf8.count
    guard let first = text.utf8.first, bytes.count - index >= count else { return nil }
    let end = limit > bytes.count ? bytes.count - count : min(bytes.count - count, index + limit)
    var at = index
    while at <= end {
      if bytes[at] == first, matches(text, at: at) { return at }
      at += 1
    }
    return nil
  }

  /// `Mar` is 3.
  mutating func monthName() -> Int? {
    guard let a = byte(0), let b = byte(1), let c = byte(2), byte(3)?.isLetterByte != true else {
      return nil
    }
    let key = UInt32(a | 0x20) << 16 | UInt32(b | 0x20) << 8 | UInt32(c | 0x20)
    guard let month = Self.months[key] else { return nil }
    index += 3
    return month
  }

  /// `Mon`, `Mon,`
  mutating func weekday() -> Bool {
    for name in ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] where starts(name) {
      guard byte(3) == 32 || byte(3) == UInt8(ascii: ",") else { return false }
      index += 3
      _ = skip(",")
      skipSpaces()
      return true
    }
    return false
  }

  private static let months: [UInt32: Int] = {
    let names = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    return Dictionary(
      uniqueKeysWithValues: names.enumerated().map { index, name in
        (name.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }, index + 1)
      })
  }()
}

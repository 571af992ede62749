/// Text as a program printed it.
extension Line {
  /// Without quote marks and the space around it; bullets and `#` stay, they may be output.
  var printed: Substring {
    let (from, to) = text[...].withBytes { bytes in
      var (from, to) = (0, bytes.count)
      while from < to, Self.isMargin(bytes[from]) { from += 1 }
      while to > from, bytes[to - 1] <= 32 { to -= 1 }
      return (from, to)
    }
    let start = text.utf8.index(text.startIndex, offsetBy: from)
    return text[start..<text.utf8.index(start, offsetBy: to - from)]
  }

  private static func isMargin(_ byte: UInt8) -> Bool {
    byte <= 32 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "|")
  }
}

extension Substring {
  /// The bytes, without a copy where the text is stored as Swift stores it.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }

  /// The first word in lower case, up to what ends a key: `PRETTY_NAME="…"` has `pretty_name`.
  ///
  /// Of the first 24 bytes only, and empty when it is not ASCII.
  var head: String {
    withBytes { bytes in
      String(unsafeUninitializedCapacity: 24) { buffer in
        var count = 0
        while count < 24, count < bytes.count {
          let byte = bytes[count]
          switch byte {
          case 65...90: buffer[count] = byte | 0x20
          case 128...: return 0
          case 0...32, 61, 58, 40, 44, 59, 91: return count
          default: buffer[count] = byte
          }
          count += 1
        }
        return count
      }
    }
  }

  /// Whether the bytes stand anywhere in it.
  func has(_ mark: String) -> Bool { place(of: mark) != nil }

  /// Where the bytes stand first.
  func place(of mark: String) -> Range<Index>? {
    let found = withBytes { ByteReader($0).position(of: mark, within: .max / 2) }
    guard let found else { return nil }
    let from = utf8.index(startIndex, offsetBy: found)
    return from..<utf8.index(from, offsetBy: mark.utf8.count)
  }

  func starts(_ prefix: String) -> Bool {
    withBytes { ByteReader($0).starts(prefix) }
  }

  /// What follows the prefix.
  func after(_ prefix: String) -> Substring? {
    starts(prefix) ? self[utf8.index(startIndex, offsetBy: prefix.utf8.count)...] : nil
  }

  /// `Key   : value` -> `key` in lower case and `value`.
  var labelled: (label: String, value: Substring)? {
    guard let colon = utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let label = self[..<colon].trimmedSpace
    guard !label.isEmpty, label.utf8.count <= 40 else { return nil }
    return (label.lowercased(), self[utf8.index(after: colon)...].trimmedSpace)
  }

  /// `KEY="value"` -> `KEY` and `value`; the key a shell variable's name.
  var assigned: (key: Substring, value: Substring)? {
    guard let sign = utf8.firstIndex(of: UInt8(ascii: "=")), sign != startIndex else { return nil }
    let key = self[..<sign]
    guard key.utf8.count <= 40, key.utf8.allSatisfy({ $0.isNameByte }) else { return nil }
    var value = self[utf8.index(after: sign)...]
    for quote in ["\"", "'"]
    where value.utf8.count >= 2 && value.hasPrefix(quote) && value.hasSuffix(quote) {
      value = value.dropFirst().dropLast()
      break
    }
    return (key, value)
  }

  var trimmedSpace: Substring {
    var rest = self
    while let byte = rest.utf8.first, byte <= 32 { rest = rest.dropFirstByte }
    while let byte = rest.utf8.last, byte <= 32 {
      rest = rest[..<rest.utf8.index(before: rest.endIndex)]
    }
    return rest
  }

  private var dropFirstByte: Substring { self[utf8.index(after: startIndex)...] }

  /// Words between spaces, at most so many.
  func words(limit: Int = 32) -> [Substring] {
    utf8.split(maxSplits: limit, omittingEmptySubsequences: true) { $0 <= 32 }
      .prefix(limit).map { Substring($0) }
  }
}

extension UInt8 {
  var isDigitByte: Bool { (48...57).contains(self) }
  var isLetterByte: Bool { (65...90).contains(self & 0xDF) }
  var isNameByte: Bool { isDigitByte || isLetterByte || self == UInt8(ascii: "_") }
}

/// How a text's characters are written as bytes.
enum TextEncoding: Equatable {
  case utf8
  case utf16(bigEndian: Bool)
  case utf32(bigEndian: Bool)
  case windows1252

  /// The encoding that a byte order mark names, and the mark's length.
  static func byMark(_ bytes: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
    // UTF-32 first: its little-endian mark begins like that of UTF-16.
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (.utf32(bigEndian: false), 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (.utf32(bigEndian: true), 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16(bigEndian: false), 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16(bigEndian: true), 2) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    return nil
  }

  /// Text as UTF-8, and how sure its characters are.
  static func decode(_ bytes: [UInt8]) -> (utf8: [UInt8], confidence: Double) {
    if let (encoding, length) = byMark(bytes) {
      return decode(Array(bytes.dropFirst(length)), as: encoding)
    }
    if let wide = unmarkedWide(bytes) { return decode(bytes, as: wide) }
    return decode(bytes, as: .utf8)
  }

  private static func decode(
    _ bytes: [UInt8], as encoding: TextEncoding
  ) -> (utf8: [UInt8], confidence: Double) {
    switch encoding {
    case .utf8:
      // A long text is copied here once, which is quicker than looking at each byte.
      if String(validating: bytes, as: UTF8.self) != nil { return (bytes, 1) }
      return decode(bytes, as: .windows1252)
    case .windows1252:
      // Every byte can be Windows-1252, so what is read from it is less sure by a fifth.
      return (Array(Windows1252.decode(bytes).utf8), 0.8)
    case .utf16(let bigEndian):
      let units = units(bytes, of: UInt16.self, bigEndian)
      let text = String(validating: units, as: UTF16.self)
      return (Array((text ?? String(decoding: units, as: UTF16.self)).utf8), text == nil ? 0.8 : 1)
    case .utf32(let bigEndian):
      let units = units(bytes, of: UInt32.self, bigEndian)
      let text = String(validating: units, as: UTF32.self)
      return (Array((text ?? String(decoding: units, as: UTF32.self)).utf8), text == nil ? 0.8 : 1)
    }
  }

  /// UTF-16 without a mark, as some Windows programs write it: nearly every second byte is zero.
  private static func unmarkedWide(_ bytes: [UInt8]) -> TextEncoding? {
    let head = bytes.prefix(512)
    guard head.count >= 8, head.contains(0) else { return nil }
    let (even, odd) = head.indices.reduce(into: (0, 0)) { zeros, index in
      if head[index] == 0 { if index.isMultiple(of: 2) { zeros.0 += 1 } else { zeros.1 += 1 } }
    }
    let half = head.count / 2
    if odd * 10 >= half * 7, even * 10 <= half { return .utf16(bigEndian: false) }
    if even * 10 >= half * 7, odd * 10 <= half { return .utf16(bigEndian: true) }
    return nil
  }

  private static func units<Unit: FixedWidthInteger>(
    _ bytes: [UInt8], of: Unit.Type, _ bigEndian: Bool
  ) -> [Unit] {
    let size = MemoryLayout<Unit>.size
    return stride(from: 0, to: bytes.count - bytes.count % size, by: size).map { start in
      bytes.withUnsafeBytes { buffer in
        let unit = buffer.loadUnaligned(fromByteOffset: start, as: Unit.self)
        return bigEndian ? Unit(bigEndian: unit) : Unit(littleEndian: unit)
      }
    }
  }
}

/// The code page of old Windows mail programs.
enum Windows1252 {
  /// 0x80 to 0x9F; the rest is Latin-1. What it leaves open becomes U+FFFD.
  private static let high: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]

  static func decode(_ bytes: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      let code = (0x80...0x9F).contains(byte) ? high[Int(byte) - 0x80] : UInt32(byte)
      scalars.append(Unicode.Scalar(code) ?? "\u{FFFD}")
    }
    return String(scalars)
  }
}

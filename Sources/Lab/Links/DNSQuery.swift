/// A question to a name server.
struct DNSQuery: Equatable {
  /// Lower case; bytes that are no plain letters are written `\123`.
  var name: String
  /// That the name does not exist.
  var denial: [UInt8]

  /// Nil for what is not one question in proper form.
  init?(_ payload: [UInt8]) {
    let bytes = ByteView(payload)
    guard let id = bytes.slice(0, 2), let flags = bytes.u16(2), flags & 0xF800 == 0,
      bytes.u16(4) == 1, let (name, end) = Self.name(bytes, at: 12),
      let question = bytes.slice(12, end + 4 - 12)
    else { return nil }
    self.name = name
    // Response, recursion desired as asked, recursion available, code 3: RFC 1035, 4.1.1.
    let answer: [UInt8] = [0x80 | UInt8(flags >> 8 & 1), 0x83]
    denial = id.bytes + answer + [0, 1, 0, 0, 0, 0, 0, 0] + question.bytes
  }

  /// The answer to anything else that is no answer itself: format error.
  static func refusal(of payload: [UInt8]) -> [UInt8]? {
    let bytes = ByteView(payload)
    guard let id = bytes.slice(0, 2), let flags = bytes.u16(2), flags & 0x8000 == 0,
      bytes.count >= 12
    else { return nil }
    return id.bytes + [0x80 | UInt8(flags >> 8 & 0x79), 0x81, 0, 0, 0, 0, 0, 0, 0, 0]
  }

  /// The name, and the offset behind it. A question has no pointers to earlier names to follow.
  private static func name(_ bytes: ByteView, at start: Int) -> (String, Int)? {
    var labels: [String] = []
    var offset = start
    while let length = bytes.u8(offset) {
      offset += 1
      if length == 0 { return (labels.isEmpty ? "." : labels.joined(separator: "."), offset) }
      guard length < 64, let label = bytes.slice(offset, Int(length)) else { return nil }
      offset += Int(length)
      guard offset - start < 255 else { return nil }
      labels.append(label.bytes.map(character).joined())
    }
    return nil
  }

  private static func character(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): String(UnicodeScalar(byte | 0x20))
    case UInt8(ascii: "."), UInt8(ascii: "\\"), 0...32, 127...255:
      "\\" + String("00\(byte)".suffix(3))
    default: String(UnicodeScalar(byte))
    }
  }
}

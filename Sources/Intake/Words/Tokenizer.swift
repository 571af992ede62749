/// Cuts text into tokens, at the bytes: a long mail has a few hundred thousand of them.
///
/// `sign-on` is two with a hyphen between, `1.3.8-rc1` and `host.example.com` are one each, a URL
/// is one that nothing is read from.
struct Tokenizer {
  private(set) var tokens: [Token] = []
  private var gap: Token.Gap = []
  /// What follows the last token.
  var trailing: Token.Gap { gap }

  init() {}

  init(_ text: Substring) { add(text, line: 0) }

  /// Goes on behind tokens that are there already.
  init(continuing tokens: [Token], trailing: Token.Gap) {
    self.tokens = tokens
    gap = trailing
  }

  /// A question with its answer.
  init(joining question: [Token], _ answer: Tokenizer) {
    tokens = question
    for var token in answer.tokens {
      if tokens.count == question.count { token.gap.formUnion([.colon, .space]) }
      tokens.append(token)
    }
    gap = answer.trailing
  }

  /// What follows was said at another time.
  mutating func endSentence() { if !tokens.isEmpty { gap.formUnion([.period, .space]) } }

  /// Longer words are nobody's answer.
  private static let lengthLimit = 200

  mutating func add(_ text: Substring, line: Int) {
    if !tokens.isEmpty { gap.insert(.line) }
    var copy = text.utf8.contains(0xE2) ? Self.withoutTicks(text) : text
    copy.withUTF8 { bytes in
      var at = 0
      while at < bytes.count {
        let sign = Sign(bytes, at)
        if sign.kind == .none {
          gap.insert(Gaps.of(bytes, at, sign, isFirst: tokens.isEmpty, after: gap))
          at += sign.length
        } else {
          at = word(bytes, at, sign, line)
        }
      }
    }
  }

  /// `✗` and `✓` are words.
  private static func withoutTicks(_ text: Substring) -> Substring {
    let signs: [Character: String] = [
      "✗": " no ", "✘": " no ", "❌": " no ", "✓": " yes ", "✔": " yes ", "✅": " yes ", "☑": " yes ",
      "☒": " no ",
    ]
    // `don’t` is one word.
    if text.contains("n’t") { return withoutTicks(text.replacing("n’t", with: "n't")[...]) }
    guard text.contains(where: { signs[$0] != nil }) else { return text }
    return Substring(text.map { signs[$0] ?? String($0) }.joined())
  }

  private mutating func word(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ first: Sign, _ line: Int
  ) -> Int {
    if let end = Self.endOfURL(bytes, start) {
      append(bytes, start..<end, key: "\u{1}url", line)
      return end
    }
    let end = Self.endOfWord(bytes, start, first)
    let isLong = end - start > Self.lengthLimit
    append(bytes, start..<(isLong ? start : end), key: isLong ? "\u{1}long" : nil, line)
    return end
  }

  private mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, key: String?, _ line: Int
  ) {
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    tokens.append(Token(text: text, key: key ?? Folding.key(text), gap: gap, line: line))
    gap = []
  }

  private static func endOfWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ first: Sign
  ) -> Int {
    let isVersion =
      first.kind == .digit || beginsRelease(bytes, start)
      || ((bytes[start] | 0x20) == 0x76 && Sign(bytes, start + 1).kind == .digit)
    var (end, before) = (start + first.length, first.kind)
    while end < bytes.count {
      let sign = Sign(bytes, end)
      if sign.kind == .none {
        let next = Sign(bytes, end + 1)
        guard next.kind != .none, next.kind != .other,
          bytes[end] != UInt8(ascii: "-") || !Self.beginsName(bytes, end + 1),
          joins(bytes[end], before, next.kind, bytes[end + 1], isVersion)
        else { break }
      } else if (sign.kind == .other) != (before == .other) {
        // A word of one script ends where another begins: `SFTPを`.
        break
      }
      if sign.kind != .none { before = sign.kind }
      end += sign.length
    }
    return end
  }

  /// `RELEASE.2024-09-22T00-33-43Z`
  private static func beginsRelease(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    let word = "RELEASE.2".utf8
    return start + word.count <= bytes.count
      && word.elementsEqual(bytes[start...].prefix(word.count))
  }

  /// `11-Server`, unlike `2.5.4-RC1`.
  private static func beginsName(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    guard (65...90).contains(bytes[start]) else { return false }
    var end = start
    while end < bytes.count, Sign(bytes, end).kind == .latin { end += 1 }
    return end >= bytes.count || Sign(bytes, end).kind != .digit
  }

  /// `1.3.8-rc1`, `+dfsg`, `host.example`, `x86_64`, `don't`.
  private static func joins(
    _ byte: UInt8, _ before: Sign.Kind, _ next: Sign.Kind, _ after: UInt8, _ isVersion: Bool
  ) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "@"): true
    case UInt8(ascii: "_"): next == .latin || before == .digit
    case UInt8(ascii: "'"): (after | 0x20) == 0x74 || (after | 0x20) == 0x73
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "~"): isVersion
    default: false
    }
  }

  /// The end of `scheme://…` that begins here.
  private static func endOfURL(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var end = start
    while end < bytes.count, end - start < 12, Sign(bytes, end).kind == .latin { end += 1 }
    guard end + 2 < bytes.count, bytes[end] == UInt8(ascii: ":"),
      bytes[end + 1] == UInt8(ascii: "/"), bytes[end + 2] == UInt8(ascii: "/")
    else { return nil }
    let scheme = end + 3
    while end < bytes.count, bytes[end] > 0x20, !"<>\"|)".utf8.contains(bytes[end]) { end += 1 }
    // `https:// is fine`: no more than the protocol's name.
    if end <= scheme { return nil }
    while end > start, ".,;:!?'".utf8.contains(bytes[end - 1]) { end -= 1 }
    return end
  }
}

/// One character of UTF-8 as the tokenizer sees it.
struct Sign {
  enum Kind { case none, latin, digit, other }
  var kind: Kind
  /// In bytes.
  var length = 1
  var scalar: Unicode.Scalar?

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) {
    guard at < bytes.count else {
      kind = .none
      return
    }
    let byte = bytes[at]
    if byte < 0x80 {
      kind =
        (48...57).contains(byte) ? .digit : (97...122).contains(byte | 0x20) ? .latin : .none
      return
    }
    while at + length < bytes.count, length < 4, bytes[at + length] & 0xC0 == 0x80 { length += 1 }
    var value = UInt32(byte) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for index in 1..<max(1, length) { value = value << 6 | UInt32(bytes[at + index] & 0x3F) }
    guard let scalar = Unicode.Scalar(value) else {
      kind = .none
      return
    }
    self.scalar = scalar
    switch value {
    case 0xC0...0x24F where value != 0xD7 && value != 0xF7: kind = .latin
    case 0x300...0x36F: kind = .latin
    default:
      kind = scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? .other : .none
    }
  }
}

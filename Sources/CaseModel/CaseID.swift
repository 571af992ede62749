/// A support ticket's ID as its tracker writes it: `SUP-1042`, `#311`, `ACME/77`.
///
/// 1 to 64 ASCII letters, digits and `. _ - / #`; it begins with a letter, a digit or `#`, and
/// every part between slashes is neither empty, `.` nor `..`.
public struct CaseID: Hashable, Sendable, CustomStringConvertible {
  public let text: String

  public init(_ text: String) throws(CaselabError) {
    let bytes = Array(text.utf8)
    let fits =
      (1...64).contains(bytes.count)
      && bytes.allSatisfy { $0.isCaseLetter || $0.isCasePunctuation }
      && (bytes[0].isCaseLetter || bytes[0] == UInt8(ascii: "#"))
      && (!bytes.contains(UInt8(ascii: "/")) || Self.hasPathParts(text))
    guard fits else {
      throw CaselabError(
        .badInput, "case ID \"\(text.printable(limit: 40))\" is malformed",
        hint: "a case ID is 1-64 letters, digits and . _ - / #, like SUP-1042, #311 or ACME/77")
    }
    self.text = text
  }

  private static func hasPathParts(_ text: String) -> Bool {
    text.split(separator: "/", omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }

  public var description: String { text }

  /// The ID as one path component and one part of a machine's name; `init(key:)` reads it back.
  ///
  /// Letters, digits and `-` stand for themselves; every other byte is `_` and two hex digits.
  public var key: String {
    text.utf8.map { byte in
      byte.isCaseLetter || byte == UInt8(ascii: "-")
        ? String(UnicodeScalar(byte))
        : "_" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }

  /// Nil when `key` is not what `key` of a valid case ID makes.
  public init?(key: String) {
    var bytes: [UInt8] = []
    var rest = Array(key.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "_") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2,
        let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      else { return nil }
      rest = rest.dropFirst(2)
      bytes.append(code)
    }
    guard let id = try? CaseID(String(decoding: bytes, as: UTF8.self)), id.key == key else {
      return nil
    }
    self = id
  }
}

extension CaseID: Codable {
  public init(from decoder: any Decoder) throws {
    try self.init(decoder.singleValueContainer().decode(String.self))
  }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

extension UInt8 {
  /// An ASCII letter or digit.
  fileprivate var isCaseLetter: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }

  fileprivate var isCasePunctuation: Bool {
    switch self {
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "/"),
      UInt8(ascii: "#"):
      true
    default: false
    }
  }
}

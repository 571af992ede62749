import Foundation

/// Makes bytes from a guest fit to be given to an XML parser, or refuses them.
enum JUnitText {
  struct Remark: Equatable {
    var what: String
    var line: Int
  }

  enum Prepared: Equatable {
    case usable([UInt8], [Remark])
    case refused(String, line: Int)
  }

  static func prepare(_ bytes: [UInt8]) -> Prepared {
    var text = bytes
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
    if text.starts(with: [0xFE, 0xFF]) || text.starts(with: [0xFF, 0xFE])
      || text.prefix(4).contains(0)
    {
      return .refused("not UTF-8 but UTF-16 or binary", line: 1)
    }
    if text.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) {
      return .refused("empty", line: 1)
    }
    if let refusal = refusal(prologOf: text) { return refusal }
    var remarks: [Remark] = []
    if let place = firstInvalidByte(in: text) {
      let line = 1 + text[..<place].count { $0 == UInt8(ascii: "\n") }
      remarks.append(Remark(what: "bytes that are not UTF-8 were replaced", line: line))
      text = Array(String(decoding: text, as: UTF8.self).utf8)
    }
    // XML forbids them, many writers of JUnit XML forget it; the number of lines stays.
    for index in text.indices where text[index] < 0x20 && !(0x09...0x0A ~= text[index]) {
      if text[index] != 0x0D { text[index] = UInt8(ascii: "?") }
    }
    let (mended, unknown) = JUnitReferences.mended(text)
    if let unknown {
      let line = 1 + text[..<unknown].count { $0 == UInt8(ascii: "\n") }
      remarks.append(Remark(what: "'&' that begins no known entity", line: line))
    }
    return .usable(mended, remarks)
  }

  /// A document type declaration brings entities; it can only stand before the first element.
  private static func refusal(prologOf text: [UInt8]) -> Prepared? {
    var rest = text[...]
    while true {
      rest = rest.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
      let line = 1 + text[..<rest.startIndex].count { $0 == UInt8(ascii: "\n") }
      if rest.starts(with: "<?".utf8) {
        guard let end = rest.end(of: "?>") else {
          return .refused("not well-formed XML", line: line)
        }
        if let encoding = encoding(declaredIn: rest[..<end]),
          !["utf-8", "utf8", "us-ascii", "ascii"].contains(encoding)
        {
          return .refused("encoding \"\(encoding)\" instead of UTF-8", line: line)
        }
        rest = rest[end...]
      } else if rest.starts(with: "<!--".utf8) {
        guard let end = rest.end(of: "-->") else {
          return .refused("not well-formed XML", line: line)
        }
        rest = rest[end...]
      } else if rest.starts(with: "<!".utf8) {
        return .refused("a document type declaration, which is not accepted", line: line)
      } else {
        return nil
      }
    }
  }

  private static func encoding(declaredIn declaration: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: declaration, as: UTF8.self)
    guard text.hasPrefix("<?xml"), let found = text.firstRange(of: "encoding") else { return nil }
    let value = text[found.upperBound...].drop { $0 == " " || $0 == "=" }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    return value.dropFirst().prefix { $0 != quote }.prefix(40).lowercased()
  }

  private static func firstInvalidByte(in text: [UInt8]) -> Int? {
    if String(validating: text, as: UTF8.self) != nil { return nil }
    var decoder = UTF8()
    var iterator = text.makeIterator()
    var place = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): place += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return place
      }
    }
  }

  /// What libxml2 says is on standard error at best; its number is what the parser hands out.
  static func reason(of error: any Error) -> String {
    let error = error as NSError
    let known = [
      4: "empty", 5: "it ends early", 9: "a forbidden character", 26: "an undeclared entity",
      38: "'<' in an attribute", 39: "an attribute without quotes", 42: "an attribute twice",
      65: "a space is missing", 68: "a name is missing", 73: "'>' is missing",
      76: "an end tag that matches no start tag", 77: "a start tag without its end",
      89: "nested too deeply",
    ]
    return known[error.code] ?? "XML error \(error.code)"
  }
}

extension ArraySlice<UInt8> {
  /// The index after the first occurrence of `text`.
  fileprivate func end(of text: String) -> Int? {
    firstRange(of: Array(text.utf8))?.upperBound
  }
}

import Foundation

/// A tracker's export: looked into by name, where nothing may be there or of another type.
enum JSONValue {
  case object([String: JSONValue])
  case array([JSONValue])
  case string(String)
  case number(Double)
  case bool(Bool)
  case null

  /// Nil for what is no JSON or nested deeper than Foundation reads.
  static func parse(_ utf8: [UInt8]) -> JSONValue? {
    guard let value = try? JSONSerialization.jsonObject(with: Data(utf8)) else { return nil }
    return JSONValue(value, depth: 0)
  }

  private init?(_ value: Any, depth: Int) {
    guard depth < 100 else { return nil }
    switch value {
    case let object as [String: Any]:
      self = .object(object.compactMapValues { JSONValue($0, depth: depth + 1) })
    case let array as [Any]: self = .array(array.compactMap { JSONValue($0, depth: depth + 1) })
    case let string as String: self = .string(string)
    case let bool as Bool: self = .bool(bool)
    case let number as NSNumber: self = .number(number.doubleValue)
    default: self = .null
    }
  }

  subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self, let value = members[name] else { return nil }
    if case .null = value { return nil }
    return value
  }

  var members: [String: JSONValue]? { if case .object(let members) = self { members } else { nil } }
  var items: [JSONValue]? { if case .array(let items) = self { items } else { nil } }

  /// Text that says something.
  var text: String? {
    switch self {
    case .string(let text): text.allSatisfy(\.isWhitespace) ? nil : text
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    default: nil
    }
  }

  var number: Int? {
    switch self {
    case .number(let number): Int(exactly: number.rounded())
    case .string(let text): Int(text)
    case .bool(let bool): bool ? 1 : 0
    default: nil
    }
  }
}

extension String {
  /// `operating system` is `Operating system`.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

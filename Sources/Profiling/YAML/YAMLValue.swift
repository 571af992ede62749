import Foundation

/// A checked document: of its shape, with defaults filled in, ready to be decoded.
indirect enum YAMLValue: Sendable, Equatable {
  case bool(Bool)
  case integer(Int)
  case text(String)
  case list([YAMLValue])
  case map([String: YAMLValue])
}

extension YAMLValue: Encodable {
  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .bool(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .text(let value): try container.encode(value)
    case .list(let value): try container.encode(value)
    case .map(let value): try container.encode(value)
    }
  }
}

extension YAMLValue {
  func decoded<Value: Decodable>() throws -> Value {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(self))
  }

  /// One line: a list's items side by side.
  var text: String {
    switch self {
    case .bool(let value): String(value)
    case .integer(let value): String(value)
    case .text(let value): value
    case .list(let values): values.map(\.text).joined(separator: ", ")
    case .map(let values):
      values.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.text)" }
        .joined(separator: ", ")
    }
  }

  /// Every scalar and every list by its field path, in the paths' order.
  func leaves(_ path: String = "") -> [(path: String, value: YAMLValue)] {
    guard case .map(let values) = self, !values.isEmpty else { return [(path, self)] }
    return values.sorted { $0.key < $1.key }.flatMap { key, value in
      value.leaves(path.appending(field: key))
    }
  }
}

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

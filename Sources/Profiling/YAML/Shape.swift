import CaseModel

/// What a YAML document may contain; checking it finds every problem at once.
indirect enum Shape: Sendable {
  case text(Rule)
  case integer(ClosedRange<Int>)
  case bool
  /// A truth value, a whole number or text, as it is written.
  case setting
  case list(Shape, atLeast: Int = 0)
  /// Keys of the writer's own choice.
  case map(keys: Rule, Shape)
  case object([Field])

  struct Field: Sendable {
    enum Presence: Sendable {
      case required, optional
      case otherwise(YAMLValue)
    }
    var name: String
    var shape: Shape
    var presence: Presence
    /// What it is for, as an editor shows it beside the field.
    var help: String?

    static func required(_ name: String, _ shape: Shape, _ help: String? = nil) -> Field {
      Field(name: name, shape: shape, presence: .required, help: help)
    }
    static func optional(_ name: String, _ shape: Shape, _ help: String? = nil) -> Field {
      Field(name: name, shape: shape, presence: .optional, help: help)
    }
    static func optional(
      _ name: String, _ shape: Shape, or value: YAMLValue, _ help: String? = nil
    ) -> Field {
      Field(name: name, shape: shape, presence: .otherwise(value), help: help)
    }
  }
}

extension UInt8 {
  var isLetterOrDigit: Bool {
    isIn("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
  }
  func isIn(_ set: StaticString) -> Bool {
    set.withUTF8Buffer { $0.contains(self) }
  }
}

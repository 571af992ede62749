import CaseModel
import Foundation

/// The published JSON Schema of a profile, so that editors complete and check it while it is typed.
///
/// It is made from the shape that `profile check` uses. What a shape cannot say, such as which
/// products there are, only `profile check` finds.
public enum ProfileSchema {
  /// `Profiles/profile.schema.json`.
  public static func json() -> String {
    let schema = YAMLValue.map([
      "$schema": .text("https://json-schema.org/draft/2020-12/schema"),
      "title": .text("Environment profile of a Caselab case"),
    ]).merged(with: Shape.profile.schema)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Text, numbers and truth values alone: there is nothing in it that cannot be encoded.
    let data = (try? encoder.encode(schema)) ?? Data()
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}

extension Shape {
  /// JSON Schema 2020-12.
  var schema: YAMLValue {
    switch self {
    case .text(let rule): rule.schema
    case .integer(let range):
      .map([
        "type": .text("integer"), "minimum": .integer(range.lowerBound),
        "maximum": .integer(range.upperBound),
      ])
    case .bool: .map(["type": .text("boolean")])
    case .setting:
      .map(["type": .list([.text("boolean"), .text("integer"), .text("string")])])
    case .list(let item, let least):
      .map(["type": .text("array"), "items": item.schema, "minItems": .integer(least)])
    case .map(let keys, let item):
      .map([
        "type": .text("object"), "propertyNames": keys.schema,
        "additionalProperties": item.schema,
      ])
    case .object(let fields): Self.schema(of: fields)
    }
  }

  private static func schema(of fields: [Field]) -> YAMLValue {
    var properties: [String: YAMLValue] = [:]
    var required: [YAMLValue] = []
    for field in fields {
      var more: [String: YAMLValue] = [:]
      if let help = field.help { more["description"] = .text(help) }
      switch field.presence {
      case .required: required.append(.text(field.name))
      case .otherwise(let value): more["default"] = value
      case .optional: break
      }
      properties[field.name] = field.shape.schema.merged(with: .map(more))
    }
    return .map([
      "type": .text("object"), "properties": .map(properties), "required": .list(required),
      "additionalProperties": .bool(false),
    ])
  }
}

extension Rule {
  /// `12` without quotes is a number to an editor and text to us.
  fileprivate var schema: YAMLValue {
    if let choices { return .map(["enum": .list(choices.map { .text($0) })]) }
    var schema: [String: YAMLValue] = ["type": .list([.text("string"), .text("number")])]
    if let pattern { schema["pattern"] = .text(pattern) }
    return .map(schema)
  }
}

extension YAMLValue {
  fileprivate func merged(with other: YAMLValue) -> YAMLValue {
    guard case .map(let mine) = self, case .map(let more) = other else { return self }
    return .map(mine.merging(more) { $1 })
  }
}

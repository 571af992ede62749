/// Holds a tree against a shape; keeps the problems and the place of every field.
struct ShapeCheck {
  let file: String
  private(set) var problems: [Problem] = []
  /// Field path -> where its value is.
  private(set) var places: [String: Place] = [:]

  init(file: String) { self.file = file }

  /// Adds a problem found later, at the place of the nearest field that the document has.
  mutating func add(_ path: String, _ message: String) {
    var known = path
    while places[known] == nil, let cut = known.lastIndex(where: { $0 == "." || $0 == "[" }) {
      known = String(known[..<cut])
    }
    report(path, message, at: places[known] ?? Place())
  }

  private mutating func report(_ path: String, _ message: String, at place: Place) {
    problems.append(
      Problem(file: file, line: place.line, column: place.column, path: path, message: message))
  }

  /// The value with its defaults; nil when it has a problem.
  mutating func value(of tree: YAMLTree, _ shape: Shape, path: String = "") -> YAMLValue? {
    places[path] = tree.place
    switch (shape, tree.content) {
    case (.text(let rule), .scalar(let text, _)) where !tree.isNull && rule.holds(text):
      return .text(text)
    case (.integer(let range), .scalar(let text, plain: true)):
      if let number = Int(text), range.contains(number) { return .integer(number) }
    case (.bool, .scalar("true", plain: true)): return .bool(true)
    case (.bool, .scalar("false", plain: true)): return .bool(false)
    case (.setting, .scalar(let text, let plain)) where !tree.isNull && Rule.line.holds(text):
      return plain ? .setting(plain: text) : .text(text)
    case (.list(let item, let least), .list(let items)) where items.count >= least:
      return list(items, of: item, path)
    case (.map(let keys, let item), .map(let pairs)):
      return map(pairs, keys, item, path)
    case (.object(let fields), .map(let pairs)):
      return object(pairs, fields, path, at: tree.place)
    default: break
    }
    report(path, "expected \(shape.expected), got \(tree.found)", at: tree.place)
    return nil
  }

  private mutating func list(_ items: [YAMLTree], of shape: Shape, _ path: String) -> YAMLValue? {
    var values: [YAMLValue] = []
    for (index, item) in items.enumerated() {
      if let value = value(of: item, shape, path: "\(path)[\(index)]") { values.append(value) }
    }
    return values.count == items.count ? .list(values) : nil
  }

  private mutating func map(
    _ pairs: [YAMLTree.Pair], _ keys: Rule, _ shape: Shape,
    _ path: String
  ) -> YAMLValue? {
    var values: [String: YAMLValue] = [:]
    for pair in pairs {
      if !keys.holds(pair.key) {
        report(path, "key \(Problem.quoted(pair.key)) is not \(keys.expected)", at: pair.place)
      } else if let value = value(of: pair.value, shape, path: path.appending(field: pair.key)) {
        values[pair.key] = value
      }
    }
    return values.count == pairs.count ? .map(values) : nil
  }

  private mutating func object(
    _ pairs: [YAMLTree.Pair], _ fields: [Shape.Field], _ path: String,
    at place: Place
  ) -> YAMLValue? {
    var (values, fits) = ([String: YAMLValue](), true)
    for pair in pairs where !fields.contains(where: { $0.name == pair.key }) {
      let known = fields.map(\.name).joined(separator: ", ")
      report(path, "unknown key \(Problem.quoted(pair.key)); known are \(known)", at: pair.place)
      fits = false
    }
    for field in fields {
      let written = pairs.first { $0.key == field.name }?.value
      switch (written.flatMap { $0.isNull ? nil : $0 }, field.presence) {
      case (let tree?, _):
        values[field.name] = value(of: tree, field.shape, path: path.appending(field: field.name))
        if values[field.name] == nil { fits = false }
      case (nil, .otherwise(let value)): values[field.name] = value
      case (nil, .optional): break
      case (nil, .required):
        report(
          path, "the key \"\(field.name)\" is missing; it is \(field.shape.expected)", at: place)
        fits = false
      }
    }
    return fits ? .map(values) : nil
  }
}

extension YAMLTree {
  var isNull: Bool {
    if case .scalar(let text, plain: true) = content { return ["", "~", "null"].contains(text) }
    return false
  }

  /// What is there, for a message.
  var found: String {
    switch content {
    case .scalar: isNull ? "nothing" : Problem.quoted(scalarText)
    case .list(let items): "a list of \(items.count)"
    case .map: "a mapping"
    }
  }

  private var scalarText: String {
    if case .scalar(let text, _) = content { return text }
    return ""
  }
}

extension YAMLValue {
  /// `007`, `+1` and `1e3` stay text.
  static func setting(plain text: String) -> YAMLValue {
    if text == "true" || text == "false" { return .bool(text == "true") }
    if let number = Int(text), String(number) == text { return .integer(number) }
    return .text(text)
  }
}

extension Shape {
  var expected: String {
    switch self {
    case .text(let rule): rule.expected
    case .integer(let range):
      range.upperBound == Int.max
        ? "a whole number from \(range.lowerBound)"
        : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .bool: "true or false"
    case .setting: "true, false, a whole number or one line of text"
    case .list(_, atLeast: 0): "a list"
    case .list(_, let least): "a list of at least \(least)"
    case .map, .object: "a mapping"
    }
  }
}

extension String {
  func appending(field: String) -> String { isEmpty ? field : self + "." + field }
}

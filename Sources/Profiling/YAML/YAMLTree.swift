import Yams

/// A place in a text, 1-based.
struct Place: Equatable {
  var line = 1
  var column = 1
}

/// A YAML document as it was written: every value with its place, nothing resolved, no aliases.
struct YAMLTree {
  enum Content {
    /// `plain`: written without quotes, so that `true` or `12` may be more than text.
    case scalar(String, plain: Bool)
    case list([YAMLTree])
    case map([Pair])
  }
  struct Pair {
    var key: String
    var place: Place
    var value: YAMLTree
  }
  var content: Content
  var place: Place

  static let byteLimit = 1 << 20
  static let depthLimit = 32
  static let nodeLimit = 50_000

  /// Nil for an empty document.
  static func parse(_ yaml: String, file: String) throws(Problems) -> YAMLTree? {
    func problem(_ message: String, _ place: Place? = nil) -> Problems {
      Problems(list: [
        Problem(
          file: file, line: place?.line ?? 1, column: place?.column ?? 1, path: "",
          message: message)
      ])
    }
    guard yaml.utf8.count <= byteLimit else {
      throw problem("is larger than 1 MiB (\(yaml.utf8.count) bytes)")
    }
    if let alias = AliasScan.first(in: yaml) {
      throw problem(
        "an anchor \"&\(alias.name)\" and an alias \"*\(alias.name)\" are not allowed; write the value twice",
        Place(line: alias.line))
    }
    let root: Node?
    do {
      root = try compose(yaml: yaml)
    } catch let error as YamlError {
      throw problem(error.problem.text, error.problem.mark.map { Place($0) })
    } catch {
      throw problem("is not YAML: \(error)")
    }
    var budget = nodeLimit
    guard let root else { return nil }
    do throws(Refusal) {
      return try YAMLTree(root, depth: 1, budget: &budget)
    } catch {
      throw problem(error.message, error.mark.map { Place($0) })
    }
  }

  private struct Refusal: Error {
    var message: String
    var mark: Mark?
  }

  private init(_ node: Node, depth: Int, budget: inout Int) throws(Refusal) {
    budget -= 1
    guard budget > 0 else {
      throw Refusal(message: "has more than \(Self.nodeLimit) values", mark: node.mark)
    }
    guard depth <= Self.depthLimit else {
      throw Refusal(message: "is nested deeper than \(Self.depthLimit) levels", mark: node.mark)
    }
    place = node.mark.map { Place($0) } ?? Place()
    switch node {
    case .scalar(let scalar):
      content = .scalar(scalar.string, plain: scalar.style == .plain)
    case .sequence(let sequence):
      var items: [YAMLTree] = []
      for item in sequence { items.append(try YAMLTree(item, depth: depth + 1, budget: &budget)) }
      content = .list(items)
    case .mapping(let mapping):
      var pairs: [Pair] = []
      for (key, value) in mapping {
        guard case .scalar(let name) = key else {
          throw Refusal(message: "a key must be a plain name", mark: key.mark)
        }
        pairs.append(
          Pair(
            key: name.string, place: key.mark.map { Place($0) } ?? place,
            value: try YAMLTree(value, depth: depth + 1, budget: &budget)))
      }
      content = .map(pairs)
    case .alias:
      throw Refusal(message: "aliases are not allowed", mark: node.mark)
    }
  }
}

extension Place {
  fileprivate init(_ mark: Mark) { self.init(line: mark.line, column: mark.column) }
}

extension YamlError {
  fileprivate var problem: (text: String, mark: Mark?) {
    switch self {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      (context.map { "\($0.text) \(problem)" } ?? problem, mark)
    case .duplicatedKeysInMapping(let keys, let context):
      (
        "the key \(keys.map { Problem.quoted($0) }.joined(separator: ", ")) is there twice",
        context.mark
      )
    case .reader(let problem, _, _, _): ("is not text: \(problem)", nil)
    default: ("is not YAML", nil)
    }
  }
}

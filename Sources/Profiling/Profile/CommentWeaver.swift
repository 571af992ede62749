/// Comment lines of a YAML document, each above the field that it is about.
struct YAMLComments: Equatable {
  /// Field path -> lines, without their indentation; `""` stands for the end of the document.
  var lines: [String: [String]] = [:]

  mutating func add(_ line: String, to path: String) { lines[path, default: []].append(line) }

  /// Puts the comments into the text of a document; those of a field that it lacks go to the end.
  ///
  /// The text comes back as it was when it would not mean the same with them.
  func woven(into yaml: String) -> String {
    guard let tree = try? YAMLTree.parse(yaml, file: "") else { return yaml }
    let fields = tree.fields()
    var above: [Int: [String]] = [:]
    for field in fields { above[field.place.line, default: []] += lines[field.path] ?? [] }
    let known = Set(fields.map(\.path))
    let end = lines.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }.flatMap(\.value)
    var out = ""
    for (index, line) in YAMLLines.split(yaml).enumerated() {
      let indentation = String(line.prefix { $0 == " " })
      for comment in above[index + 1] ?? [] { out += indentation + comment + "\n" }
      out += line
    }
    out += end.map { $0 + "\n" }.joined()
    let back = try? YAMLTree.parse(out, file: "")
    return back.map { $0.means(tree) } == true ? out : yaml
  }
}

extension YAMLTree {
  struct FieldPlace {
    var path: String
    /// Where its key is.
    var place: Place
    var value: YAMLTree
  }

  /// Every key of every mapping that is not within a list, in the document's order.
  func fields(_ path: String = "") -> [FieldPlace] {
    guard case .map(let pairs) = content else { return [] }
    return pairs.flatMap { pair in
      let name = path.appending(field: pair.key)
      return [FieldPlace(path: name, place: pair.place, value: pair.value)]
        + pair.value.fields(name)
    }
  }

  /// The same values, wherever they stand.
  func means(_ other: YAMLTree) -> Bool {
    switch (content, other.content) {
    case (.scalar(let a, let plainA), .scalar(let b, let plainB)): a == b && plainA == plainB
    case (.list(let a), .list(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.means($1) }
    case (.map(let a), .map(let b)):
      a.count == b.count
        && zip(a, b).allSatisfy { $0.key == $1.key && $0.value.means($1.value) }
    default: false
    }
  }
}

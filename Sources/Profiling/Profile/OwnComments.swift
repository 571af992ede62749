/// The comments that people wrote into a profile, so that a new derivation does not lose them.
enum OwnComments {
  /// Whole lines, and comments at the end of a field's line, which move above it. What `write` put
  /// there itself is left out.
  static func all(in yaml: String) -> YAMLComments {
    var comments = YAMLComments()
    guard let tree = try? YAMLTree.parse(yaml, file: "") else { return comments }
    let fields = tree.fields()
    let written = Set(ProfileDocument.header.split(separator: "\n").map(String.init))
    var next = 0
    for (index, raw) in YAMLLines.split(yaml).enumerated() {
      let (line, first) = (raw.trimmingLine, next)
      while next < fields.count, fields[next].place.line == index + 1 { next += 1 }
      if next > first {
        let field = fields[next - 1]
        if let comment = comment(after: field.value, in: line) {
          comments.add(comment, to: field.path)
        }
      } else if line.hasPrefix("#"), !line.hasPrefix(ProfileComments.mark), !written.contains(line),
        next == 0 || !isWithinText(raw, of: fields[next - 1])
      {
        comments.add(line, to: next < fields.count ? fields[next].path : "")
      }
    }
    return comments
  }

  /// `version: 1.3.8 # told by phone`
  private static func comment(after value: YAMLTree, in line: String) -> String? {
    var rest = line[...]
    if case .scalar(_, plain: false) = value.content {
      guard let quote = line.lastIndex(where: { $0 == "\"" || $0 == "'" }) else { return nil }
      rest = line[quote...]
    }
    return rest.range(of: " #").map { "#" + rest[$0.upperBound...] }
  }

  /// A block of text may have lines that begin with `#`: they are deeper than their field.
  private static func isWithinText(_ line: String, of field: YAMLTree.FieldPlace) -> Bool {
    guard case .scalar(_, plain: false) = field.value.content else { return false }
    return line.prefix { $0 == " " }.count >= field.place.column
  }
}

extension String {
  /// Without the indentation and the end of the line.
  fileprivate var trimmingLine: String {
    var text = Substring(self)
    while let last = text.unicodeScalars.last, last.properties.isWhitespace {
      text = Substring(text.unicodeScalars.dropLast())
    }
    return String(text.drop { $0 == " " })
  }
}

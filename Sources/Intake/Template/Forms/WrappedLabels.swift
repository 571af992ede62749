/// Joins a form's label that is wrapped within its examples with the line of its answer:
/// `Integrations (e.g. proxy, LDAP,` / ` high availability): only a proxy`.
enum WrappedLabels {
  static func join(_ lines: [Line]) -> [Line] {
    var (joined, last) = ([Line](), 0)
    for line in lines {
      if let above = joined.last, last + 1 == line.number, above.isSameWriter(line),
        above.isLabelStart(before: line) || above.isQuestionStart(before: line)
          || above.goesOn(with: line)
      {
        joined[joined.count - 1].text += " " + line.unquoted.trimmed
      } else {
        joined.append(line)
      }
      last = line.number
    }
    return joined
  }
}

extension Line {
  fileprivate func isSameWriter(_ other: Line) -> Bool {
    file == other.file && voice == other.voice && depth == other.depth
      && text.utf8.count < 300 && other.text.utf8.count < 300
  }

  /// `moved to a new host with Debian` / `12. Locking fails`: no item of a list.
  fileprivate func goesOn(with next: Line) -> Bool {
    let (text, rest) = (unquoted.trimmed, next.unquoted)
    guard text.utf8.count > 50, text.last?.isLetter == true, let first = rest.first, first.isNumber,
      !LineShape(text).isItem
    else { return false }
    let digits = rest.prefix(while: \.isNumber)
    return digits.count <= 2 && digits != "1" && rest.dropFirst(digits.count).hasPrefix(". ")
  }

  /// Whether our own question, quoted, goes on on the next line: within its brackets, or indented
  /// below its number.
  fileprivate func isQuestionStart(before next: Line) -> Bool {
    guard voice == .support, depth > 0, !next.isBlank else { return false }
    let (text, rest) = (unquoted, next.unquoted)
    if let open = text.lastIndex(of: "("), !text[open...].contains(")") {
      return rest.contains(")") && !LineShape(rest).isItem
    }
    return LineShape(text).isItem && rest.hasPrefix("  ") && !LineShape(rest).isItem
      && text.trimmed.last.map { !".?:!".contains($0) } == true
  }

  /// Whether the label that begins here ends on the next line.
  fileprivate func isLabelStart(before next: Line) -> Bool {
    let (text, rest) = (unquoted.trimmed, next.unquoted.trimmed)
    guard let close = rest.firstIndex(of: ")"), rest[..<close].utf8.count < 150,
      let sign = rest[rest.index(after: close)...].first(where: { $0 != " " }), ":?".contains(sign)
    else { return false }
    let before = rest[..<close]
    if let open = text.lastIndex(of: "("), !text[open...].contains(")") {
      return !before.contains("(") && text[..<open].isLabel && !text[..<open].isEmpty
    }
    // `Operating system` / ` (e.g. Debian 12): Rocky 9`
    return rest.first == "(" && before.dropFirst().allSatisfy { $0 != "(" } && text[...].isLabel
      && text.last?.isLetter == true
  }
}

extension Substring {
  /// Few words and no sentence.
  fileprivate var isLabel: Bool {
    split(separator: " ").count <= 6 && !contains { ".:?!,;".contains($0) }
  }
}

/// Labels on a line of their own without a colon, as the mails of web forms have them:
/// `Operating system *` / `Debian 12`.
enum LoneLabels {
  static func mark(_ lines: [Line]) -> [Line] {
    let fenced = CodeFences.lines(of: lines)
    let found = lines.indices.filter { index in
      lines[index].voice == .customer && !fenced.contains(index) && lines[index].isLoneLabel
        && index + 1 < lines.count && !lines[index + 1].isBlank
        && lines[index + 1].file == lines[index].file && !lines[index + 1].isLoneLabel
    }
    // One may be chance, such as a word that stands alone.
    guard found.count >= 2 else { return lines }
    var lines = lines
    for index in found { lines[index] = lines[index].saying(lines[index].text.trimmed + ":") }
    return lines
  }
}

extension Line {
  /// Nothing but what is known as a label, or marked as one that must be answered.
  fileprivate var isLoneLabel: Bool {
    var text = text.trimmed
    guard text.utf8.count <= 120, text.first?.isLetter == true, !text.contains(":") else {
      return false
    }
    let isRequired = text.hasSuffix("*") && text.count { $0 == "*" } == 1
    if isRequired { text = String(text.dropLast()).trimmed }
    // `(z. B. Firewall, Proxy)`
    var hasExamples = false
    if let open = text.firstIndex(of: "("), text.hasSuffix(")") {
      hasExamples = Examples.begin(text[text.index(after: open)...])
      text = text[..<open].trimmed
    }
    guard (1...5).contains(text.split(separator: " ").count),
      text.allSatisfy({ $0.isLetter || " -/&".contains($0) })
    else { return false }
    return isRequired || hasExamples || LabelWords.isLabel(text)
  }
}

extension LabelWords {
  /// Whether the text is one of the phrases that ask for something, or a known label of a form.
  static func isLabel(_ text: String) -> Bool {
    let keys = Lexicon.keys(text)
    guard let first = keys.first else { return false }
    return byFirstWord[first]?.contains { $0.phrase == keys && $0.topic != .title } == true
      || keys.count == 1 && versionWords.contains(first)
      || keys.count == 2 && versionWords.contains(keys[1]) && generic.contains(first)
      || proseLabels.contains(keys.joined(separator: " "))
  }
}

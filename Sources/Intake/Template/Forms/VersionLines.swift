/// Says whose version a bare `Version` is, by the label above it.
enum VersionLines {
  static func read(_ lines: [Line]) -> [Line] {
    let fenced = CodeFences.lines(of: lines)
    var read = lines
    // The label without an answer that the lines below belong to: `Database:`.
    var block: String?
    for index in lines.indices where lines[index].voice == .customer && !fenced.contains(index) {
      let line = lines[index]
      guard !line.isBlank, line.text.utf8.count < 200 else {
        block = nil
        continue
      }
      guard let label = FormLabel(line) else { continue }
      if label.answer.isEmpty { block = label.isComponent ? label.name : nil }
      guard label.isVersion, !label.answer.isEmpty else { continue }
      if index > 0, lines[index - 1].file == line.file, let above = FormLabel(lines[index - 1]) {
        if above.isSystem, !above.answer.isEmpty, !above.hasVersion {
          // `OS: Ubuntu` / `Version: 22.04`
          let system = above.answer.prefix { $0 != "(" }.trimmed
          read[index] = line.saying("- \(above.name): \(system) \(label.answer)")
          continue
        }
        // GitHub's form asks for the browser's version below the browser.
        if above.isBrowser, above.answer.count > 2 { block = above.name }
      }
      if let block { read[index] = line.saying("- \(block) version: \(label.answer)") }
    }
    return read
  }
}

/// A label with its answer: `- OS: Ubuntu`, also without a colon as in `- Version 22.04`.
private struct FormLabel {
  var name: String
  var answer: String

  init?(_ line: Line) {
    let body = line.text.afterMarks
    if let colon = body.firstIndex(of: ":") {
      name = body[..<colon].filter { $0 != "*" && $0 != "_" }.trimmed
      answer = body[body.index(after: colon)...].drop { "* ".contains($0) }.trimmed
    } else {
      let words = body.split(separator: " ", maxSplits: 1)
      guard LineShape(line.text).isItem, words.count == 2,
        ["OS", "Browser", "Version"].contains(words[0]), !words[1].hasPrefix("X ")
      else { return nil }
      (name, answer) = (String(words[0]), words[1].trimmed)
    }
    guard (1...3).contains(name.split(separator: " ").count) else { return nil }
  }

  private var keys: [String] { name.split(separator: " ").map { Folding.key(String($0)) } }
  var isVersion: Bool { keys.count == 1 && LabelWords.versionWords.contains(keys[0]) }
  var hasVersion: Bool {
    answer.split { " (".contains($0) }.contains { $0.first?.isNumber == true }
  }
  var isBrowser: Bool { keys.last == "browser" }
  var isSystem: Bool {
    LabelWords.phrases.contains { $0.0 == .os && $0.1.contains(keys) }
  }
  var isComponent: Bool {
    !keys.allSatisfy { LabelWords.generic.contains($0) || LabelWords.versionWords.contains($0) }
      && keys.contains { LabelWords.otherVersions.contains($0) || Self.components.contains($0) }
  }

  private static let components: Set<String> = [
    "datenbank", "webserver", "proxy", "browser", "basededatos", "banco", "donnees", "databank",
    "baza", "cache", "storage", "hypervisor", "container", "docker",
  ]
}

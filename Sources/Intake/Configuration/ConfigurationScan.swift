/// A run of lines that is one configuration, or a part of one.
struct ConfigurationPiece {
  var kind: ConfigurationKind
  var range: Range<Int>
  /// Shown as an example, as what was tried, or too little to be a file.
  var isWeak = false
}

/// Goes through a document's lines for configuration.
struct ConfigurationScan {
  private let lines: [Line]
  private var index = 0
  private var found: [ConfigurationPiece] = []
  /// The last line of words: it may name the file that follows.
  private var label: (text: Substring, index: Int)?

  init(_ document: Document) { lines = document.lines }

  mutating func pieces() -> [ConfigurationPiece] {
    while index < lines.count { step() }
    return found
  }

  /// The document as one piece, if its head is mostly configuration.
  func whole(_ document: Document) -> [ConfigurationPiece] {
    let head = lines.prefix(2_000)
    let path: String
    if case .bundle(let member) = document.kind { path = member } else { path = document.name }
    let named = ConfigurationKind.named(path)
    // What openssl(1) says of a certificate may stand above it.
    if let start = head.firstIndex(where: \.beginsCertificate), certificateEnd(start) != nil {
      return [ConfigurationPiece(kind: .certificate, range: 0..<lines.count)]
    }
    var score = ConfigurationScore()
    for line in head { score.add(ConfigurationLine(line.printed)) }
    guard let (kind, _) = score.best(preferring: named), score.isMostly(kind) else { return [] }
    return [ConfigurationPiece(kind: kind, range: 0..<lines.count)]
  }

  private mutating func step() {
    let line = lines[index]
    let text = line.printed
    guard line.voice == .customer, !text.isEmpty else {
      index += 1
      return
    }
    if line.beginsCertificate, let end = certificateEnd(index) {
      take(.certificate, index..<end)
      index = end
      return
    }
    if text.starts("```") || text.starts("~~~") || text.starts("{noformat") || text.starts("{code")
    {
      if takeFence() { return }
    } else {
      let parsed = ConfigurationLine(text)
      if !parsed.signs.isEmpty { return takeRun(parsed) }
      if parsed.shape == .directive || text.first == "#" { label = (text, index) }
    }
    index += 1
  }

  private func announced(_ start: Int) -> Substring? {
    label.flatMap { start - $0.index <= 3 ? $0.text : nil }
  }

  private mutating func take(_ kind: ConfigurationKind, _ range: Range<Int>) {
    let filled = lines[range].count { !$0.printed.isEmpty }
    let said = (announced(range.lowerBound) ?? "").lowercased()
    let isExample = [
      "tried", "default", "example", "sample", "versucht", "beispiel", "tested", "suggest",
    ]
    .contains { said.contains($0) }
    found.append(.init(kind: kind, range: range, isWeak: filled < 4 || isExample))
  }
}

extension Line {
  fileprivate var beginsCertificate: Bool { printed == "-----BEGIN CERTIFICATE-----" }
}

extension ConfigurationScan {
  /// Behind the last of the certificates that stand one below the other from this line on.
  private func certificateEnd(_ start: Int) -> Int? {
    var end: Int?
    for at in start..<min(start + 400, lines.count) {
      let text = lines[at].printed
      if text == "-----END CERTIFICATE-----" {
        end = at + 1
      } else if end != nil, !text.isEmpty, !lines[at].beginsCertificate, text.has(" ") {
        break
      }
    }
    return end
  }

  private func isSame(_ at: Int) -> Bool {
    lines[at].message == lines[index].message && lines[at].voice == .customer
      && lines[at].file == lines[index].file
  }

  /// All between two fences is one file, if it is any.
  private mutating func takeFence() -> Bool {
    let mark = lines[index].printed.prefix(3)
    let end = lines[(index + 1)...].prefix(3_000).firstIndex { $0.printed.hasPrefix(mark) }
    guard let end, end > index + 1, isSame(end) else { return false }
    var score = ConfigurationScore()
    for line in lines[(index + 1)..<end] { score.add(ConfigurationLine(line.printed)) }
    let named =
      announced(index).flatMap(ConfigurationKind.mentioned)
      ?? ConfigurationKind.mentioned(in: lines[index + 1].printed)
    guard let (kind, _) = score.best(preferring: named), score.isMostly(kind) else { return false }
    take(kind, (index + 1)..<end)
    index = end + 1
    return true
  }

  /// From a line that is known on to the last that belongs to the same file.
  private mutating func takeRun(_ first: ConfigurationLine) {
    var score = ConfigurationScore()
    var (end, at, gap) = (index, index, 0)
    while at < lines.count, at - end <= 3, isSame(at) {
      let text = lines[at].printed
      if text.starts("```") { break }
      let line = at == index ? first : ConfigurationLine(text)
      if at == index || score.shares(line) {
        score.add(line)
        (end, gap) = (at + 1, 0)
      } else if line.shape == .closing || score.continues(line, isIndented: isIndented(at)) {
        score.add(line)
        end = at + 1
      } else if line.shape == .directive {
        // One unknown word among the known ones, with nothing blank about it.
        gap += 1
        guard gap <= 1, end == at, !line.isSentence, !line.value.isEmpty, text.last != ":",
          line.value.words(limit: 8).count <= 6
        else { break }
      }
      at += 1
    }
    let start = commentsBefore(index)
    let named =
      announced(start).flatMap(ConfigurationKind.mentioned)
      ?? ConfigurationKind.mentioned(in: lines[start].printed)
    if let (kind, isSure) = score.best(preferring: named), isSure {
      let last = found.last?.range.upperBound ?? 0
      take(kind, max(start, last)..<end)
    } else {
      label = (lines[end - 1].printed, end - 1)
    }
    index = max(end, index + 1)
  }

  /// Indented by more than the run's first line.
  private func isIndented(_ at: Int) -> Bool {
    func indent(_ line: Line) -> Int { line.text.utf8.prefix { $0 == 32 || $0 == 9 }.count }
    return indent(lines[at]) > indent(lines[index])
  }

  /// Where the comments right above begin.
  private func commentsBefore(_ index: Int) -> Int {
    var start = index
    while start > 0, index - start < 40, lines[start - 1].printed.first == "#", isSame(start - 1) {
      start -= 1
    }
    return start
  }
}

/// Goes through a letter's lines for logs pasted into it.
struct LogScan {
  private let lines: [Line]
  private let isLetter: Bool
  private var index = 0
  private var found: [LogFiles.Log] = []
  /// The last line that is neither blank nor a log's: it may announce one.
  private var label: (text: Substring, index: Int)?

  init(_ document: Document) {
    lines = document.lines
    isLetter = document.kind == .letter
  }

  func logs() -> [LogFiles.Log] {
    var scan = self
    while scan.index < scan.lines.count { scan.step() }
    return scan.found
  }

  private mutating func step() {
    let line = lines[index]
    let text = line.printed
    guard line.voice == .customer, !text.isEmpty else {
      index += 1
      return
    }
    if isFence(text), let end = fenceEnd(), takeFence(end) { return }
    if let end = WindowsEvent.end(lines, from: index) { return takeEvent(end) }
    guard let first = LogLine(text) else {
      label = (text, index)
      index += 1
      return
    }
    takeRun(first)
  }

  private mutating func take(_ range: Range<Int>, _ span: LogSpan) {
    let near = label.flatMap { range.lowerBound - $0.index <= 4 ? String($0.text) : nil } ?? ""
    found.append(LogFiles.log(range, span, lines, label: near))
  }

  private var isAnnounced: Bool {
    label.map { index - $0.index <= 3 && LogText.announces($0.text) } ?? false
  }
}

extension LogScan {
  private mutating func takeRun(_ first: LogLine) {
    var span = LogSpan()
    var stamped: [(text: Substring, line: LogLine)] = []
    var (end, at, strange) = (index, index, 0)
    var isLong = false
    var known: LogFormat?
    while at < lines.count, at - end < 50, isSame(at) {
      let line = lines[at]
      if let found = LogLine(line.printed, after: known) {
        if strange > 0, !isLong { break }
        span.add(found)
        if span.certain == 200 { known = span.format }
        if stamped.count < 60 { stamped.append((line.printed, found)) }
        (end, strange, isLong) = (at + 1, 0, line.text.utf8.count >= 60)
      } else if !LogText.continues(line) {
        // A long line may have been broken in two on its way.
        strange += 1
        if strange > 2 || !isLong || line.printed.hasSuffix(":") { break }
      }
      at += 1
    }
    if isLog(span, stamped) {
      // The lines of a trace behind the last stamped line are its own.
      while end < lines.count, isSame(end), goesOn(lines[end]) { end += 1 }
      take(index..<end, span)
    }
    index = max(end, index + 1)
  }

  private func isLog(_ span: LogSpan, _ lines: [(text: Substring, line: LogLine)]) -> Bool {
    if LogText.isChat(lines) { return false }
    if span.certain > 0 { return span.certain * 4 >= lines.count || lines.count == 60 }
    let dated = lines.count { $0.line.stamp?.month != nil || $0.line.stamp?.ambiguous != nil }
    return dated >= 3 || (isAnnounced && span.stamped > 0)
  }

  private func goesOn(_ line: Line) -> Bool {
    !line.printed.isEmpty && LogText.continues(line)
  }

  private func isSame(_ at: Int) -> Bool {
    lines[at].message == lines[index].message && lines[at].voice == .customer
      && lines[at].file == lines[index].file
  }
}

extension LogScan {
  private func isFence(_ text: Substring) -> Bool {
    text.starts("```") || text.starts("~~~") || text.starts("{noformat") || text.starts("{code")
  }

  private func fenceEnd() -> Int? {
    lines[(index + 1)...].prefix(5_000).firstIndex { isFence($0.printed) || !isSame(index) }
  }

  /// All between two fences is a log if half of it is.
  private mutating func takeFence(_ end: Int) -> Bool {
    var span = LogSpan()
    var others = 0
    var stamped: [(text: Substring, line: LogLine)] = []
    var logged = 0
    for line in lines[(index + 1)..<end] where !line.printed.isEmpty {
      if let found = LogLine(line.printed) {
        span.add(found)
        logged += 1
        if stamped.count < 60 { stamped.append((line.printed, found)) }
      } else if !LogText.continues(line) {
        others += 1
      }
    }
    guard logged > 0, logged >= others, isLog(span, stamped) else { return false }
    take((index + 1)..<end, span)
    index = end + 1
    return true
  }

  private mutating func takeEvent(_ end: Int) {
    var span = LogSpan()
    span.add(WindowsEvent.line(lines[index..<end]))
    take(index..<end, span)
    index = end
  }
}

/// An entry as Windows' event viewer copies it.
enum WindowsEvent {
  private static let heads: Set<String> = [
    "log name", "protokollname", "nom du journal", "nombre de registro", "nome do log",
  ]
  private static let labels: Set<String> = [
    "source", "date", "event id", "task category", "level", "keywords", "user", "computer",
    "description", "quelle", "datum", "ereignis-id", "aufgabenkategorie", "ebene",
    "schlüsselwörter", "benutzer", "beschreibung", "id de l’événement", "catégorie de la tâche",
    "niveau", "mots clés", "utilisateur", "ordinateur", "origen", "fecha", "id. del evento",
  ]

  static func end(_ lines: [Line], from index: Int) -> Int? {
    guard let label = lines[index].printed.labelled?.label, heads.contains(label) else {
      return nil
    }
    var (end, known) = (index + 1, 0)
    while end < lines.count, end - index < 40 {
      let text = lines[end].printed
      guard !text.isEmpty else { break }
      if let label = text.labelled?.label, labels.contains(label) { known += 1 }
      end += 1
    }
    return known >= 2 ? end : nil
  }

  static func line(_ lines: ArraySlice<Line>) -> LogLine {
    let dated = lines.lazy.compactMap { line -> LogStamp? in
      guard let (label, value) = line.printed.labelled,
        ["date", "datum", "fecha", "data"].contains(label)
      else { return nil }
      return LogLine(value)?.stamp
    }
    return LogLine(format: .windowsEvent, stamp: dated.first, isCertain: true)
  }
}

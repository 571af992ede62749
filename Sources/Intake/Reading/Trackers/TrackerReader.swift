/// Recognises the exports of trackers by their shape.
enum TrackerReader {
  /// - Returns: false when the file is no export of a tracker that is known.
  static func read(_ content: FileContent, _ reading: inout ReadingRun) -> Bool {
    let limit = ReadingLimits.wholeBytes
    guard let bytes = content.head(limit + 1), bytes.count <= limit else { return false }
    guard let value = JSONValue.parse(TextEncoding.decode(bytes).utf8) else { return false }
    var threads = threads(in: value)
    if threads.isEmpty { threads = Self.threads(in: FieldNames.english(value)) }
    guard !threads.isEmpty else { return false }
    for (index, thread) in threads.prefix(ReadingLimits.documents).enumerated() {
      let name = threads.count > 1 ? "\(content.name): ticket \(index + 1)" : content.name
      var thread = thread
      thread.sortComments()
      reading.add(thread: thread.letters(file: name), name: name)
    }
    return true
  }

  static func threads(in value: JSONValue) -> [TrackerThread] {
    let readers: [(JSONValue) -> TrackerThread?] = [
      JiraIssue.read, KayakoTicket.read, ZendeskTicket.read, TracTicket.read, GitHubIssue.read,
      FormAnswers.read, AnyTicket.read,
    ]
    for reader in readers { if let thread = reader(value) { return [thread] } }
    // Answers of an API wrap what was asked for.
    for wrapper in ["issues", "tickets", "items", "result", "data", "ticket", "issue", "form"] {
      guard let inner = value[wrapper] else { continue }
      let threads = threads(in: inner)
      if !threads.isEmpty { return threads }
    }
    if let items = value.items {
      return items.prefix(ReadingLimits.documents).flatMap { item in
        readers.lazy.compactMap { $0(item) }.first.map { [$0] } ?? []
      }
    }
    return []
  }
}

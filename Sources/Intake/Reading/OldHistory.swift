/// Bounds how much of a letter's quoted history is read; what is new in it is read whole.
enum OldHistory {
  /// As long as some twenty mails; what is quoted deeper is on the case in its own mail.
  static let lines = 1_000

  /// Leaves out the rest, and says so.
  static func bounded(_ documents: [Document]) -> (documents: [Document], troubles: [Trouble]) {
    var troubles: [Trouble] = []
    let documents = documents.map { document in
      guard document.kind == .letter, document.lines.count > lines else { return document }
      var document = document
      if let first = bound(&document.lines) {
        troubles.append(
          Trouble(
            document.name, line: first.number,
            "has \(first.count) more lines of quoted history, which are kept but not read"))
      }
      return document
    }
    return (documents, troubles)
  }

  private static func bound(_ all: inout [Line]) -> (number: Int, count: Int)? {
    let newest = all.map(\.message).max() ?? 0
    var (kept, old, first, dropped) = ([Line](), 0, 0, 0)
    for line in all {
      let isOld = line.depth > 0 || line.message < newest
      if isOld { old += 1 }
      guard !isOld || old <= lines else {
        if dropped == 0 { first = line.number }
        dropped += 1
        continue
      }
      kept.append(line)
    }
    guard dropped > 0 else { return nil }
    all = kept
    return (first, dropped)
  }
}

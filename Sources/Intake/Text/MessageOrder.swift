/// Gives the messages of all files their places in time.
enum MessageOrder {
  /// A document before its lines have their final `message`: in each part 0 is new, -1 quoted, ….
  struct Draft {
    var document: Document
    /// In the order they were written; a mail has one, an issue one for each comment.
    var parts: [[Line]]
    /// It came with the letter before it.
    var isAttached = false
  }

  static func documents(_ drafts: [Draft]) -> [Document] {
    var next = 0
    return drafts.map { draft in
      var document = draft.document
      document.lines = []
      for part in draft.parts {
        if draft.isAttached, next > 0 {
          document.lines += part.map { $0.at(message: next - 1) }
          continue
        }
        let earliest = part.lazy.map(\.message).min() ?? 0
        let newest = next - earliest
        document.lines += part.map { $0.at(message: newest + $0.message) }
        next = newest + 1
      }
      return document
    }
  }
}

extension Line {
  fileprivate func at(message: Int) -> Line {
    var line = self
    line.message = message
    return line
  }
}

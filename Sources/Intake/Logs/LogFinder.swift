import CaseModel

/// Finds the logs among the lines of several files.
struct LogFinder {
  struct Log {
    var attachment: InstallationDetail.Attachment
    var first: Line
  }

  /// The logs, and the lines that are part of none.
  static func split(_ lines: [Line]) -> (logs: [Log], rest: [Line]) {
    var (logs, rest) = ([Log](), [Line]())
    let files = Dictionary(grouping: lines.indices, by: { lines[$0].file }).values
    for file in files.sorted(by: { $0[0] < $1[0] }) {
      let part = file.map { lines[$0] }
      var document = Document(name: part[0].file, kind: .attachment, lines: part)
      let start = part.first { !$0.isBlank }
      if start.flatMap({ LogLine($0.printed) }) == nil || !LogFiles.isWhole(document) {
        document.kind = .letter
      }
      let found = LogFiles.read(document)
      logs += found.logs.map { Log(attachment: plain($0.attachment), first: $0.first) }
      rest += part.indices.filter { !found.used.contains($0) }.map { part[$0] }
    }
    return (logs, rest)
  }

  private static func plain(
    _ attachment: InstallationDetail.Attachment
  ) -> InstallationDetail.Attachment {
    .init(kind: attachment.kind, name: attachment.name, lines: attachment.lines)
  }
}

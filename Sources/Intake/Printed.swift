/// What programs wrote in a document, and the lines that people wrote.
struct Printed {
  var claims: [Claim] = []
  var logs: [LogFiles.Log] = []
  var configuration: [ConfigurationFiles.Found] = []
  var rest: [Line]

  /// Logs first: what a machine printed into one tells of then, not of now.
  static func read(_ document: Document) -> Printed {
    var document = document
    if document.kind == .letter, document.isLog { document.kind = .attachment }
    let logs = LogFiles.read(document)
    var printed = Printed(claims: logs.claims, logs: logs.logs, rest: [])
    document.remove(logs.used)
    let machine = MachineOutput.read(document)
    printed.claims += machine.claims
    document.remove(machine.used)
    let configuration = ConfigurationFiles.read(document)
    printed.claims += configuration.claims
    printed.configuration = configuration.files
    document.remove(configuration.used)
    printed.rest = document.lines
    return printed
  }
}

extension Document {
  /// A log that came as if it were the ticket.
  fileprivate var isLog: Bool {
    guard let start = lines.first(where: { !$0.isBlank }) else { return false }
    return LogLine(start.printed) != nil && LogFiles.isWhole(self)
  }

  fileprivate mutating func remove(_ used: Set<Int>) {
    guard !used.isEmpty else { return }
    // A fence stays, or its other end would begin code instead of ending it.
    lines = lines.indices.filter { !used.contains($0) || LineShape(lines[$0].text).isFence }.map {
      lines[$0]
    }
  }
}

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
    if document.tellsOfUser {
      for index in printed.claims.indices where printed.claims[index].side == .unknown {
        printed.claims[index].side = .client
      }
    }
    return printed
  }
}

extension Document {
  /// `My computer is a Mac`: what stands in it is of a client's machine.
  fileprivate var tellsOfUser: Bool {
    lines.prefix(20).contains { line in
      let words = line.text.lowercased().split { !$0.isLetter && $0 != "'" }.prefix(6)
      return zip(words, words.dropFirst()).contains { owner, thing in
        ["my", "user's", "their", "his", "her", "client"].contains(owner)
          && ["computer", "mac", "laptop", "pc", "workstation", "macbook", "machine"].contains(
            thing)
      }
    }
  }

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

import Testing

@testable import Intake

/// Reads files given as text.
func documents(_ files: (String, String)...) -> [Document] {
  Reading.documents(of: files.map { TicketFile(name: $0.0, bytes: Array($0.1.utf8)) }).documents
}

func readDocument(_ text: String, name: String = "mail.txt") throws -> Document {
  try #require(documents((name, text)).first)
}

extension Document {
  /// What somebody says, one line each: `c` customer, `s` support, `.` nobody; quote depth; message.
  var shown: [String] {
    lines.filter { !$0.text.trimmed.isEmpty }.map { line in
      let voice =
        switch line.voice {
        case .customer: "c"
        case .support: "s"
        case .boilerplate: "."
        }
      return "\(voice)\(line.depth)\(line.message) \(line.text.trimmed)"
    }
  }

  func texts(of voice: Voice) -> [String] {
    lines.filter { $0.voice == voice && !$0.text.trimmed.isEmpty }.map(\.text.trimmed)
  }
}

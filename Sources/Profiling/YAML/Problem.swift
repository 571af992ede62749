import CaseModel

/// One thing wrong in a file that a person writes: where, what was expected, what was found.
struct Problem: Equatable {
  var file: String
  /// 1-based.
  var line: Int
  var column: Int
  /// Field path: `install[2].run`; empty for the document.
  var path: String
  var message: String

  var text: String {
    let place = line > 0 ? "\(file.printable()):\(line):\(column)" : file.printable()
    return path.isEmpty ? "\(place): \(message)" : "\(place): \(path.printable()): \(message)"
  }

  /// How a value that was found is written in a message.
  static func quoted(_ value: String) -> String { "\"\(value.printable(limit: 60))\"" }
}

extension CaselabError {
  /// One error for all problems: `profile "x.yaml" has 2 problems` and a line for each.
  init(_ subject: String, _ problems: [Problem], hint: String) {
    let inOrder = problems.sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) }
    let shown = inOrder.prefix(100).map { "\n  " + $0.text }.joined()
    let rest = problems.count > 100 ? "\n  and \(problems.count - 100) more" : ""
    self.init(
      .badInput,
      "\(subject) has \(problems.count == 1 ? "a problem" : "\(problems.count) problems")\(shown)\(rest)",
      hint: hint)
  }
}

/// The problems of one file, as reading stages hand them on before they become one error.
struct Problems: Error {
  var list: [Problem]
}

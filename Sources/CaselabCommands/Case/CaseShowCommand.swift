import ArgumentParser
import CaseModel
import Record

struct CaseShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a case: its runs and its journal.")

  @OptionGroup var target: CaseArgument
  @OptionGroup var output: OutputOptions

  func run() async throws { try run(in: Context.make()) }

  func run(in context: Context) throws {
    let store = try context.store()
    let id = try target.parsed()
    let record = try store.existingCase(id)
    let shown = ShownCase(
      record: record, runs: try store.runs(id), journal: try store.journal(id),
      profile: context.home.profile(of: id))
    try Render.output(shown, output) { shown.text }
    try Leftovers.tell(store)
  }
}

/// `caselab case show --json`.
struct ShownCase: Encodable {
  var schema = "caselab.case/1"
  var record: CaseRecord
  var runs: [RunSummary]
  var journal: [JournalEntry]
  /// Path of the environment profile.
  var profile: String

  var text: String {
    let journalLines = journal.suffix(10).map {
      "  \(Wording.time($0.at))  \($0.by.printable())  \($0.run.map { "run \($0): " } ?? "")\($0.what.printable())"
    }
    return """
      \(record.id)  \(record.title.printable())
      opened \(Wording.time(record.openedAt)) by \(record.openedBy.printable())
      profile \(profile)

      \(runs.isEmpty ? "no runs yet: caselab run \(record.id)" : RunTable.text(runs))

      journal (last \(journalLines.count) of \(journal.count)):
      \(journalLines.joined(separator: "\n"))
      """
  }
}

enum RunTable {
  static func text(_ runs: [RunSummary]) -> String {
    Table(
      header: ["RUN", "STARTED", "OUTCOME", "PASSED", "FAILED", "N/A", "PRODUCT"],
      rows: runs.map {
        [
          String($0.number), Wording.time($0.startedAt), $0.outcome.rawValue,
          String($0.counts.passed),
          String($0.counts.bad), String($0.counts.notApplicable), $0.product?.text ?? "-",
        ]
      }
    ).text()
  }
}

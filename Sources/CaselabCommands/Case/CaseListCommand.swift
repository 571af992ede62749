import ArgumentParser
import CaseModel

struct CaseListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the cases, the newest first.")

  @OptionGroup var output: OutputOptions

  func run() async throws { try run(in: Context.make()) }

  func run(in context: Context) throws {
    let store = try context.store()
    let cases = try store.cases()
    try Render.output(Listing(schema: "caselab.cases/1", items: cases), output) {
      Table(
        header: ["CASE", "OPENED", "RUNS", "LAST", "TITLE"],
        rows: cases.map {
          [
            $0.id.text, Wording.time($0.openedAt), String($0.runs),
            $0.lastOutcome?.rawValue ?? "-", $0.title,
          ]
        }
      ).text()
    }
    try Leftovers.tell(store)
  }
}

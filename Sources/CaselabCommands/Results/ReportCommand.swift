import ArgumentParser
import CaseModel
import Foundation
import Record
import Reports

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write a run's report and print where it is.",
    discussion: """
      Examples:
        caselab report SUP-1042 --open               the latest run's, in a browser
        caselab report SUP-1042 3 --format junit     on standard output
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case html, junit, text, json }

  @OptionGroup var target: CaseArgument
  @Argument(help: ArgumentHelp("A run's number; the latest when left out.", valueName: "n"))
  var number: Int?
  @Flag(help: "Open the HTML report in a browser ($BROWSER, else xdg-open).")
  var open = false
  @Option(help: "html is written to a file, the others to standard output.")
  var format: Format = .html
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file; - for standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  func validate() throws {
    if open, format != .html { throw ValidationError("--open is for --format html") }
    if open, output == "-" { throw ValidationError("--open needs a file, not -") }
  }

  func run() async throws { try await run(in: Context.make()) }

  func run(in context: Context) async throws {
    let store = try context.store()
    let id = try target.parsed()
    let record = try store.existingCase(id)
    let run = try store.requested(number, of: id)
    let text = try render(run, record: record, store: store)
    let path =
      output ?? (format == .html ? context.home.folder(of: id) + "/report-\(run.number).html" : "-")
    guard path != "-" else { return Terminal.print(text) }
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw CaselabError(
        .usage, "report cannot be written to \"\(path.printable())\"", cause: error)
    }
    Terminal.print(path)
    guard open else { return }
    let browser = context.environment["BROWSER"].nonEmpty ?? "xdg-open"
    try await Foreground.run(browser.split(separator: " ").map(String.init) + [path])
  }

  /// Kinds whose text the HTML report carries in itself; package lists and journals are too long.
  private static let excerpted: Set = [
    "server-log", "client-log", "configuration", "console", "domain",
  ]

  private func render(_ run: RunRecord, record: CaseRecord, store: RecordStore) throws -> String {
    switch format {
    case .html:
      try HTMLReport.render(
        ReportInput(
          case: record, run: run, journal: try store.journal(run.caseID),
          artifactTexts: { Self.excerpted.contains($0.kind) ? store.artifactText($0) : nil }))
    case .junit: JUnitReport.render(run)
    case .text:
      TextReport.render(run, color: output == nil && Terminal.outputHasColor, width: Terminal.width)
    case .json: try Render.json(run)
    }
  }
}

import ArgumentParser
import CaseModel
import Foundation
import Lab
import Record
import Reports

struct ResultsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "results", abstract: "The runs of a case, or one run: its tests and artifacts.",
    discussion: """
      Examples:
        caselab results SUP-1042               its runs
        caselab results SUP-1042 3             run 3
        caselab results SUP-1042 3 --save out  and its artifacts into the folder out
      """)

  @OptionGroup var target: CaseArgument
  @Argument(help: ArgumentHelp("A run's number.", valueName: "n"))
  var number: Int?
  @Option(
    help: ArgumentHelp("Copy the run's artifacts into this folder.", valueName: "dir"),
    completion: .directory)
  var save: String?
  @OptionGroup var output: OutputOptions

  func run() async throws { try run(in: Context.make()) }

  func run(in context: Context) throws {
    let store = try context.store()
    let id = try target.parsed()
    _ = try store.existingCase(id)
    guard number != nil || save != nil else {
      let runs = try store.runs(id)
      try Render.output(Listing(schema: "caselab.runs/1", items: runs), output) {
        runs.isEmpty ? "no runs yet: caselab run \(id)" : RunTable.text(runs)
      }
      return try Leftovers.tell(store)
    }
    let run = try store.requested(number, of: id)
    if let save { try ArtifactExport(store: store).export(run, to: save) }
    try Render.output(run, output) { Self.text(run) }
  }

  static func text(_ run: RunRecord) -> String {
    let tests = run.tests.map {
      [
        $0.status.rawValue, $0.suite, "\($0.group.isEmpty ? "" : $0.group + ".")\($0.name)",
        Wording.duration($0.duration), $0.message ?? "",
      ]
    }
    let artifacts = run.artifacts.map {
      [$0.name, $0.kind, Wording.size($0.size), String($0.digest.prefix(12))]
    }
    return [
      TextReport.render(run, color: Terminal.outputHasColor, width: Terminal.width), "",
      Table(header: ["STATUS", "SUITE", "TEST", "TIME", "MESSAGE"], rows: tests).text(), "",
      Table(header: ["ARTIFACT", "KIND", "SIZE", "SHA-256"], rows: artifacts).text(),
    ].joined(separator: "\n")
  }
}

extension RecordStore {
  /// - Parameter number: nil: the latest.
  func requested(_ number: Int?, of id: CaseID) throws -> RunRecord {
    let found = try number.map { try run(id, $0) } ?? latestRun(id)
    guard let found else {
      throw CaselabError(
        .badInput,
        number.map { "case \"\(id)\" has no run \($0)" } ?? "case \"\(id)\" has no runs yet",
        hint: number == nil ? "caselab run \(id)" : "caselab results \(id) lists its runs")
    }
    return found
  }
}

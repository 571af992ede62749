import ArgumentParser
import CaseModel
import Profiling

struct ProfileDiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Show what was edited: derived against as it is.",
    discussion: "By field; comments and the order of fields do not count.")
  @OptionGroup var target: CaseArgument
  @OptionGroup var output: OutputOptions

  func run() async throws { try run(in: Context.make()) }

  func run(in context: Context) throws {
    let id = try target.parsed()
    let profile = try CaseProfile.load(id, in: context)
    let edits = try ProfileDocument.differences(
      from: profile.derivedYAML, to: profile.yaml, file: context.home.profile(of: id))
    try Render.output(Listing(schema: "caselab.profile-diff/1", items: edits), output) {
      edits.isEmpty
        ? "the profile of case \(id) is as it was derived"
        : Table(
          header: ["FIELD", "DERIVED", "EDITED"],
          rows: edits.map { [$0.field, $0.before ?? "-", $0.after ?? "-"] }
        ).text()
    }
  }
}

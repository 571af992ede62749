import ArgumentParser
import CaseModel
import Profiling

struct ProfileCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile", abstract: "Show, edit, check and explain a case's environment profile.",
    subcommands: [
      ProfileShowCommand.self, ProfileEditCommand.self, ProfileCheckCommand.self,
      ProfileDiffCommand.self, ProfileExplainCommand.self, ProfileSchemaCommand.self,
    ])
}

struct ProfileShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print the profile.")
  @OptionGroup var target: CaseArgument
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let context = try Context.make()
    let (id, json) = (try target.parsed(), output.json)
    let (profile, yaml) =
      json
      ? try CaseProfile.withFidelity(id, in: context) : try ProfileFile.load(id, in: context)
    try Render.output(profile, output) { yaml }
  }
}

struct ProfileCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check the profile against the catalogue; builds nothing.")
  @OptionGroup var target: CaseArgument

  func run() async throws {
    let note = try ProfileFile.check(target.parsed(), in: Context.make())
    Terminal.print("profile of case \(target.id) is good")
    if let note { Terminal.print(note) }
  }
}

import ArgumentParser
import Profiling

struct ProfileSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of a profile.",
    discussion: """
      Editors with a YAML language server find it by themselves: a profile's first line names it.
      """)

  func run() { Terminal.print(ProfileSchema.json()) }
}

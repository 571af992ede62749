import ArgumentParser

struct CaseCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case", abstract: "Open, list and show cases.",
    subcommands: [CaseOpenCommand.self, CaseListCommand.self, CaseShowCommand.self])
}

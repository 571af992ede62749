import ArgumentParser

struct CaseCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case", abstract: "Open, complete, list and show cases.",
    subcommands: [
      CaseOpenCommand.self, CaseAddCommand.self, CaseListCommand.self, CaseShowCommand.self,
    ])
}

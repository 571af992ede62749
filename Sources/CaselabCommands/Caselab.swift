import ArgumentParser
import CaseModel

/// The root of the command line: a noun a folder, a verb a file.
public struct Caselab: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "caselab",
    abstract: "Rebuild a customer's installation from a support case, test it, keep the evidence.",
    discussion: """
      Examples:
        caselab case open SUP-1042 --ticket mail.txt
        caselab plan SUP-1042               what would be built; builds nothing
        caselab run SUP-1042                rebuild, test, keep the results
        caselab report SUP-1042 --open      look at the report
        caselab up SUP-1042                 bring it up to be used by hand, then:
        caselab shell SUP-1042              log in to it

      Case data is kept in CASELAB_HOME (default $XDG_DATA_HOME/caselab).
      Exit statuses: caselab help exit-codes.
      """,
    version: toolVersion,
    subcommands: [SwitchCommand.self],
    groupedSubcommands: [
      CommandGroup(
        name: "Cases",
        subcommands: [
          IntakeCommand.self, CaseCommands.self, ProfileCommands.self, FidelityCommand.self,
          AskCommand.self,
        ]),
      CommandGroup(
        name: "Runs",
        subcommands: [
          PlanCommand.self, WarmCommand.self, RunCommand.self, ResultsCommand.self,
          ReportCommand.self,
        ]),
      CommandGroup(
        name: "Environments that are up",
        subcommands: [
          UpCommand.self, StatusCommand.self, ShellCommand.self, ExecCommand.self,
          ConsoleCommand.self, CopyCommand.self, LogsCommand.self, LinkCommands.self,
          ExposeCommand.self, SnapshotCommand.self, RestoreCommand.self,
          ResetCommand.self, ExtendCommand.self, DownCommand.self,
        ]),
      CommandGroup(
        name: "The lab",
        subcommands: [
          DoctorCommand.self, ImageCommands.self, LayerCommands.self, ProductCommands.self,
          CompanionCommands.self, SuiteCommands.self,
          DiskCommand.self, GarbageCommand.self, ExitCodesCommand.self,
        ]),
    ])

  public init() {}
}

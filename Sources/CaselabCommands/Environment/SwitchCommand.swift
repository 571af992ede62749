import ArgumentParser
import Lab

/// The process that carries the frames of a case's links; the lab starts it.
struct SwitchCommand: AsyncParsableCommand, HandlesSignals {
  static let configuration = CommandConfiguration(
    commandName: SwitchControl.command, abstract: "Serve the links of an environment.",
    shouldDisplay: false)

  @Argument(help: "The folder with links.json.") var folder: String

  func run() async throws { try await SwitchProcess.run(folder: folder) }
}

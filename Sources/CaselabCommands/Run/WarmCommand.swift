import ArgumentParser
import CaseModel
import Foundation
import Lab
import Record
import Reports

struct WarmCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "warm",
    abstract: "Build what a case will need, so that its run starts in seconds.",
    discussion: """
      Makes the image, the layers and the ready state that are missing, and leaves nothing up. A run of
      the case waits for it. Ctrl-C ends it; what is finished by then stays.

      Examples:
        caselab warm SUP-1042
        caselab warm SUP-1042 --background     while you read the ticket
        caselab warm SUP-1042 --stop
      """)

  @OptionGroup var target: CaseArgument
  @Flag(help: "Go on without this terminal.") var background = false
  @Flag(help: "End the one in the background, cleanly.") var stop = false
  @OptionGroup var boot: BootOptions
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard !(background && stop) else {
      throw ValidationError("--background and --stop exclude each other")
    }
  }

  func run() async throws { try await run(in: Context.make(connection)) }

  func run(in context: Context) async throws {
    let id = try target.parsed()
    let store = try context.store()
    _ = try store.existingCase(id)
    if stop { return try end(id, in: context) }
    if background {
      let pid = try Self.start(id, in: context)
      return Terminal.say(
        "process \(pid) makes \(id) ready; its output: \(Self.log(id, context.home))")
    }
    guard let lock = try FileLock.acquire(path: context.warming(id)) else {
      throw CaselabError(
        .nothingRan, "case \"\(id)\" is being made ready already",
        hint: "caselab warm \(id) --stop ends it")
    }
    defer { lock.release() }
    let ended = try await CaseRunner(
      context: context, store: store, id: id,
      inputs: RunInputs.resolve(id, suites: [], in: context).withoutSuites(done: "made ready"),
      limits: boot.limits,
      keep: .never, lifetime: 0, progress: ProgressLine(), isWarming: true
    ).run()
    let isReady = ended.run.layers.contains { $0.name == ReadyStateManifest.layerName }
    try Render.output(ended.run, output) {
      isReady
        ? "\(id) is ready: caselab run \(id)"
        : TextReport.render(ended.run, color: Terminal.outputHasColor, width: Terminal.width)
    }
    if !isReady { throw ExitCode(ended.status) }
  }

  /// Starts it without this terminal.
  static func start(_ id: CaseID, in context: Context) throws -> Int32 {
    // Still this program where its file has been replaced since.
    try DetachedProcess.start(
      ["/proc/self/exe", "warm", id.text, "--connect", context.uri], log: log(id, context.home),
      environment: ProcessInfo.processInfo.environment)
  }

  private static func log(_ id: CaseID, _ home: Home) -> String {
    home.folder(of: id) + "/warm.log"
  }

  private func end(_ id: CaseID, in context: Context) throws {
    guard FileLock.isHeld(path: context.warming(id)),
      let pid = FileLock.holder(path: context.warming(id)), pid > 1
    else {
      throw CaselabError(.nothingRan, "case \"\(id)\" is not being made ready")
    }
    kill(pid, SIGINT)
    Terminal.say("process \(pid) takes down what it has up, and ends")
  }
}

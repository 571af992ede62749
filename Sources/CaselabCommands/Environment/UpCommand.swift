import ArgumentParser
import CaseModel
import Lab
import Record
import Reports

struct UpCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "up",
    abstract: "Bring the case's installation up and leave it up, without suites.",
    discussion: """
      Recorded as a run of its own. Exits with 0 when the environment is up and all that was checked
      of it is well, with 1 when it is up and a check failed.

      Examples:
        caselab up SUP-1042
        caselab up SUP-1042 --ttl 4h && caselab shell SUP-1042
      """)

  @OptionGroup var target: CaseArgument
  @OptionGroup var lease: LeaseOptions
  @OptionGroup var boot: BootOptions
  @OptionGroup var start: StartOptions
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var output: OutputOptions

  func run() async throws { try await run(in: Context.make(connection)) }

  func run(in context: Context) async throws {
    let id = try target.parsed()
    let store = try context.store()
    _ = try store.existingCase(id)
    try Leftovers.tell(store)
    await Cleaning(context: context, store: store).endExpired()
    if let kept = try store.keptEnvironments(of: id).first {
      Terminal.say(
        "caselab: the environment of run \(kept.run) is kept up as well; caselab down \(id) takes down both"
      )
    }
    let ended = try await CaseRunner(
      context: context, store: store, id: id,
      inputs: RunInputs.resolve(id, suites: [], in: context).withoutSuites(done: "brought up"),
      limits: boot.limits,
      keep: .always, lifetime: lease.seconds, progress: ProgressLine(), isCold: start.cold
    ).run()
    try Render.output(ended.run, output) {
      TextReport.render(ended.run, color: Terminal.outputHasColor, width: Terminal.width)
    }
    let isUp = try store.keptEnvironments(of: id).contains { $0.run == ended.run.runName }
    let status = Self.status(of: ended, isUp: isUp)
    if status != 0 { throw ExitCode(status) }
  }

  /// That nothing ran is what was wanted, as long as it is up.
  static func status(of ended: CaseRunner.Ended, isUp: Bool) -> Int32 {
    guard isUp else {
      return ended.run.outcome == .nothingRan
        ? CaselabError.Code.labFailed.exitStatus : ended.status
    }
    return ended.run.outcome == .nothingRan ? 0 : ended.status
  }
}

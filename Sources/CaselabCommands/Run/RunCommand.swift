import ArgumentParser
import CaseModel
import Foundation
import Lab
import Record
import Reports

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Rebuild the case's installation, run its suites, keep the results on the case.",
    discussion: """
      Examples:
        caselab run SUP-1042
        caselab run SUP-1042 --suite file-transfer --keep on-failure --ttl 4h
        caselab run SUP-1042 --again 3        the same profile, image and layers as run 3
        caselab run SUP-1042 --cold           boot and configure all machines anew

      The first run keeps its machines' disks and memories as they were when all was healthy; later runs
      of the same environment, of any case, go on from there, and so does every suite.

      Where the catalogue does not have the product, or no suite applies, the machine is built and its
      facts are read all the same; --keep always leaves it up, to install the product by hand.
      Ctrl-C takes the environment down and records the run as interrupted.
      """)

  enum Keep: String, ExpressibleByArgument, CaseIterable {
    case always
    case onFailure = "on-failure"
    case never
  }

  @OptionGroup var target: CaseArgument
  @Option(help: "Run this suite instead of the profile's; can be repeated.")
  var suite: [String] = []
  @Option(help: "When to leave the environment up afterwards.")
  var keep: Keep = .never
  @OptionGroup var lease: LeaseOptions
  @Option(help: ArgumentHelp("Repeat run N: its profile, on its image and layers.", valueName: "n"))
  var again: Int?
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
    let inputs = try inputs(id, store: store, context: context)
    let runner = CaseRunner(
      context: context, store: store, id: id, inputs: inputs, limits: boot.limits, keep: keep,
      lifetime: lease.seconds, progress: ProgressLine(), isCold: start.cold)
    try finish(try await runner.run())
  }

  private func inputs(_ id: CaseID, store: RecordStore, context: Context) throws -> RunInputs {
    guard let again else { return try RunInputs.resolve(id, suites: suite, in: context) }
    guard let earlier = try store.run(id, again) else {
      throw CaselabError(
        .badInput, "case \"\(id)\" has no run \(again)",
        hint: "caselab results \(id) lists its runs")
    }
    return try RunInputs.again(earlier, suites: suite, in: context)
  }

  private func finish(_ ended: CaseRunner.Ended) throws {
    try Render.output(ended.run, output) {
      TextReport.render(ended.run, color: Terminal.outputHasColor, width: Terminal.width)
    }
    if ended.status != 0 { throw ExitCode(ended.status) }
  }
}

extension RunRecord.Outcome {
  var exitStatus: Int32 {
    switch self {
    case .passed: 0
    case .failed: 1
    case .nothingRan: CaselabError.Code.nothingRan.exitStatus
    case .deadline: CaselabError.Code.deadline.exitStatus
    case .interrupted: CaselabError.Code.interrupted.exitStatus
    case .labFailed, .killed, .running: CaselabError.Code.labFailed.exitStatus
    }
  }
}

/// `--ttl` of what leaves an environment up.
struct LeaseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("How long a kept environment may stay: 30m, 24h, 7d.", valueName: "time"))
  var ttl: String = "24h"

  var seconds: Int { TimeSpan(ttl)?.seconds ?? 86_400 }
  /// The time of the record that is that far away.
  var end: String { Timestamp.text(Date(timeIntervalSinceNow: Double(seconds))) }

  func validate() throws {
    guard TimeSpan(ttl) != nil else {
      throw ValidationError("--ttl \(ttl.printable()) is no time span; try 30m, 24h or 7d")
    }
  }
}

/// `90s`, `30m`, `24h`, `7d`.
struct TimeSpan: Equatable {
  var seconds: Int

  init?(_ text: String) {
    guard let unit = text.last, let count = Int(text.dropLast()), count > 0, count <= 1_000_000,
      let factor = ["s": 1, "m": 60, "h": 3600, "d": 86_400][unit]
    else { return nil }
    seconds = count * factor
  }
}

import CaseModel
import Foundation
import Lab
import Machines
import Record
import Suites

/// One run from its first record to its last: composes the stages, decides the outcome.
struct CaseRunner: Sendable {
  let context: Context
  let store: RecordStore
  let id: CaseID
  let inputs: RunInputs
  let limits: LabLimits
  let keep: RunCommand.Keep
  /// Seconds that a kept environment may stay.
  let lifetime: Int
  let progress: ProgressLine
  /// Boot, whether there is a ready state or not, and make none.
  var isCold = false
  /// Make layers and the ready state, and leave nothing up.
  var isWarming = false

  /// An ended run and the exit status that it stands for.
  struct Ended {
    var run: RunRecord
    var status: Int32
  }

  /// Returns the ended run, whatever its outcome; throws only when no run could be begun.
  func run() async throws -> Ended {
    let hint = { (holder: String) in "wait for it, or interrupt it: kill -INT \(holder)" }
    let lock =
      isWarming
      ? try context.lock(id, hint: hint)
      : try await context.lock(id, afterWarming: progress, hint: hint)
    defer { lock.release() }
    let begun = try store.beginRun(id) { number in
      RunRecord(
        caseID: id, number: number, startedAt: Timestamp.now(), startedBy: context.user,
        command: CommandLine.arguments.dropFirst().joined(separator: " "),
        toolVersion: toolVersion, profile: inputs.yaml)
    }
    progress.say("run \(begun.name)")
    if !inputs.profile.fidelity.isEmpty {
      progress.say("  " + FidelityScore(inputs.profile.fidelity).text)
    }
    if let absence = inputs.product.absence {
      progress.say(
        "  \(absence): the machine is built without it; to install it by hand: --keep always")
    }
    do {
      let (outcome, message) = try await perform(begun)
      return Ended(run: try end(begun, outcome, message), status: outcome.exitStatus)
    } catch {
      let (outcome, message) = Self.outcome(of: error)
      let run = try end(begun, outcome, message)
      return Ended(run: run, status: Self.status(of: error, outcome))
    }
  }

  private func perform(_ begun: RunRecord) async throws -> (RunRecord.Outcome, String?) {
    let observer = RunObserver(store: store, run: begun.runName, progress: progress)
    let construction = Construction(
      runner: self, record: begun, stages: Stages(observer))
    return try await construction.perform()
  }

  /// A lab failure is not a test failure, and neither is a deadline or Ctrl-C.
  static func outcome(of error: any Error) -> (RunRecord.Outcome, String) {
    guard !Task.isCancelled, !(error is CancellationError) else {
      return (.interrupted, "interrupted")
    }
    guard let told = error as? CaselabError else {
      return (.labFailed, String(describing: error).printable(limit: 500))
    }
    var text = told.description.withoutControls()
    if let hint = told.firstHint { text += "\nhint: \(hint)" }
    switch told.rootCode {
    case .deadline: return (.deadline, text)
    case .interrupted: return (.interrupted, text)
    default: return (.labFailed, text)
    }
  }

  /// libvirt out of reach and a broken profile or catalogue have statuses of their own.
  static func status(of error: any Error, _ outcome: RunRecord.Outcome) -> Int32 {
    guard outcome == .labFailed, let code = (error as? CaselabError)?.rootCode,
      [.unreachable, .badInput].contains(code)
    else { return outcome.exitStatus }
    return code.exitStatus
  }

  private func end(
    _ begun: RunRecord, _ outcome: RunRecord.Outcome, _ message: String?
  ) throws -> RunRecord {
    try store.endRun(begun.runName, outcome: outcome, message: message, at: Timestamp.now())
    guard let run = try store.run(id, begun.number) else {
      throw CaselabError(.labFailed, "run \"\(begun.name)\" is gone from the record")
    }
    return run
  }
}

extension CaselabError {
  /// The code of the innermost error of ours: a stage passes its cause's code on.
  var rootCode: Code { (cause as? CaselabError)?.rootCode ?? code }
}

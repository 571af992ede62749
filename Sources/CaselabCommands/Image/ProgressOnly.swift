import CaseModel
import Machines

/// Shows stages without a run to record them on.
struct ProgressOnly: StageObserver {
  let progress: ProgressLine

  func began(_ stage: StageRecord) async throws { progress.begin(stage) }
  func ended(_ stage: StageRecord) async throws { progress.end(stage) }
  func note(_ text: String) async { progress.note(text) }
}

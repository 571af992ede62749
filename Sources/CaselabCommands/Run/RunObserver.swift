import CaseModel
import Machines
import Record

/// Records every stage before it begins, and shows it.
struct RunObserver: StageObserver {
  let store: RecordStore
  let run: RunName
  let progress: ProgressLine

  func began(_ stage: StageRecord) async throws {
    try store.stageBegan(stage, of: run)
    progress.begin(stage)
  }

  func ended(_ stage: StageRecord) async throws {
    progress.end(stage)
    try store.stageEnded(stage, of: run)
  }

  func note(_ text: String) async { progress.note(text) }
}

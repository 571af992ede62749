import CaseModel
import Record

extension RecordStore {
  /// - Throws: `badInput` with what to do when there is no such case.
  func existingCase(_ id: CaseID) throws -> CaseRecord {
    if let record = try caseRecord(id) { return record }
    throw CaselabError(
      .badInput, "case \"\(id)\" is not known here",
      hint: "caselab case open \(id) --ticket FILE; caselab case list shows the known ones")
  }
}

/// What a killed process left behind is told by the next command that reads the record.
enum Leftovers {
  static func tell(_ store: RecordStore) throws {
    for run in try store.abandonedRuns() {
      Terminal.say(
        "caselab: run \(run.run) was killed in stage \"\(run.stage ?? "start")\"; `caselab gc` removes what it left"
      )
    }
  }
}

import CaseModel
import Testing

@testable import Record

struct LivenessTests {
  @Test func `this process is alive, and one of another boot or another start is not`() {
    var mark = ProcessMark.current
    #expect(mark.isAlive)
    #expect(mark.startedTicks > 0)
    mark.startedTicks += 1
    #expect(!mark.isAlive)
    mark = .current
    mark.bootID = "another"
    #expect(!mark.isAlive)
  }

  @Test func `a program's name does not confuse the start time`() {
    let rest = "1 1 1 0 -1 4194560 1 0 0 0 0 0 0 0 20 0 1 0 98765 1 1"
    #expect(ProcessMark.startTicks(inStat: "7 (a) R (b 1 2)) S \(rest)") == 98765)
    #expect(ProcessMark.startTicks(inStat: "7 (a) Z \(rest)") == nil)
    #expect(ProcessMark.startTicks(inStat: "7 (a) S 1 2") == nil)
    #expect(ProcessMark.startTicks(inStat: "") == nil)
  }

  @Test func `a run whose process is gone reads as killed, with the stage it was in`() throws {
    let fixture = try Fixture()
    let alive = try fixture.begin().runName
    let run = try fixture.begin().runName
    try fixture.store.stageBegan(StageRecord(name: "boot", detail: "", startedAt: ""), of: run)
    try fixture.orphan(run)

    #expect(try fixture.store.runs(fixture.id).map(\.outcome) == [.killed, .running])
    #expect(try fixture.store.caseRecord(fixture.id)?.lastOutcome == .killed)
    let read = try #require(try fixture.store.run(fixture.id, run.number))
    #expect(read.outcome == .killed)
    #expect(read.message == "caselab was killed in stage \"boot\"")
    #expect(
      try fixture.store.abandonedRuns() == [
        AbandonedRun(run: run, startedAt: "2030-01-02T04:00:00Z", stage: "boot")
      ])
    #expect(try fixture.store.run(fixture.id, alive.number)?.outcome == .running)
  }

  @Test func `an abandoned run is ended once, and one that goes on is not touched`() throws {
    let fixture = try Fixture()
    let alive = try fixture.begin().runName
    let run = try fixture.begin().runName
    try fixture.orphan(run)
    try fixture.store.markKilled(run, at: "2030-01-03T00:00:00Z")
    try fixture.store.markKilled(run, at: "2030-01-04T00:00:00Z")
    #expect(try fixture.store.abandonedRuns().isEmpty)
    #expect(try fixture.store.run(fixture.id, 2)?.endedAt == "2030-01-03T00:00:00Z")
    #expect(
      try fixture.store.journal(fixture.id).last?.what == "run 2 ended, killed: caselab was killed")
    let error = caselabError { try fixture.store.markKilled(alive, at: "") }
    #expect(error?.message.contains("is going on in process") == true)
    #expect(try fixture.store.run(fixture.id, 1)?.outcome == .running)
  }
}

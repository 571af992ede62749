import CaseModel
import Testing

@testable import Record

struct CaseTests {
  @Test func `an open case is listed with its run count and last outcome`() throws {
    let fixture = try Fixture()
    let other = try CaseID("#311")
    try fixture.store.openCase(other, title: "Later", by: "kim@desk", at: "2030-02-01T00:00:00Z")
    let first = try fixture.begin()
    try fixture.store.endRun(first.runName, outcome: .failed, at: "2030-01-02T04:05:00Z")
    let second = try fixture.begin()
    try fixture.store.endRun(second.runName, outcome: .passed, at: "2030-01-02T04:09:00Z")
    #expect(
      try fixture.store.cases() == [
        CaseRecord(
          id: other, title: "Later", openedAt: "2030-02-01T00:00:00Z", openedBy: "kim@desk"),
        CaseRecord(
          id: fixture.id, title: "Uploads stall", openedAt: "2030-01-02T03:04:05Z",
          openedBy: "sam@desk", runs: 2, lastOutcome: .passed),
      ])
    #expect(try fixture.store.caseRecord(fixture.id)?.runs == 2)
  }

  @Test func `a case is opened only once`() throws {
    let fixture = try Fixture()
    let error = caselabError {
      try fixture.store.openCase(fixture.id, title: "again", by: "", at: "")
    }
    #expect(error?.code == .badInput)
    #expect(error?.message == "case \"SUP-1042\" is already open")
  }

  @Test func `what is asked of a case that is not open is an error`() throws {
    let fixture = try Fixture()
    let unknown = try CaseID("NO-1")
    #expect(try fixture.store.caseRecord(unknown) == nil)
    #expect(try fixture.store.run(unknown, 1) == nil)
    let error = caselabError { _ = try fixture.store.runs(unknown) }
    #expect(error?.message == "case \"NO-1\" is not open")
    #expect(caselabError { _ = try fixture.store.journal(unknown) }?.code == .badInput)
  }

  @Test func `the journal keeps its order and tells of openings, runs and what is appended`() throws
  {
    let fixture = try Fixture()
    let run = try fixture.begin()
    try fixture.store.append(
      JournalEntry(at: "2030-01-02T04:01:00Z", by: "kim@desk", run: 1, what: "exposed port 21"),
      to: fixture.id)
    try fixture.store.endRun(
      run.runName, outcome: .labFailed, message: "no memory", at: "2030-01-02T04:02:00Z")
    #expect(
      try fixture.store.journal(fixture.id) == [
        JournalEntry(at: "2030-01-02T03:04:05Z", by: "sam@desk", run: nil, what: "opened the case"),
        JournalEntry(at: "2030-01-02T04:00:00Z", by: "sam@desk", run: 1, what: "began run 1"),
        JournalEntry(at: "2030-01-02T04:01:00Z", by: "kim@desk", run: 1, what: "exposed port 21"),
        JournalEntry(
          at: "2030-01-02T04:02:00Z", by: "sam@desk", run: 1,
          what: "run 1 ended, lab-failed: no memory"),
      ])
  }

  @Test func `the journal cannot be changed by any statement`() throws {
    let fixture = try Fixture()
    for sql in ["UPDATE journal SET what = 'x'", "DELETE FROM journal"] {
      let error = caselabError { try fixture.store.write { try $0.execute(sql: sql) } }
      #expect(error?.code == .badInput)
      #expect(error?.message.contains("append-only") == true)
    }
  }
}

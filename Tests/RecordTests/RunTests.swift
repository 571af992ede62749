import CaseModel
import Testing

@testable import Record

struct RunTests {
  @Test func `a whole run comes back as it was written`() throws {
    let fixture = try Fixture()
    var run = try fixture.begin()
    run.host.uri = "test:///default"
    run.host.acceleration = "emulation"
    run.image = "sha256:ab"
    run.imageName = "debian-12"
    run.layers = [LayerUse(name: "product", digest: "cd", cached: true)]
    run.product = VersionFound(name: "proftpd", wanted: "1.3.8b", running: "1.3.8")
    run.fidelity = [
      FidelityRow(
        fact: "os", asked: "Rocky 9", built: "AlmaLinux 9", fidelity: .equivalent, how: "")
    ]
    try fixture.store.update(run)
    var stage = StageRecord(name: "boot", detail: "agent", startedAt: "2030-01-02T04:00:01Z")
    try fixture.store.stageBegan(stage, of: run.runName)
    stage.duration = 41.5
    stage.outcome = .done
    try fixture.store.stageEnded(stage, of: run.runName)
    run.stages = [stage]
    run.tests = [
      sampleTest("log in"), sampleTest("list", .failed), sampleTest("sftp", .notApplicable),
      sampleTest("broken", .error), sampleTest("later", .skipped),
    ]
    run.tests[1].message = "550"
    run.tests[1].output = "line 1\nline 2"
    try fixture.store.add(tests: Array(run.tests[..<2]), to: run.runName)
    try fixture.store.add(tests: Array(run.tests[2...]), to: run.runName)
    run.facts = [VerifiedFact(fact: "os", expected: "9", found: nil, status: .unconfirmed)]
    try fixture.store.add(facts: run.facts, to: run.runName)
    run.outcome = .failed
    run.message = "2 tests failed"
    run.endedAt = "2030-01-02T04:10:00Z"
    try fixture.store.endRun(
      run.runName, outcome: .failed, message: run.message, at: "2030-01-02T04:10:00Z")

    #expect(try fixture.store.run(fixture.id, 1) == run)
    #expect(try fixture.store.latestRun(fixture.id) == run)
    let summary = try #require(try fixture.store.runs(fixture.id).first)
    #expect(summary.counts == TestCounts(run.tests))
    #expect(summary.counts.bad == 2)
    #expect(summary.product?.text == "proftpd 1.3.8 (asked: 1.3.8b)")
    #expect(summary.endedAt == run.endedAt)
  }

  @Test func `runs are numbered within their case and listed latest first`() throws {
    let fixture = try Fixture()
    let other = try CaseID("ACME/77")
    try fixture.store.openCase(other, title: "", by: "", at: "")
    _ = try fixture.begin()
    _ = try fixture.store.beginRun(other) { sampleRun(other, $0) }
    #expect(try fixture.begin().number == 2)
    #expect(try fixture.store.runs(fixture.id).map(\.number) == [2, 1])
    #expect(try fixture.store.runs(other).map(\.number) == [1])
  }

  @Test func `a run that has ended refuses every call that would change it`() async throws {
    let fixture = try Fixture()
    let run = try fixture.begin()
    let name = run.runName
    let stage = StageRecord(name: "boot", detail: "", startedAt: "t")
    try fixture.store.endRun(name, outcome: .passed, at: "2030-01-02T04:10:00Z")
    let before = try fixture.store.run(fixture.id, 1)
    for change: () throws -> Void in [
      { try fixture.store.update(run) },
      { try fixture.store.stageBegan(stage, of: name) },
      { try fixture.store.add(tests: [sampleTest("x")], to: name) },
      { try fixture.store.add(facts: [], to: name) },
      { try fixture.store.endRun(name, outcome: .failed, at: "") },
    ] {
      #expect(
        caselabError(change)?.message == "run \"SUP-1042/1\" has ended and cannot be changed")
    }
    await #expect(throws: CaselabError.self) {
      try await fixture.store.keepArtifact(bytes: [1], name: "a", kind: "console", run: name)
    }
    #expect(try fixture.store.run(fixture.id, 1) == before)
  }

  @Test(arguments: [
    "UPDATE run SET outcome = 'passed'", "DELETE FROM run", "UPDATE run SET message = 'x'",
    "DELETE FROM stage", "UPDATE stage SET outcome = 'done'", "DELETE FROM test",
    "UPDATE test SET status = 'passed'", "DELETE FROM fact", "DELETE FROM runArtifact",
    "INSERT INTO fact (runID, fact, expected, status) VALUES (1, 'a', 'b', 'confirmed')",
    "UPDATE runArtifact SET name = 'x'",
  ]) func `a run that has ended refuses every statement`(_ sql: String) async throws {
    let fixture = try Fixture()
    let run = try fixture.begin().runName
    try fixture.store.stageBegan(StageRecord(name: "b", detail: "", startedAt: ""), of: run)
    try fixture.store.add(tests: [sampleTest("x", .failed)], to: run)
    try fixture.store.add(
      facts: [VerifiedFact(fact: "a", expected: "b", found: nil, status: .unconfirmed)], to: run)
    try await fixture.store.keepArtifact(bytes: [1], name: "a", kind: "console", run: run)
    try fixture.store.endRun(run, outcome: .failed, at: "2030-01-02T04:10:00Z")
    let error = caselabError { try fixture.store.write { try $0.execute(sql: sql) } }
    #expect(error?.code == .badInput)
  }

  @Test func `a run cannot end as running, nor a stage end that never began`() throws {
    let fixture = try Fixture()
    let run = try fixture.begin().runName
    #expect(caselabError { try fixture.store.endRun(run, outcome: .running, at: "") } != nil)
    let stage = StageRecord(name: "boot", detail: "", startedAt: "t")
    #expect(
      caselabError { try fixture.store.stageEnded(stage, of: run) }?.message
        == "stage \"boot\" of run \"SUP-1042/1\" is not going on")
  }

  @Test func `text from outside comes back byte for byte`() throws {
    let fixture = try Fixture()
    let id = try CaseID("#1")
    let long = hostileText + String(repeating: "a\u{0}", count: 500_000)
    try fixture.store.openCase(id, title: hostileText, by: hostileText, at: "t")
    #expect(try fixture.store.caseRecord(id)?.title == hostileText)
    var run = try fixture.store.beginRun(id) { sampleRun(id, $0) }
    run.profile = long
    run.product = VersionFound(name: hostileText, wanted: hostileText, running: hostileText)
    run.fidelity = [
      FidelityRow(fact: hostileText, asked: long, built: nil, fidelity: .omitted, how: hostileText)
    ]
    try fixture.store.update(run)
    run.tests = [
      TestResult(
        suite: hostileText, group: hostileText, name: hostileText, status: .failed, duration: 1,
        message: hostileText, output: long)
    ]
    try fixture.store.add(tests: run.tests, to: run.runName)
    #expect(try fixture.store.run(id, 1) == run)
  }

  @Test(arguments: [Double.nan, .infinity, -1])
  func `a duration that is none is kept as zero`(_ duration: Double) throws {
    let fixture = try Fixture()
    let run = try fixture.begin().runName
    var test = sampleTest("x")
    test.duration = duration
    try fixture.store.add(tests: [test], to: run)
    #expect(try fixture.store.run(fixture.id, 1)?.tests.first?.duration == 0)
  }
}

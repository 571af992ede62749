import CaseModel
import Testing

@testable import Suites

@Suite struct TAPParserTests {
  func parse(_ text: String, limits: SuiteLimits = .init()) -> ParsedResults {
    TAPParser.parse(Array(text.utf8), suite: "s", file: "output.log", limits: limits)
  }

  @Test func `Every kind of line is read`() {
    let results = parse(
      """
      TAP version 14
      1..8
      ok 1 - first
      not ok 2 - second
        ---
        message: wrong answer
        ...
      # a comment
      ok 3 third # SKIP not applicable: no sftp here
      ok 4 - fourth # skip later
      not ok 5 - fifth # TODO one day
      ok 6 - sixth # TODO done early
      ok
      ok 8 - issue \\#9 # not a directive
      """)
    #expect(results.problems == [])
    #expect(
      results.tests.map(\.status) == [
        .passed, .failed, .notApplicable, .skipped, .skipped, .passed, .passed, .passed,
      ])
    #expect(
      results.tests.map(\.name) == [
        "first", "second", "third", "fourth", "fifth", "sixth", "test 7",
        "issue #9 # not a directive",
      ])
    #expect(
      results.tests.map(\.message) == [
        nil, "message: wrong answer", "no sftp here", "later", "to do: one day", nil, nil, nil,
      ])
    #expect(results.tests[1].output == "  message: wrong answer\n# a comment\n")
  }

  @Test func `Missing tests are an error that names the first`() {
    let results = parse("1..5\nok 1\nok 3\n")
    #expect(results.problems == ["output.log: 3 of 5 planned tests are missing, the first is 2"])
    #expect(results.tests.count == 2)
  }

  @Test func `A plan of any size costs nothing`() {
    let results = parse("1..\(Int.max)\nok 1\nok \(Int.max)\nok\n")
    #expect(results.problems.last?.hasSuffix("the first is 2") == true)
    #expect(parse("1..99999999999999999999999\nok 99999999999999999999999").tests.isEmpty)
  }

  @Test func `A stream without a plan is an error`() {
    let results = parse("ok 1\n")
    #expect(results.tests.map(\.status) == [.passed])
    #expect(results.problems == ["output.log: no plan, so that missing tests cannot be told"])
  }

  @Test func `A plan may stand at the end`() {
    #expect(parse("ok 1\nnot ok 2\n1..2\n").problems == [])
  }

  @Test func `Tests beyond the plan and tests that come twice are told`() {
    let results = parse("1..2\nok 1\nok 1\nok 2\nok 7\n")
    #expect(
      results.problems == [
        "output.log:3: test 1 a second time", "output.log: 1 tests beyond the plan of 2",
      ])
  }

  @Test func `Bailing out is an error with its reason and ends the reading`() {
    let results = parse("1..3\nok 1\nBail out! the server is gone\nok 2\n")
    #expect(results.tests.count == 1)
    #expect(results.problems == ["output.log:3: the suite bailed out: the server is gone"])
  }

  @Test func `A suite skipped whole is one row`() {
    let results = parse("1..0 # SKIP not applicable: no ftp\n")
    #expect(results.problems == [])
    #expect(results.tests.map(\.status) == [.notApplicable])
    #expect(results.tests.map(\.message) == ["no ftp"])
  }

  @Test func `Words that begin like results are not results`() {
    let results = parse("1..1\nokay\nnot okay\nok-ish\nok 1 - real\n    ok 1 - subtest\n")
    #expect(results.tests.map(\.name) == ["real"])
  }

  @Test func `More tests than the limit are left out and told`() {
    var limits = SuiteLimits()
    limits.tests = 2
    let results = parse("1..4\nok\nok\nok\nnot ok\n# lost\n", limits: limits)
    #expect(results.tests.map(\.status) == [.passed, .passed])
    #expect(
      results.problems == ["output.log:4: more than 2 tests; the others are left out"])
  }
}

import CaseModel
import Testing

@testable import Reports

struct WordingTests {
  @Test(arguments: [
    (0, "0.00 s"), (9.994, "9.99 s"), (12.34, "12.3 s"), (59.96, "1 min 00 s"),
    (192, "3 min 12 s"), (3725, "1 h 02 min"), (.nan, "?"), (-1, "?"), (1e300, "?"),
  ]) func `durations are written for people`(_ seconds: Double, _ text: String) {
    #expect(Quantity.duration(seconds) == text)
  }

  @Test(arguments: [
    (Int64(0), "0 B"), (1023, "1023 B"), (1024, "1.0 KiB"), (48_213, "47 KiB"),
    (1_048_575, "1.0 MiB"), (.max, "8388608 TiB"),
  ]) func `sizes are written for people`(_ bytes: Int64, _ text: String) {
    #expect(Quantity.size(bytes) == text)
  }

  @Test func `a word of a command is quoted only when it must be`() {
    #expect(shellWord("SUP-1042") == "SUP-1042")
    #expect(shellWord("#311") == "'#311'")
    #expect(shellWord("a'b") == #"'a'\''b'"#)
    #expect(shellWord("") == "''")
  }

  @Test(arguments: [
    ("\u{1b}[1;31mred\u{1b}[0m", "red"), ("a\r\nb\rc", "a\nb\nc"), ("\ttab", "\ttab"),
    ("\u{1b}]0;title\u{7}", "\\u{1b}]0;title\\u{7}"), ("\u{1b}[", "\\u{1b}["),
    ("a\u{202e}b", "a\\u{202e}b"), ("\"\u{301}x", "\"\\u{301}x"),
    ("\u{600}<b", "\\u{600}<b"), ("e\u{301}", "e\u{301}"),
  ]) func `a block shows every character for what it is`(_ text: String, _ shown: String) {
    #expect(Array(Shown.block(text).unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test(arguments: RunRecord.Outcome.allCases)
  func `every outcome has a sentence with the run, the product and the version`(
    _ outcome: RunRecord.Outcome
  ) {
    var run = Sample.failed
    run.outcome = outcome
    let sentence = Headline(run).sentence
    #expect(sentence.hasPrefix("SUP-1042/3: "))
    #expect(sentence.contains("proftpd 1.3.8 (asked: 1.3.8b)"))
  }

  @Test func `only a run without failures says that it tells nothing of the product`() {
    #expect(Headline(Sample.bare).sentence == "SUP-1042/1: no test ran.")
    #expect(Headline(Sample.labFailed).sentence.hasSuffix("This says nothing about the product."))
    #expect(
      Headline(Sample.killed).sentence
        == "SUP-1042/3: the run was killed in stage \"suite file-transfer\", after 12 tests of "
        + "file-transfer (1 failed) with proftpd 1.3.8 (asked: 1.3.8b) on Debian 12 (emulated).")
  }

  @Test func `the timeline stays within its scale, whatever the stages say`() throws {
    var run = Sample.failed
    run.stages[2].startedAt = "1999-01-01T00:00:00Z"
    run.stages[3].startedAt = "not a time"
    run.stages[4].duration = 1e9
    run.stages[5].startedAt = "2999-01-01T00:00:00Z"
    run.stages[6].duration = -5
    run.stages[7].duration = .nan
    run.stages[8].duration = .infinity
    let view = try #require(TimelineView(run))
    #expect(
      view.stages.allSatisfy { $0.width > 0 && $0.offset >= 0 && $0.offset + $0.width <= 1000 })
  }
}

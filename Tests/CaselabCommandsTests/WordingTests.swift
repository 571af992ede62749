import Testing

@testable import CaselabCommands

@Suite struct WordingTests {
  @Test(arguments: [(0.4213, "0.42 s"), (12.34, "12.3 s"), (185, "3 min 5 s")])
  func durationsAreRoundedForPeople(seconds: Double, text: String) {
    #expect(Wording.duration(seconds) == text)
  }

  @Test(arguments: [(Int64(812), "812 B"), (3_565_158, "3.4 MiB"), (5 << 30, "5.0 GiB")])
  func sizesHaveBinaryUnits(bytes: Int64, text: String) {
    #expect(Wording.size(bytes) == text)
  }

  @Test(arguments: [("90s", 90), ("30m", 1800), ("24h", 86_400), ("7d", 604_800)])
  func timeSpansHaveAUnit(text: String, seconds: Int) {
    #expect(TimeSpan(text)?.seconds == seconds)
  }

  @Test(arguments: ["", "24", "h", "-1h", "0h", "1w", "99999999999999999999d", "9999999d"])
  func otherTextIsNoTimeSpan(text: String) {
    #expect(TimeSpan(text) == nil)
  }

  @Test func aTableAlignsItsColumnsAndDisarmsItsCells() {
    let table = Table(header: ["A", "B"], rows: [["long cell", "x"], ["\u{1B}[2J", "y"]])
    #expect(table.text() == "A          B\nlong cell  x\n\\u{1b}[2J  y")
  }

  @Test func columnsAreAsWideAsTheirCharacters() {
    let table = Table(
      header: ["A", "B"], rows: [["Łódź", "x"], ["e\u{301}te\u{301}", "y"], ["", ""]])
    #expect(table.text() == "A     B\nŁódź  x\ne\u{301}te\u{301}   y\n      ")
  }

  @Test(arguments: [
    ("2026-11-21T21:55:02Z", "2026-11-21 21:55:02"),
    ("2026-11-21T21:55:02.123Z", "2026-11-21 21:55:02"),
    ("", ""),
  ])
  func timesAreShownToTheSecond(recorded: String, text: String) {
    #expect(Wording.time(recorded) == text)
  }
}

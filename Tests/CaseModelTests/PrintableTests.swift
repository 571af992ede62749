import CaseModel
import Testing

@Suite struct PrintableTests {
  @Test func controlsAndDirectionOverridesAreSpelledOut() {
    #expect("\u{1b}[2Jx\ny\u{202e}z\u{0}".printable() == "\\u{1b}[2Jx\\u{a}y\\u{202e}z\\u{0}")
    #expect("a\u{2028}b\u{9b}31m".printable() == "a\\u{2028}b\\u{9b}31m")
  }

  @Test func ordinaryTextOfAnyScriptStays() {
    let text = "Zürich – 東京 – Łódź 👩‍👧 \"quoted\""
    #expect(text.printable() == text)
  }

  @Test func isCutWhereItGetsTooLong() {
    #expect(String(repeating: "x", count: 1_000_000).printable(limit: 10) == "xxxxxxxxxx…")
    #expect("xxxxxxxxxx".printable(limit: 10) == "xxxxxxxxxx")
    #expect("".printable() == "")
  }

  @Test func withoutControlsKeepsLinesAndTabs() {
    #expect("a\tb\nc\u{1b}[31m\r\u{202e}d".withoutControls() == "a\tb\nc[31md")
  }
}

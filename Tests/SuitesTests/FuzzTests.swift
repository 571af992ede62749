import CaseModel
import Testing

@testable import Suites

/// A generator whose every run is the same.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct FuzzTests {
  static let junit = """
    <?xml version="1.0" encoding="utf-8"?><!-- c --><testsuites><testsuite name="s" tests="2">
    <testcase classname="login" name="a" time="0.25"><system-out><![CDATA[x]]></system-out></testcase>
    <testcase name="b"><failure message="no &lt;way&gt; &#233;">é</failure></testcase>
    <testcase name="c"><skipped message="not applicable: x"/></testcase></testsuite></testsuites>
    """
  static let tap = """
    TAP version 14
    1..4
    ok 1 - a # SKIP not applicable: x
    not ok 2 - b
      ---
      message: é
      ...
    not ok 3 # TODO
    Bail out! gone
    """
  static let pieces = [
    "<", ">", "</testcase>", "<testcase", "<testcase name='x'>", "<!DOCTYPE a [", "<!ENTITY b 'c'>",
    "]]>", "<![CDATA[", "&", "&b;", "&#0;", "&#x10FFFF;", "\0", "\u{1B}[2J", "\"", "'", "1..",
    "ok ",
    "not ok ", "9999999999999999999", "-1", "# SKIP", "# TODO", "\\#", "\n", "  ---\n", "NaN",
  ].map { Array($0.utf8) }

  /// The text with a few parts removed, doubled, overwritten or put in.
  static func mutated(_ text: [UInt8], using random: inout SplitMix) -> [UInt8] {
    var bytes = text
    for _ in 0...Int.random(in: 0..<6, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 0..<20, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
      case 2: for index in place..<end { bytes[index] = .random(in: 0...255, using: &random) }
      case 3: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
      default: bytes = Array(bytes.prefix(place))
      }
    }
    return bytes
  }

  static func noise(using random: inout SplitMix) -> [UInt8] {
    (0..<Int.random(in: 0..<300, using: &random)).map { _ in .random(in: 0...255, using: &random) }
  }

  /// What must hold of any reading: bounded, printable, and never silent about nothing.
  func check(_ results: ParsedResults, _ input: [UInt8]) {
    let sound = results.tests.allSatisfy { test in
      test.duration.isFinite && test.duration >= 0 && !test.name.isEmpty
        && ![test.name, test.group, test.message ?? ""].contains { text in
          text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
        } && test.output?.contains("\u{1B}") != true
    }
    #expect(sound, "\(input)")
  }

  @Test func `Mutated JUnit XML never breaks the parser`() {
    var random = SplitMix(state: 1)
    for _ in 0..<4000 {
      let input = Self.mutated(Array(Self.junit.utf8), using: &random)
      check(JUnitParser.parse(input, suite: "s", file: "f"), input)
    }
  }

  @Test func `Mutated TAP never breaks the parser`() {
    var random = SplitMix(state: 2)
    for _ in 0..<4000 {
      let input = Self.mutated(Array(Self.tap.utf8), using: &random)
      check(TAPParser.parse(input, suite: "s", file: "f"), input)
    }
  }

  @Test func `Random bytes never break a parser`() {
    var random = SplitMix(state: 3)
    for _ in 0..<2000 {
      let input = Self.noise(using: &random)
      check(JUnitParser.parse(input, suite: "s", file: "f"), input)
      check(TAPParser.parse(input, suite: "s", file: "f"), input)
      _ = SuiteStatus(input)
    }
  }

  @Test func `A cut anywhere in the results never makes a test of half a test`() {
    let whole = Array(Self.junit.utf8)
    let all = JUnitParser.parse(whole, suite: "s", file: "f").tests
    for length in 0..<whole.count {
      let part = JUnitParser.parse(Array(whole.prefix(length)), suite: "s", file: "f")
      #expect(part.tests == Array(all.prefix(part.tests.count)))
      #expect(!part.problems.isEmpty, "\(length) bytes")
    }
  }
}

import CaseModel
import Foundation
import Testing

@Suite struct CaseIDTests {
  @Test(arguments: [
    "SUP-1042", "#311", "ACME/77", "a", "1", "a.b_c-d/e#f", String(repeating: "x", count: 64),
    "A/b.c", "x..y",
  ])
  func acceptsWhatTrackersWrite(_ text: String) throws {
    #expect(try CaseID(text).text == text)
  }

  @Test(arguments: [
    "", "../x", "x/../y", "x/..", "/etc/passwd", "a//b", "a/", "a/./b", ".", "..", "-rf", ".hidden",
    "_x", "a b", "a\nb", "a\u{0}b", "\u{1b}[31mred", "a\u{202e}b", "ünïcode", "SUP–1", "a;rm",
    "$(x)",
    "a'b", "<x>", "%2e%2e", String(repeating: "x", count: 65),
  ])
  func refusesHostileText(_ text: String) {
    #expect {
      try CaseID(text)
    } throws: { error in
      guard let error = error as? CaselabError else { return false }
      return error.code == .badInput && error.hint != nil && error.message.utf8.count < 400
        && !error.message.unicodeScalars.contains { $0.value < 32 || $0.value == 0x202e }
    }
  }

  @Test func refusesFourKilobytesOfLettersInAShortMessage() {
    #expect {
      try CaseID(String(repeating: "A", count: 4096))
    } throws: { ($0 as? CaselabError)?.message.utf8.count ?? 1000 < 100 }
  }

  @Test func itsKeyIsOnePathComponentThatReadsBack() throws {
    for (text, key) in [
      ("SUP-1042", "SUP-1042"), ("#311", "_23311"), ("ACME/77", "ACME_2f77"), ("a_b", "a_5fb"),
      ("x..y", "x_2e_2ey"),
    ] {
      let id = try CaseID(text)
      #expect(id.key == key)
      #expect(CaseID(key: key) == id)
    }
  }

  @Test(arguments: ["", "..", "_", "_2", "_zz", "_2F", "a/b", "a.b", "_41", "_2e_2e", "_+1", "-x"])
  func refusesKeysThatItNeverMakes(_ key: String) {
    #expect(CaseID(key: key) == nil)
  }

  @Test func everyValidIDSurvivesItsKey() {
    var generator = SeededGenerator(seed: 1042)
    let alphabet = Array("abzABZ019._-/#")
    var valid = 0
    for _ in 0..<20_000 {
      let length = Int.random(in: 1...64, using: &generator)
      let text = String((0..<length).map { _ in alphabet.randomElement(using: &generator) ?? "a" })
      guard let id = try? CaseID(text) else { continue }
      valid += 1
      #expect(CaseID(key: id.key) == id)
      #expect(!id.key.contains("/") && !id.key.contains("."))
    }
    #expect(valid > 1000)
  }

  @Test func differentIDsHaveDifferentKeys() throws {
    let ids = try ["a/b", "a_2fb", "a-b", "a_b", "a.b", "A/B"].map { try CaseID($0) }
    #expect(Set(ids.map(\.key)).count == ids.count)
  }

  @Test func isOneStringInJSON() throws {
    let json = try JSONEncoder().encode([CaseID("SUP-1")])
    #expect(String(decoding: json, as: UTF8.self) == #"["SUP-1"]"#)
    #expect(throws: CaselabError.self) {
      try JSONDecoder().decode([CaseID].self, from: Data(#"["../x"]"#.utf8))
    }
  }
}

/// SplitMix64: the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

import CaseModel
import Foundation
import Testing

@testable import Record

@Suite struct QuestionRoundTests {
  private func ask(_ fixture: Fixture, _ basis: String) throws -> Int {
    try fixture.store.questionRound(
      of: fixture.id, basis: Data(basis.utf8), fields: ["os", "protocols"], by: "sam@desk",
      at: "2030-01-03T03:04:05Z")
  }

  @Test func aRoundCountsOnceUntilSomethingIsLearnt() throws {
    let fixture = try Fixture()
    #expect(try ask(fixture, "nothing is known") == 1)
    #expect(try ask(fixture, "nothing is known") == 1)
    #expect(try ask(fixture, "the OS is known") == 2)
    #expect(try ask(fixture, "the OS is known") == 2)
    #expect(try ask(fixture, "nothing is known") == 3)
  }

  @Test func aRoundIsJournalledOnce() throws {
    let fixture = try Fixture()
    _ = try ask(fixture, "a")
    _ = try ask(fixture, "a")
    let lines = try fixture.store.journal(fixture.id).map(\.what)
    #expect(lines == ["opened the case", "wrote questions, round 1: os, protocols"])
  }

  @Test func aCaseThatIsNotOpenHasNoRounds() throws {
    let fixture = try Fixture()
    #expect(throws: CaselabError.self) {
      try fixture.store.questionRound(
        of: CaseID("OTHER-1"), basis: Data(), fields: [], by: "x", at: "x")
    }
  }
}

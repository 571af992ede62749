import CaseModel
import Foundation
import Lab
import Record
import Testing

@testable import CaselabCommands

@Suite struct LeaseTests {
  private let future = "2999-01-02T03:04:05.000Z"
  private let past = "2020-01-02T03:04:05.000Z"

  @Test func anEnvironmentIsExtendedFromNowOnAndThatIsJournalled() async throws {
    let live = try LiveFixture()
    try await live.bringUp(expires: future)
    try ExtendCommand.parse(["SUP-1042", "--ttl", "2h"]).run(in: live.context)
    let end = try #require(try live.context.store().keptEnvironments().first?.expiresAt)
    let left = try #require(Timestamp.date(end)).timeIntervalSinceNow
    #expect((7100...7200).contains(left))
    #expect(try live.journal().last == "extended the environment of run 1 to \(end)")
  }

  @Test func whatIsOverOrNotKeptIsNotExtended() async throws {
    let live = try LiveFixture()
    func attempt() -> CaselabError? {
      #expect(throws: CaselabError.self) {
        try ExtendCommand.parse(["SUP-1042"]).run(in: live.context)
      }
    }
    #expect(attempt()?.message == "no environment of case \"SUP-1042\" is kept up")
    try await live.bringUp(expires: nil)
    #expect(attempt()?.message == "the environment of case \"SUP-1042\" is of a run in progress")
    try await live.bringUp(expires: past)
    let journal = try live.journal()
    #expect(attempt()?.message == "the environment of run \"SUP-1042/2\" is not kept any more")
    #expect(try live.context.store().keptEnvironments().first?.expiresAt == past)
    #expect(try live.journal() == journal)
  }

  @Test func statusTakesDownWhatIsOverAndNothingElse() async throws {
    let live = try LiveFixture()
    try await live.bringUp(expires: future)
    try await live.bringUp(expires: past)
    try await StatusCommand.parse(["--json"]).run(in: live.context)
    #expect(live.hypervisor.running.count == 2)
    #expect(live.hypervisor.running.allSatisfy { $0.contains(".1.") })
    let store = try live.context.store()
    #expect(try store.keptEnvironments().map(\.run.number) == [1])
    #expect(!FileManager.default.fileExists(atPath: live.context.home.run(2, of: live.id)))
    #expect(
      try live.journal().last == "took down the environment of run 2: its time was over")
  }

  @Test func anEnvironmentThatCannotBeTakenDownStaysOnRecord() async throws {
    let live = try LiveFixture()
    try await live.bringUp(expires: past)
    var context = live.context
    context.connect = { _ in throw CaselabError(.unreachable, "no socket") }
    await Cleaning(context: context, store: try context.store()).endExpired()
    #expect(try context.store().keptEnvironments().count == 1)
    #expect(FileManager.default.fileExists(atPath: context.home.run(1, of: live.id)))
  }
}

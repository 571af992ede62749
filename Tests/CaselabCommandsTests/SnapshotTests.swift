import CaseModel
import Foundation
import Lab
import SyntheticMachines
import Testing

@testable import CaselabCommands

@Suite struct SnapshotTests {
  private func machines(_ live: LiveFixture) async throws -> [SyntheticMachine] {
    try await LiveEnvironment.find(live.id, in: live.context).machines
      .compactMap { $0 as? SyntheticMachine }
  }

  private func environment(
    _ trouble: SyntheticHypervisor.Trouble? = nil
  ) async throws -> LiveFixture {
    let live = try LiveFixture(trouble: trouble)
    try await live.bringUp(expires: "2999-01-02T03:04:05.000Z")
    return live
  }

  @Test func allMachinesAreKeptAndRestoredTogether() async throws {
    let live = try await environment()
    try await SnapshotCommand.parse(["SUP-1042", "before"]).run(in: live.context)
    try await RestoreCommand.parse(["SUP-1042", "before"]).run(in: live.context)
    for machine in try await machines(live) {
      #expect(try await machine.snapshots() == ["before"])
      #expect(machine.restored == ["before"] && !machine.isSuspended)
    }
    #expect(
      try live.journal().suffix(2) == [
        "made the snapshot before", "restored the snapshot before",
      ])
    try await SnapshotCommand.parse(["SUP-1042", "--json"]).run(in: live.context)
  }

  @Test func aSnapshotOfSomeMachinesIsNone() async throws {
    let live = try await environment(.snapshotFails(node: "directory"))
    await #expect(throws: CaselabError.self) {
      try await SnapshotCommand.parse(["SUP-1042", "before"]).run(in: live.context)
    }
    for machine in try await machines(live) {
      #expect(try await machine.snapshots().isEmpty && !machine.isSuspended)
    }
  }

  @Test func aNameIsTakenOnceAndKnown() async throws {
    let live = try await environment()
    try await SnapshotCommand.parse(["SUP-1042", "before"]).run(in: live.context)
    let journal = try live.journal()
    let again = await #expect(throws: CaselabError.self) {
      try await SnapshotCommand.parse(["SUP-1042", "before"]).run(in: live.context)
    }
    #expect(again?.code == .usage)
    let unknown = await #expect(throws: CaselabError.self) {
      try await RestoreCommand.parse(["SUP-1042", "after"]).run(in: live.context)
    }
    #expect(unknown?.hint == "there are: before")
    #expect(try live.journal() == journal)
    for name in ["", "-x", "a/b", "a b", "<a>"] { #expect(SnapshotName(argument: name) == nil) }
  }

  @Test func aCaseThatIsInUseIsLeftAlone() async throws {
    let live = try await environment()
    let lock = try #require(
      try FileLock.acquire(path: live.context.home.locks + "/case-" + live.id.key))
    defer { lock.release() }
    let error = await #expect(throws: CaselabError.self) {
      try await SnapshotCommand.parse(["SUP-1042", "before"]).run(in: live.context)
    }
    #expect(error?.code == .nothingRan)
  }
}

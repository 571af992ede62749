import CaseModel
import Foundation
import Lab
import Testing

@testable import CaselabCommands

@Suite struct LinkCommandTests {
  @Test func withoutItsSwitchALinkStaysAsItIs() async throws {
    let live = try LiveFixture()
    let run = try await live.bringUp(expires: "2999-01-02T03:04:05.000Z")
    try live.writeLinks(run: run.number)
    let (folder, journal) = (
      EnvironmentLinks.folder(inRun: live.context.home.run(1, of: live.id)), try live.journal()
    )
    let before = try LinkPlan.read(folder: folder)
    let error = await #expect(throws: CaselabError.self) {
      try await LinkDownCommand.parse(["SUP-1042", "inside"]).run(in: live.context)
    }
    #expect(error?.code == .labFailed)
    #expect(try LinkPlan.read(folder: folder) == before)
    #expect(try live.journal() == journal)
    try await LinkShowCommand.parse(["SUP-1042"]).run(in: live.context)
  }

  @Test func aProductThatStandsAloneHasNoLinks() async throws {
    let live = try LiveFixture()
    try await live.bringUp(["product"], expires: "2999-01-02T03:04:05.000Z")
    let error = await #expect(throws: CaselabError.self) {
      try await LinkUpCommand.parse(["SUP-1042"]).run(in: live.context)
    }
    #expect(error?.code == .nothingRan)
  }

  @Test func quantitiesAreRead() {
    #expect(LineDelay(argument: "200ms")?.milliseconds == 200)
    #expect(LineDelay(argument: "1.5s")?.milliseconds == 1500)
    #expect(LineLoss(argument: "5")?.percent == 5)
    #expect(LineLoss(argument: "0.5%")?.percent == 0.5)
    #expect(LineRate(argument: "1mbit")?.kbit == 1000)
    #expect(LineRate(argument: "512Kbit")?.kbit == 512)
    for text in ["", "ms", "200", "-1ms", "61s", "1e3ms", "0x1ms", "nan"] {
      #expect(LineDelay(argument: text) == nil, "\(text)")
    }
    for text in ["101", "-1", "5ms", "inf"] { #expect(LineLoss(argument: text) == nil, "\(text)") }
    for text in ["1", "0mbit", "0.1kbit", "101gbit"] {
      #expect(LineRate(argument: text) == nil, "\(text)")
    }
  }
}

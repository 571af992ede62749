import Foundation
import Testing

extension MachineTests {
  /// What goes wrong in guests and suites; the fixture product boots the image without layers.
  @Suite(.serialized) struct TroubleTests {
    private func run(suite: String) async throws -> (Tool.Answer, RunJSON) {
      let tool = try await SharedLab.shared.tool(profiles: Tool.fixture("Profiles"))
      let test = TestCase(tool: tool)
      try await test.openPlain(suite: suite)
      let answer = try await tool("run", test.id, "--json")
      return (answer, try answer.json())
    }

    @Test func aSuiteThatHangsIsEndedAtItsLimit() async throws {
      let (answer, run) = try await run(suite: "hang")
      #expect(answer.status == 1, "\(answer.all)")
      let test = try #require(run.tests.first { $0.suite == "hang" })
      #expect(test.message?.contains("time limit") == true, "\(test)")
    }

    @Test func aGigabyteOfOutputIsCutAndTheSuiteStillPasses() async throws {
      let (answer, run) = try await run(suite: "flood")
      #expect(answer.status == 0, "\(answer.all)")
      let output = try #require(run.artifacts.first { $0.kind == "suite-output" })
      #expect(output.size < 32 << 20)
    }

    @Test func anEntityBombIsAnErrorOfTheSuite() async throws {
      let (answer, run) = try await run(suite: "hostile")
      #expect(answer.status == 1, "\(answer.all)")
      #expect(run.tests("error").contains { $0.suite == "hostile" }, "\(run.tests)")
    }

    @Test func aSuiteThatTurnsItsNodeOffIsALabFailureAtOnce() async throws {
      let (answer, run) = try await run(suite: "poweroff")
      #expect(answer.status == 3, "\(answer.all)")
      #expect(run.message?.contains("stage \"suite poweroff\"") == true, "\(run.message ?? "")")
    }

    @Test func aPanicIsALabFailureAtOnce() async throws {
      let (answer, run) = try await run(suite: "panic")
      #expect(answer.status == 3, "\(answer.all)")
      #expect(run.message?.contains("panic") == true, "\(run.message ?? "")")
      #expect(run.artifacts.contains { $0.kind == "console" })
    }

    @Test func aBrokenInstallStepEndsTheRunInItsStage() async throws {
      let tool = try await SharedLab.shared.tool(profiles: Tool.fixture("Profiles"))
      let test = TestCase(tool: tool)
      try await test.open()
      let edited = try await test.edit(
        test.plain(suite: "smoke").replacing("name: plain", with: "name: uninstallable"))
      try #require(edited.status == 0, "\(edited.all)")
      let answer = try await tool("run", test.id)
      #expect(answer.status == 3, "\(answer.all)")
      // What fails on the host is tried in a machine, which has the last word.
      #expect(answer.errors.contains("is built in a machine"), "\(answer.all)")
      #expect(answer.output.contains("layer product-uninstallable"), "\(answer.all)")
      #expect(answer.output.contains("Unable to locate package"), "\(answer.all)")
    }

    @Test func aGuestThatNeverAnswersEndsAtTheDeadline() async throws {
      let tool = try await SharedLab.shared.tool(profiles: Tool.fixture("Profiles"))
      let test = TestCase(tool: tool)
      try await test.openPlain(suite: "smoke")
      let answer = try await tool("run", test.id, "--cold", "--boot-timeout", "3")
      #expect(answer.status == 124, "\(answer.all)")
      #expect(answer.output.contains("stage \"boot\""), "\(answer.all)")
    }
  }
}

import Foundation
import Subprocess
import Testing

extension MachineTests {
  @Suite(.serialized) struct KillTests {
    /// Domains of anybody, as virsh sees them.
    private func domains() async throws -> Set<String> {
      let result = try await Subprocess.run(
        .name("virsh"), arguments: ["list", "--all", "--name"], output: .string(limit: 1 << 20))
      return Set(result.standardOutput.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    private func overlays(_ home: String) -> [String] {
      let files = FileManager.default.enumerator(atPath: home)?.compactMap { $0 as? String } ?? []
      return files.filter {
        $0.hasSuffix(".qcow2") && !$0.hasPrefix("images/") && !$0.hasPrefix("layers/")
      }
    }

    /// Ten moments: right after each stage, and at moments within boot, suite and tear-down.
    @Test(arguments: [
      ("run ", 0), ("run ", 300), ("connect", 0), ("image", 200), ("acceleration", 0),
      ("acceleration", 1500), ("acceleration", 12_000), ("boot", 0), ("configure", 100),
      ("suite", 50),
    ]) func afterAKillGCLeavesNothingOfOursAndEverythingOfOthers(
      stage: String, milliseconds: Int
    ) async throws {
      let tool = try await SharedLab.shared.tool(profiles: Tool.fixture("Profiles"))
      let before = try await domains()
      let test = TestCase(tool: tool)
      try await test.openPlain(suite: "smoke")
      let killed = try await tool.interrupted(
        ["run", test.id], by: .kill, after: .milliseconds(milliseconds)
      ) { $0.contains(stage) }
      #expect(killed.status == 137, "\(killed.all)")

      let told = try await tool("case", "list")
      #expect(told.errors.contains("\(test.id)/1 was killed"), "\(told.all)")
      let cleaned = try await tool("gc")
      #expect(cleaned.status == 0, "\(cleaned.all)")
      #expect(try await domains() == before)
      #expect(overlays(tool.home) == [])
      let results = try await tool("results", test.id, "--json")
      #expect(results.output.contains("\"killed\""), "\(results.all)")
    }

    @Test func controlCCleansUpAndSaysSo() async throws {
      let tool = try await SharedLab.shared.tool(profiles: Tool.fixture("Profiles"))
      let before = try await domains()
      let test = TestCase(tool: tool)
      try await test.openPlain(suite: "smoke")
      let ended = try await tool.interrupted(
        ["run", test.id], by: .interrupt, after: .seconds(3)
      ) { $0.contains("acceleration") }
      #expect(ended.status == 130, "\(ended.all)")
      #expect(try await domains() == before)
      #expect(overlays(tool.home) == [])
      let left = try await tool("gc", "--dry-run")
      #expect(left.output == "nothing to remove\n", "\(left.all)")
    }

    @Test func aSecondRunOfTheSameCaseIsRefused() async throws {
      let tool = try await SharedLab.shared.tool(profiles: Tool.fixture("Profiles"))
      let test = TestCase(tool: tool)
      try await test.openPlain(suite: "smoke")
      let first = try await tool.interrupted(["run", test.id], by: .interrupt) {
        $0.contains("connect")
      } meanwhile: {
        let second = try await tool("run", test.id)
        #expect(second.status == 4, "\(second.all)")
        #expect(second.errors.contains("is being run by process"), "\(second.all)")
      }
      #expect(first.status == 130, "\(first.all)")
    }
  }
}

import Foundation
import Testing

extension MachineTests {
  @Suite(.serialized) struct KillTests {
    /// Runs `body` beside a machine that is somebody else's, and looks whether it is still there.
    private func besideAForeignMachine(_ body: () async throws -> Void) async throws {
      let name = "somebody-else-\(UUID().uuidString.prefix(8))"
      let file = FileManager.default.temporaryDirectory.path + "/\(name).xml"
      let xml = """
        <domain type='qemu'><name>\(name)</name><memory unit='MiB'>32</memory>
        <os><type machine='q35'>hvm</type></os></domain>
        """
      try xml.write(toFile: file, atomically: true, encoding: .utf8)
      defer { try? FileManager.default.removeItem(atPath: file) }
      _ = try await Leftovers.virsh("create", "--paused", file)
      let outcome: Result<Void, any Error>
      do {
        outcome = .success(try await body())
      } catch {
        outcome = .failure(error)
      }
      let list = try await Leftovers.virsh("list", "--all", "--name")
      _ = try await Leftovers.virsh("destroy", name)
      #expect(list.contains(name))
      try outcome.get()
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
      let test = TestCase(tool: tool)
      try await test.openPlain(suite: "smoke")
      let killed = try await tool.interrupted(
        ["run", test.id, "--cold"], by: .kill, after: .milliseconds(milliseconds)
      ) { $0.contains(stage) }
      #expect(killed.status == 137, "\(killed.all)")

      let told = try await tool("case", "list")
      #expect(told.errors.contains("\(test.id)/1 was killed"), "\(told.all)")
      try await besideAForeignMachine {
        let cleaned = try await tool("gc")
        #expect(cleaned.status == 0, "\(cleaned.all)")
      }
      #expect(try await Leftovers.domains(of: test) == [])
      #expect(Leftovers.overlays(tool.home) == [])
      let results = try await tool("results", test.id, "--json")
      #expect(results.output.contains("\"killed\""), "\(results.all)")
    }

    /// While an environment is saved, and while one goes on from there.
    @Test(arguments: [
      ("save", 0), ("save", 900), ("save", 1800), ("restore", 0), ("restore", 300), ("suite", 0),
    ])
    func afterAKillTheNextRunIsWellWhateverWasSaved(stage: String, milliseconds: Int) async throws {
      let tool = try await SharedLab.shared.tool(profiles: Tool.fixture("Profiles"))
      let test = TestCase(tool: tool)
      try await test.open()
      // For the kill while it is saved it must be another environment each time.
      let mark = stage == "save" ? test.id : "killed"
      let edited = try await test.edit(
        test.plain(suite: "smoke") + "\nsystem: { variables: { MARK: \(mark) } }\n")
      try #require(edited.status == 0, "\(edited.all)")
      let killed = try await tool.interrupted(
        ["run", test.id], by: .kill, after: .milliseconds(milliseconds)
      ) { $0.contains(stage) }
      #expect(killed.status == 137, "\(killed.all)")
      let cleaned = try await tool("gc")
      #expect(cleaned.status == 0, "\(cleaned.all)")
      #expect(try await Leftovers.domains(of: test) == [])
      #expect(try Leftovers.runs(of: test).isEmpty)
      for _ in 1...2 {
        let again = try await tool("run", test.id)
        #expect(again.status == 0, "\(again.all)")
        #expect(!again.all.contains("not restored"), "\(again.all)")
      }
    }

    @Test func controlCCleansUpAndSaysSo() async throws {
      let tool = try await SharedLab.shared.tool(profiles: Tool.fixture("Profiles"))
      let test = TestCase(tool: tool)
      try await test.openPlain(suite: "smoke")
      let ended = try await tool.interrupted(
        ["run", test.id, "--cold"], by: .interrupt, after: .seconds(3)
      ) { $0.contains("acceleration") }
      #expect(ended.status == 130, "\(ended.all)")
      #expect(try await Leftovers.domains(of: test) == [])
      #expect(Leftovers.overlays(tool.home) == [])
      let left = try await tool("gc", "--dry-run")
      #expect(left.output == "nothing to remove\n", "\(left.all)")
    }

    @Test func aSecondRunOfTheSameCaseIsRefused() async throws {
      let tool = try await SharedLab.shared.tool(profiles: Tool.fixture("Profiles"))
      let test = TestCase(tool: tool)
      try await test.openPlain(suite: "smoke")
      let first = try await tool.interrupted(["run", test.id, "--cold"], by: .interrupt) {
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

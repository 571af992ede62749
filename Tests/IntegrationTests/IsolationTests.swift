import Foundation
import Testing

extension MachineTests {
  @Suite(.serialized) struct IsolationTests {
    /// Two cases with the same addresses at the same time, while the host's own interfaces are watched.
    @Test func noFrameOfASealedEnvironmentReachesTheHostOrAnotherCase() async throws {
      let tool = try await SharedLab.shared.tool(profiles: Tool.fixture("Profiles"))
      let (first, second) = (TestCase(tool: tool), TestCase(tool: tool))
      for test in [first, second] {
        try await test.open()
        let edited = try await test.edit(Self.profile(test))
        try #require(edited.status == 0, "\(edited.all)")
      }
      let watch = FrameWatch()
      async let one = tool("run", first.id, "--json")
      async let other = tool("run", second.id, "--json")
      for answer in try await [one, other] {
        #expect(answer.status == 0, "\(answer.all)")
        let run: RunJSON = try answer.json()
        let attempts = run.environment?.attempts ?? []
        for target in [
          "name updates.vendor.example", "tcp 203.0.113.9:443", "tcp 192.168.122.1:22",
        ] {
          #expect(
            attempts.contains { $0.target == target && $0.node == "client" }, "\(attempts)")
        }
        // The kernel of the guest tells who it was.
        #expect(
          attempts.contains { $0.target == "tcp 203.0.113.9:443" && $0.process == "bash" },
          "\(attempts)")
        // What one case's machines sent is all that its links have seen.
        let captures = run.artifacts.filter { $0.kind == "capture" }
        #expect(captures.count == 1, "\(run.artifacts)")
      }
      let seen = watch?.end() ?? []
      #expect(seen.isEmpty, "frames of guests on the host: \(seen)")
    }

    @Test func afterAKillNeitherMachinesNorTheSwitchOfTheirLinksAreLeft() async throws {
      let tool = try await SharedLab.shared.tool(profiles: Tool.fixture("Profiles"))
      let test = TestCase(tool: tool)
      try await test.open()
      let edited = try await test.edit(Self.profile(test))
      try #require(edited.status == 0, "\(edited.all)")
      let killed = try await tool.interrupted(
        ["run", test.id, "--cold"], by: .kill, after: .milliseconds(4000)
      ) { $0.contains("acceleration") }
      #expect(killed.status == 137, "\(killed.all)")
      #expect(try switches(of: test).count == 1, "killed before there was a switch")
      let cleaned = try await tool("gc")
      #expect(cleaned.status == 0, "\(cleaned.all)")
      #expect(cleaned.output.contains("\(test.id).1.client"), "\(cleaned.all)")
      #expect(try switches(of: test).isEmpty)
      let runs = tool.home + "/cases/\(test.id)/runs"
      #expect(try FileManager.default.contentsOfDirectory(atPath: runs).isEmpty)
    }

    /// Processes that are the switch of the case's links.
    private func switches(of test: TestCase) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { process in
        guard Int(process) != nil,
          let line = FileManager.default.contents(atPath: "/proc/\(process)/cmdline")
        else { return false }
        let text = String(decoding: line, as: UTF8.self)
        return text.contains("__switch") && text.contains("/\(test.id)/")
      }
    }

    private static func profile(_ test: TestCase) -> String {
      """
      schema: caselab.profile/1
      case: \(test.id)
      product: { name: plain, host: server.acme.example }
      os: { id: debian, version: "12" }
      protocols: [ftp]
      node: { memory_mib: 384, cpus: 1, disk_gib: 8 }
      links:
        inside: { subnet: 10.0.2.0/24, nodes: { product: auto, client: auto } }
      nodes:
        client: { companion: plain-client }
      suites: [escape]
      """
    }
  }
}

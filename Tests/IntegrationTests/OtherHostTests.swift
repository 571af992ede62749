import Foundation
import Testing

extension MachineTests {
  @Suite(
    .enabled("this needs root, for a second user, and libvirt's storage driver") {
      await OtherHost.canBeHad()
    }) struct OtherHostTests
  {
    private struct Doctor: Decodable {
      struct Check: Decodable {
        var name: String
        var found: String
      }
      var checks: [Check]
    }

    /// Where that host has our files.
    private func place(_ tool: Tool) async throws -> String {
      let checks = try await tool("doctor", "--json").json(Doctor.self).checks
      let found = try #require(checks.first { $0.name == "volumes" }?.found)
      return String(found[try #require(found.firstRange(of: "/var/tmp/")).lowerBound...])
    }

    @Test func anEnvironmentRunsWhereNothingIsShared() async throws {
      let host = try OtherHost()
      defer { host.end() }
      var tool = try await SharedLab.shared.tool(profiles: Tool.fixture("Profiles"))
      tool.extra["CASELAB_CONNECT"] = host.uri
      #expect(try await !host.run("ls \(tool.home)"), "the other user sees this home")
      let folder = try await place(tool)
      defer { try? FileManager.default.removeItem(atPath: folder) }
      func there() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      }
      let test = TestCase(tool: tool)
      try await test.openPlain(suite: "smoke")
      let edited = try await test.edit(test.neighbours(suites: "smoke"))
      try #require(edited.status == 0, "\(edited.all)")

      // While the image is being copied, unless that was quicker: what it left is not used.
      let killed = try await tool.interrupted(
        ["run", test.id], by: .kill, after: .milliseconds(300)
      ) { $0.contains("acceleration") }
      #expect(killed.status == 137, "\(killed.all)")
      let cleaned = try await tool("gc")
      #expect(cleaned.status == 0, "\(cleaned.all)")
      let whole = try there().filter { $0.hasSuffix(".whole") }.map { String($0.dropLast(6)) }
      #expect(try there().filter { !$0.hasSuffix(".whole") } == whole)

      do {
        let ran = try await tool("run", test.id, "--keep", "always", "--json")
        try #require(ran.status == 0, "\(ran.all)")
        let run = try ran.json(RunJSON.self)
        #expect(
          run.stages.map(\.name).starts(with: ["connect", "image", "acceleration", "transfer"]))
        #expect(run.tests("passed").contains { $0.name.contains("answers the product's ping") })
        let consoles = run.artifacts.filter { $0.kind == "console" }
        #expect(consoles.count == 2 && consoles.allSatisfy { $0.size > 1000 }, "\(consoles)")
        let interfaces = try await tool("exec", test.id, "--", "ls", "/sys/class/net")
        #expect(interfaces.output == "inside\nlo\n", "\(interfaces.all)")
        #expect(try there().contains { $0.contains(".neighbour.") })
      } catch {
        _ = try await tool("down", test.id)
        throw error
      }
      let down = try await tool("down", test.id)
      #expect(down.status == 0, "\(down.all)")
      #expect(try there().count == 6, "the image's disk, kernel and initrd, each with its mark")
      let left = try await tool("gc")
      #expect(left.output.contains("nothing to remove"), "\(left.all)")
    }
  }
}

import Foundation
import Testing

extension MachineTests {
  @Suite(.serialized) struct EnvironmentTests {
    @Test func aKeptEnvironmentCanBeUsedAndTakenDown() async throws {
      let tool = try await SharedLab.shared.tool(profiles: Tool.fixture("Profiles"))
      let test = TestCase(tool: tool)
      try await test.openPlain(suite: "smoke")
      let edited = try await test.edit(
        test.plain(suite: "smoke") + """

          system:
            variables: { CUSTOMER_MODE: 'a "b" $HOME %n' }
            limits: { nofile: 333, core: unlimited }
            sysctl: { net.ipv4.ip_local_port_range: 40000 41000 }
            kernel_arguments: [apparmor=0]
            ipv6: false
          """)
      try #require(edited.status == 0, "\(edited.all)")
      let ran = try await tool("run", test.id, "--keep", "always", "--json")
      try #require(ran.status == 0, "\(ran.all)")
      let facts = try ran.json(RunJSON.self).facts.filter {
        $0.fact.contains(/^(sysctl|limit|vari|kernel arg)/)
      }
      #expect(facts.count == 7 && facts.allSatisfy { $0.status == "confirmed" }, "\(facts)")

      let confined = try await tool(
        "exec", test.id, "--", "cat", "/sys/module/apparmor/parameters/enabled")
      #expect(confined.output == "N\n", "\(confined.all)")
      let echoed = try await tool(
        "exec", test.id, "--", "sh", "-c", "echo \"$1\"; exit 7", "sh", "a b;c")
      #expect(echoed.output == "a b;c\n")
      #expect(echoed.status == 7)
      let interfaces = try await tool("exec", test.id, "--", "ls", "/sys/class/net")
      #expect(interfaces.output == "lo\n", "a sealed node has a way out: \(interfaces.all)")

      try await copies(test)
      let shell = try await tool.run(["shell", test.id], input: "echo $((6*7))-shell\n")
      #expect(shell.output.contains("42-shell"), "\(shell.all)")
      let kept = try await tool("gc")
      #expect(kept.output.contains("nothing to remove"), "\(kept.all)")

      let down = try await tool("down", test.id)
      #expect(down.status == 0, "\(down.all)")
      let gone = try await tool("exec", test.id, "--", "true")
      #expect(gone.status == 4, "\(gone.all)")
    }

    private func copies(_ test: TestCase) async throws {
      let folder = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let bytes = Data((0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7919) })
      try bytes.write(to: URL(filePath: folder + "/there.bin"))
      let sent = try await test.tool("cp", test.id, folder + "/there.bin", ":/var/tmp/there.bin")
      #expect(sent.status == 0, "\(sent.all)")
      let fetched = try await test.tool("cp", test.id, ":/var/tmp/there.bin", folder + "/back.bin")
      #expect(fetched.status == 0, "\(fetched.all)")
      #expect(try Data(contentsOf: URL(filePath: folder + "/back.bin")) == bytes)
    }

    @Test func aRunIsRepeatedOnTheSameImageAndProfile() async throws {
      let tool = try await SharedLab.shared.tool(profiles: Tool.fixture("Profiles"))
      let test = TestCase(tool: tool)
      try await test.openPlain(suite: "smoke")
      // No machine starts without it, and libvirtd does not bring it back.
      LogDaemon.end()
      let first = try await tool("run", test.id, "--json")
      try #require(first.status == 0, "\(first.all)")
      // What the profile says by now is of no account.
      let edited = try await test.edit(test.plain(suite: "hang"))
      try #require(edited.status == 0, "\(edited.all)")
      let second = try await tool("run", test.id, "--again", "1", "--json")
      try #require(second.status == 0, "\(second.all)")
      let (before, after): (RunJSON, RunJSON) = (try first.json(), try second.json())
      #expect(after.number == 2)
      #expect(after.image == before.image)
      #expect(after.layers.map(\.digest) == before.layers.map(\.digest))
      #expect(after.tests.map(\.name) == before.tests.map(\.name))
    }
  }
}

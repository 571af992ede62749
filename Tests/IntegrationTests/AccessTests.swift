import Foundation
import Testing

extension MachineTests {
  /// Disks without a guest agent, imported.
  @Suite(.serialized) struct AccessTests {
    private func imported(
      _ tool: Tool, _ options: [String]
    ) async throws -> Tool.Answer {
      let disk = try await ApplianceDisk(tool)
      defer { try? FileManager.default.removeItem(atPath: disk.folder) }
      let key = options.contains("ssh") ? ["--ssh-key", disk.key] : []
      return try await tool.run(["image", "import", disk.disk] + options + key)
    }

    /// The box and a machine on the same link.
    private func profile(
      _ id: String, version: String, suite: String, companion: String
    ) -> String {
      """
      schema: caselab.profile/1
      case: \(id)
      product: { name: box }
      os: { id: appliance, version: "\(version)" }
      protocols: [http]
      node: { memory_mib: 512, cpus: 2, disk_gib: 2 }
      suites: \(suite)
      links:
        inside: { subnet: 10.77.0.0/24, nodes: { product: auto, other: auto } }
      nodes:
        other: { companion: \(companion) }

      """
    }

    @Test func aMachineWithoutAnAgentIsUsedBySSH() async throws {
      let tool = try await SharedLab.shared.tool(profiles: Tool.fixture("Profiles"))
      let image = try await imported(
        tool,
        ["--name", "box-by-ssh", "--os", "appliance:1", "--access", "ssh", "--ssh-user", "admin"])
      try #require(image.status == 0, "\(image.all)")
      let test = TestCase(tool: tool)
      try await test.open()
      let edited = try await test.edit(
        profile(test.id, version: "1", suite: "[smoke]", companion: "neighbour"))
      try #require(edited.status == 0, "\(edited.all)")
      let ran = try await tool("run", test.id, "--keep", "always", "--json")
      try #require(ran.status == 0, "\(ran.all)")
      #expect(ran.errors.contains("no ready state: node \"product\" has no guest agent"))
      let run: RunJSON = try ran.json()
      #expect(run.tests("passed").count == run.tests.count && run.tests.count == 3, "\(run.tests)")
      #expect(run.facts.allSatisfy { $0.status == "confirmed" }, "\(run.facts)")
      #expect(run.layers.contains { $0.name == "product-box" })
      #expect(run.artifacts.contains { $0.name == "logs/srv/mark-of-product" })

      let ended = try await tool(
        "exec", test.id, "--", "sh", "-c", "echo \"$1\"; exit 255", "sh", "a b;c")
      #expect(ended.status == 255 && ended.output == "a b;c\n", "\(ended.all)")
      let sleeping = try await tool("exec", test.id, "--timeout", "5", "--", "sleep", "987")
      #expect(sleeping.status == 124, "\(sleeping.all)")
      let left = try await tool("exec", test.id, "--", "pgrep", "-f", "^sleep 987")
      #expect(left.status == 1, "what was ended still runs: \(left.all)")
      // The lab's way in is no way out.
      let listener = try Loopback.Listener()
      #expect(try await Loopback.connects(to: listener.port))
      #expect(listener.knocks() == 1)
      let knock = try await tool(
        "exec", test.id, "--", "timeout", "20", "perl", "-MIO::Socket::INET", "-e",
        "IO::Socket::INET->new(PeerAddr => '198.18.254.2', PeerPort => $ARGV[0], Timeout => 10); print 'done'",
        String(listener.port))
      #expect(knock.output == "done" && listener.knocks() == 0, "\(knock.all)")
      let shell = try await tool.run(["shell", test.id], input: "echo $((6*7))-shell\n")
      #expect(shell.output.contains("42-shell"), "\(shell.all)")
      let down = try await tool("down", test.id)
      #expect(down.status == 0, "\(down.all)")
      try await tool("image", "remove", "box-by-ssh")
    }

    @Test func aMachineWithoutAWayInIsTestedFromAClient() async throws {
      let tool = try await SharedLab.shared.tool(profiles: Tool.fixture("Profiles"))
      let image = try await imported(
        tool, ["--name", "box-alone", "--os", "appliance:2", "--access", "none"])
      try #require(image.status == 0, "\(image.all)")
      let test = TestCase(tool: tool)
      try await test.open()
      let suites = "[knock, inside]"
      let alone = profile(test.id, version: "2", suite: suites, companion: "neighbour")
      try #require(try await test.edit(alone).status == 0)
      let unseen = try await tool("run", test.id)
      #expect(
        unseen.status == 65 && unseen.errors.contains("the profile has no client"), "\(unseen.all)")

      let edited = try await test.edit(
        profile(test.id, version: "2", suite: suites, companion: "plain-client"))
      try #require(edited.status == 0, "\(edited.all)")
      let ran = try await tool("run", test.id, "--keep", "always", "--json")
      try #require(ran.status == 0, "\(ran.all)")
      let run: RunJSON = try ran.json()
      #expect(
        Set(run.tests("passed").map(\.name)) == [
          "product answers", "the product is reached by its name", "knock",
        ], "\(run.tests)")
      #expect(run.tests("not-applicable").map(\.name) == ["inside"])
      let unconfirmed = run.facts.filter { $0.status == "unconfirmed" }.map(\.fact)
      #expect(unconfirmed == ["product.version", "os", "arch", "timezone"])
      #expect(run.facts.contains { $0.fact == "protocol http" && $0.status == "confirmed" })
      #expect(run.layers.isEmpty)

      for command in ["exec", "logs", "shell"] {
        let refused = try await tool.run(
          [command, test.id] + (command == "exec" ? ["--", "true"] : []))
        #expect(
          refused.status == 64 && refused.errors.contains("has no agent and no SSH"),
          "\(command): \(refused.all)")
      }
      let console = try await tool.run(["console", test.id], input: "\n")
      #expect(console.status == 0, "\(console.all)")
      let down = try await tool("down", test.id)
      #expect(down.status == 0, "\(down.all)")
      try await tool("image", "remove", "box-alone")
    }
  }
}

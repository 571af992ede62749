import Foundation
import Testing

extension MachineTests {
  /// Environments that go on from where they were saved, on real machines.
  @Suite(.serialized) struct ReadyStateTests {
    /// Two nodes and a link; another environment for each `mark`.
    private func open(_ tool: Tool, mark: String, suites: String = "smoke") async throws -> TestCase
    {
      let test = TestCase(tool: tool)
      try await test.open()
      let edited = try await test.edit(
        test.neighbours(suites: suites) + "system: { variables: { MARK: \"\(mark)\" } }\n")
      try #require(edited.status == 0, "\(edited.all)")
      return test
    }

    private func names(_ run: RunJSON) -> Set<String> { Set(run.stages.map(\.name)) }

    private func inside(
      _ test: TestCase, _ script: String, node: String = "product"
    ) async throws -> String {
      let answer = try await test.tool("exec", test.id, node, "--", "sh", "-c", script)
      try #require(answer.status == 0, "\(answer.all)")
      return answer.output
    }

    @Test func coldAndRestoredAreTheSameAndEachSuiteStartsClean() async throws {
      let tool = try await SharedLab.shared.tool(profiles: Tool.fixture("Profiles"))
      let test = try await open(tool, mark: UUID().uuidString, suites: "visit, visit-again")
      func run(_ more: String...) async throws -> RunJSON {
        let answer = try await tool.run(["run", test.id, "--json"] + more)
        #expect(answer.status == (more.isEmpty ? 0 : 1), "\(answer.all)")
        return try answer.json()
      }
      let (first, second, cold) = (try await run(), try await run(), try await run("--cold"))
      #expect(names(first).isSuperset(of: ["boot", "save", "restore"]))
      #expect(!names(second).contains("boot") && names(second).contains("restore"))
      #expect(names(cold).contains("boot") && !names(cold).contains("restore"))
      #expect(second.layers.last?.name == "ready-state" && second.layers.last?.cached == true)
      for run in [second, cold] {
        #expect(run.facts.map(\.found) == first.facts.map(\.found))
        // Booted, there is no way back: the second suite finds what the first one left.
        #expect(
          run.tests.filter { $0.suite != "visit-again" }.map { "\($0.name) \($0.status)" }
            == first.tests.filter { $0.suite != "visit-again" }.map { "\($0.name) \($0.status)" })
      }
      #expect(first.tests("passed").contains { $0.suite == "visit-again" })
      #expect(cold.tests("failed").contains { $0.suite == "visit-again" })
      #expect(
        second.artifacts.contains { $0.name.hasPrefix("suites/visit/") && $0.kind == "journal" })
    }

    @Test func twoCasesGoOnFromOneSideBySideAndAreThemselves() async throws {
      let tool = try await SharedLab.shared.tool(profiles: Tool.fixture("Profiles"))
      let mark = UUID().uuidString
      let (one, other) = (
        try await open(tool, mark: mark), try await open(tool, mark: mark)
      )
      for test in [one, other] {
        let up = try await tool("up", test.id)
        try #require(up.status == 0, "\(up.all)")
      }
      do {
        for script in [
          "cat /etc/machine-id", "head -c 16 /dev/urandom | od -An -tx1",
          "grep '\"case\"' /etc/caselab/environment.json",
        ] {
          for node in ["product", "neighbour"] {
            #expect(
              try await inside(one, script, node: node) != inside(other, script, node: node),
              "\(script)")
          }
        }
        let mine = try await inside(one, "grep -c '\"\(one.id)\"' /etc/caselab/environment.json")
        #expect(mine == "1\n")
        let date = try await inside(other, "date +%s")
        let clock = try #require(Double(date.dropLast()))
        #expect(abs(clock - Date().timeIntervalSince1970) < 60, "the clock was not put right")
        // Each has a disk and links of its own.
        _ = try await inside(one, "touch /srv/mine; ip address show dev inside")
        #expect(try await inside(other, "ls /srv") == "")
        #expect(
          try await inside(other, "ping -c 3 -W 5 neighbour.customer.example >/dev/null; echo $?")
            == "0\n")
        let journal = try await inside(other, "journalctl -q --no-pager | wc -l")
        #expect(Int(journal.dropLast()) ?? 0 > 10, "the journal is out of sight: \(journal)")

        let reset = try await tool("reset", one.id)
        #expect(reset.status == 0, "\(reset.all)")
        #expect(try await inside(one, "ls /srv") == "")
        #expect(
          try await inside(one, "ping -c 3 -W 5 neighbour.customer.example >/dev/null; echo $?")
            == "0\n")
      } catch {
        for test in [one, other] { _ = try await tool("down", test.id) }
        throw error
      }
      for test in [one, other] {
        let down = try await tool("down", test.id)
        #expect(down.status == 0, "\(down.all)")
      }
    }

    @Test func twentyRunsInARowAreAllAlikeAndLeaveNothing() async throws {
      let tool = try await SharedLab.shared.tool(profiles: Tool.fixture("Profiles"))
      let test = TestCase(tool: tool)
      try await test.openPlain(suite: "visit")
      var first: RunJSON?
      for number in 1...20 {
        let answer = try await tool("run", test.id, "--json")
        try #require(answer.status == 0, "run \(number): \(answer.all)")
        let run = try answer.json(RunJSON.self)
        let expected = first ?? run
        first = expected
        #expect(names(run).contains("restore"), "run \(number)")
        #expect(number == 1 || !names(run).contains("boot"), "run \(number)")
        #expect(run.facts.map(\.found) == expected.facts.map(\.found), "run \(number)")
        #expect(
          run.tests.map { "\($0.name) \($0.status)" }
            == expected.tests.map { "\($0.name) \($0.status)" }, "run \(number)")
      }
      #expect(try await Leftovers.domains(of: test) == [])
      #expect(try Leftovers.runs(of: test) == [])
    }

    /// A damaged file must never be taken for the customer's installation.
    @Test(arguments: ["cut", "flipped"])
    func whatIsDamagedIsBootedInstead(_ how: String) async throws {
      let tool = try await SharedLab.shared.tool(profiles: Tool.fixture("Profiles"))
      let test = TestCase(tool: tool)
      try await test.openPlain(suite: "smoke")
      let made = try await tool("run", test.id, "--json")
      let digest = try #require(try made.json(RunJSON.self).layers.last?.digest.dropFirst(7))
      let folder = tool.home + "/ready/" + digest
      switch how {
      case "cut":
        chmod(folder + "/product.memory", 0o600)
        truncate(folder + "/product.memory", 300 << 20)
      case "flipped":
        var bytes = try Data(contentsOf: URL(filePath: folder + "/product.state"))
        bytes[bytes.count / 2] ^= 0x10
        chmod(folder + "/product.state", 0o600)
        try bytes.write(to: URL(filePath: folder + "/product.state"))
      default: Issue.record("no such damage")
      }
      let answer = try await tool("run", test.id, "--json")
      #expect(answer.status == 0, "\(answer.all)")
      #expect(answer.all.contains("not restored, so booted"), "\(answer.all)")
      #expect(try names(answer.json()).contains("boot"))
    }
  }
}

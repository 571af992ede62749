import Foundation
import Testing

extension MachineTests {
  /// A customer's firewall with NAT, directory and proxy, rebuilt from their mail.
  @Suite(.serialized) struct SurroundingsTests {
    private func openedCase() async throws -> TestCase {
      let test = TestCase(tool: try await SharedLab.shared.tool())
      try await test.open("ftps-debian12-closed-passive-range", file: "mail.eml")
      return test
    }

    @Test func aClosedPassiveRangeBreaksWhatNeedsItAndNothingElse() async throws {
      let test = try await openedCase()
      let planned = try await test.tool("plan", test.id)
      #expect(planned.output.contains("link inside 10.77.0.0/24: firewall .1 ── product .10"))
      let ran = try await test.tool("run", test.id, "--json")
      #expect(ran.status == 1, "\(ran.errors)")
      let run: RunJSON = try ran.json()
      #expect(run.environment?.nodes.count == 5)
      let around = run.tests.filter { ["installation", "environment"].contains($0.suite) }
      #expect(around.count > 5 && around.allSatisfy { $0.status == "passed" }, "\(around)")

      let transfers = run.tests.filter { $0.suite == "file-transfer" }
      let failed = transfers.filter { ["failed", "error"].contains($0.status) }
      #expect(failed.count > 20, "\(ran.errors)")
      for each in failed {
        #expect(each.message?.contains("data connection") == true, "\(each)")
      }
      let passed = transfers.filter { $0.status == "passed" }.map(\.name)
      #expect(passed.contains { $0.contains("log_in") || $0.contains("login") }, "\(passed)")
      try await report(of: run, test)
    }

    private func report(of run: RunJSON, _ test: TestCase) async throws {
      let names = Set(run.artifacts.map(\.name))
      for name in ["links/link-outside.pcap", "firewall/console.log", "directory/domain.xml"] {
        #expect(names.contains(name), "\(names.sorted())")
      }
      let html = try await test.tool("report", test.id)
      let path = html.output.trimmingCharacters(in: .whitespacesAndNewlines)
      let page = try String(contentsOfFile: path, encoding: .utf8)
      #expect(page.contains("5 machines, 2 links") && page.contains("198.51.100.1"))
    }

    @Test func withThePassiveRangeOpenEverythingPasses() async throws {
      let test = try await openedCase()
      let added = try await test.tool(
        "case", "add", test.id, "--attach", Tool.fixture("customer-certificate.pem"))
      try #require(added.status == 0, "\(added.all)")
      let shown = try await test.tool("profile", "show", test.id)
      let edited = try await test.edit(
        shown.output.replacing("passive_range: closed", with: "passive_range: ''"))
      try #require(edited.status == 0, "\(edited.all)")
      let ran = try await test.tool("run", test.id, "--json")
      let run: RunJSON = try ran.json()
      let bad = run.tests.filter { ["failed", "error"].contains($0.status) }
      #expect(ran.status == 0 && bad.isEmpty, "\(bad)\n\(ran.errors)")
      let certificate = try #require(run.facts.first { $0.fact == "certificate" })
      #expect(certificate.status == "confirmed", "\(certificate)")
      let passed = run.tests("passed")
      #expect(passed.count > 80)
      #expect(passed.contains { $0.name.contains("passive_range_is_open") })
      #expect(passed.contains { $0.suite == "surroundings" })
    }
  }
}

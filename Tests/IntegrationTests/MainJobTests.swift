import Foundation
import Testing

extension MachineTests {
  @Suite(.serialized) struct MainJobTests {
    @Test func aCaseIsRebuiltTestedAndReported() async throws {
      let tool = try await SharedLab.shared.tool()
      let test = TestCase(tool: tool)
      try await test.openAlone()
      let planned = try await tool("plan", test.id)
      #expect(planned.status == 0, "\(planned.all)")

      let ran = try await tool("run", test.id, "--json")
      try #require(ran.status == 0, "\(ran.all)")
      let run: RunJSON = try ran.json()
      #expect(run.outcome == "passed")
      #expect(run.tests("passed").count >= 30)
      #expect(run.tests("not-applicable").contains { $0.message?.contains("sftp") == true })
      #expect(run.product?.running?.hasPrefix("1.3.8") == true)
      let kinds = Set(run.artifacts.map(\.kind))
      #expect(
        kinds.isSuperset(of: [
          "server-log", "client-log", "configuration", "journal", "packages", "console",
          "results", "suite-output", "domain",
        ]), "\(kinds.sorted())")

      try await reports(of: run, test)
      try await nothingIsLeft(tool)
    }

    private func reports(of run: RunJSON, _ test: TestCase) async throws {
      let html = try await test.tool("report", test.id)
      #expect(html.status == 0, "\(html.all)")
      let path = html.output.trimmingCharacters(in: .whitespacesAndNewlines)
      let page = try String(contentsOfFile: path, encoding: .utf8)
      #expect(page.contains(test.id))
      #expect(!page.contains("src=\"http"))
      let junit = try await test.tool("report", test.id, "--format", "junit")
      let document = try XMLCheck.elements(named: "testcase", in: junit.output)
      #expect(document == run.tests.count)
      let folder = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let saved = try await test.tool("results", test.id, "1", "--save", folder)
      #expect(saved.status == 0, "\(saved.all)")
      for artifact in run.artifacts {
        #expect(FileManager.default.fileExists(atPath: folder + "/" + artifact.name))
      }
    }

    private func nothingIsLeft(_ tool: Tool) async throws {
      let answer = try await tool("gc", "--dry-run")
      #expect(answer.output == "nothing to remove\n", "\(answer.all)")
    }

    @Test func aConfigurationThatForbidsUploadsTurnsTheRightTestsRed() async throws {
      let tool = try await SharedLab.shared.tool()
      let test = TestCase(tool: tool)
      try await test.openAlone()
      let shown = try await tool("profile", "show", test.id)
      let broken = shown.output.replacing(/(?m)^product:\n/, with: Self.forbidUploads)
      let edited = try await test.edit(broken)
      try #require(edited.status == 0, "\(edited.all)")
      let ran = try await tool("run", test.id, "--json")
      #expect(ran.status == 1, "\(ran.errors)")
      let run: RunJSON = try ran.json()
      #expect(run.outcome == "failed")
      let failed = run.tests("failed").map(\.name)
      #expect(failed.contains { $0.contains("upload") }, "\(failed)")
      #expect(
        run.tests("passed").contains { $0.name.contains("log_in") || $0.name.contains("login") })
    }

    private static let forbidUploads = """
      product:
        configuration: |
          <Limit STOR APPE STOU>
            DenyAll
          </Limit>

      """

    @Test func anotherServerNeedsOnlyYAMLAndTemplates() async throws {
      let tool = try await SharedLab.shared.tool(profiles: Tool.fixture("Profiles"))
      let test = TestCase(tool: tool)
      try await test.open()
      let edited = try await test.edit(
        """
        schema: caselab.profile/1
        case: \(test.id)
        product: { name: vsftpd }
        os: { id: debian, version: "12" }
        protocols: [ftp, ftps]
        suites: [file-transfer]
        """)
      try #require(edited.status == 0, "\(edited.all)")
      let ran = try await tool("run", test.id, "--json")
      #expect(ran.status == 0, "\(ran.all)")
      let run: RunJSON = try ran.json()
      #expect(run.tests("passed").count >= 20)
    }
  }
}

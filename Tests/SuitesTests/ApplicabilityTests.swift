import CaseModel
import Suites
import Testing

@Suite struct ApplicabilityTests {
  func needing(_ protocols: [String], name: String) -> CaseModel.Suite {
    CaseModel.Suite(
      name: name, title: name, run: "true", format: .exit, needs: .init(protocols: protocols),
      timeLimit: 1)
  }

  @Test func `A suite runs when the profile has one of its protocols or it needs none`() {
    let suites = [
      needing([], name: "any"), needing(["ftp", "sftp"], name: "files"),
      needing(["as2", "http"], name: "web"),
    ]
    let (toRun, rows) = applicable(suites, protocols: ["sftp"])
    #expect(toRun.map(\.name) == ["any", "files"])
    #expect(
      rows == [
        TestResult(
          suite: "web", group: "", name: "web", status: .notApplicable, duration: 0,
          message: "the profile has none of as2, http")
      ])
  }
}

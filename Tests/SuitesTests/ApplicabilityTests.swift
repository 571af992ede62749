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
    let (toRun, rows) = applicable(suites, product: "x", protocols: ["sftp"])
    #expect(toRun.map(\.name) == ["any", "files"])
    #expect(
      rows == [
        TestResult(
          suite: "web", group: "", name: "web", status: .notApplicable, duration: 0,
          message: "the profile has none of as2, http")
      ])
  }

  @Test func `A suite for other products or other surroundings is listed and not run`() {
    var (other, around, inside) = (
      needing([], name: "other"), needing([], name: "around"), needing([], name: "inside")
    )
    other.needs.products = ["pyftpdlib"]
    around.needs.roles = [.client, .directory]
    inside.on = [.product]
    let (toRun, rows) = applicable(
      [other, around, inside], product: "proftpd", protocols: [], roles: [.product, .client])
    #expect(toRun.map(\.name) == ["inside"])
    #expect(
      rows.map(\.message) == ["it is for pyftpdlib", "the environment has no directory"])
  }

  @Test func `A suite that only runs in a machine without a way in is listed and not run`() {
    var (inside, beside) = (needing([], name: "inside"), needing([], name: "beside"))
    inside.on = [.product]
    beside.on = [.product, .client]
    let (toRun, rows) = applicable(
      [inside, beside], product: "x", protocols: [], roles: [.product, .client],
      closed: [.product: "whose machine has no way in"])
    #expect(toRun.map(\.name) == ["beside"])
    #expect(
      rows.map(\.message) == ["it runs in the product, whose machine has no way in"])
  }
}

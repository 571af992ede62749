import CaseModel
import Testing

@testable import Profiling

@Suite struct ExplanationTests {
  private func explainer(
    _ edit: (inout EnvironmentProfile) -> Void = { _ in }
  ) throws -> Explainer {
    let folder = try FixtureFolder()
    var detail = InstallationDetail()
    detail.product = .init(name: "ftpserver", version: "1.3.8")
    detail.os = .init(id: "debian", version: "12")
    detail.protocols = ["ftp", "sftp"]
    detail.integrations = [.init(kind: "firewall", name: "pfSense")]
    detail.unclear = [.init(field: "integrations", candidates: ["ldap", "no ldap"], why: "doubt")]
    detail.evidence = [
      "os.id": .init(file: "mail.txt", line: 7, text: "Debian 12"),
      "os.version": .init(file: "mail.txt", line: 7, text: "Debian 12"),
      "protocols[1]": .init(file: "mail.txt", line: 9, text: "SFTP, too"),
      "integrations[0]": .init(file: "mail.txt", line: 12, text: "pfSense in front"),
      "integrations": .init(file: "mail.txt", line: 13, text: "LDAP? not sure"),
    ]
    let derived = try Profiler.derive(
      detail, case: CaseID("SUP-1"), catalogue: folder.loaded(), osinfo: nil)
    var profile = derived
    edit(&profile)
    return try Explainer(
      detail: detail, profile: profile, derivation: derived,
      rows: Fidelity.rows(of: detail, built: profile, catalogue: folder.loaded(), osinfo: nil))
  }

  @Test func aFactLeadsToItsWordsAndItsFidelity() throws {
    for name in ["os", "os.version", "OS"] {
      let found = try explainer().explain(name)
      #expect(found.count == 1 && found[0].field == "os" && found[0].origin == .stated)
      #expect(found[0].value == "debian 12" && found[0].fidelity?.fidelity == .exact)
      #expect(found[0].evidence.map(\.text) == ["Debian 12"])
    }
  }

  @Test func aListIsExplainedItemByItem() throws {
    let found = try explainer().explain("protocols")
    #expect(found.map(\.field) == ["protocols[0]", "protocols[1]"])
    #expect(found[1].evidence.first?.line == 9)
    #expect(try explainer().explain("protocol sftp").map(\.field) == ["protocols[1]"])
  }

  @Test func aDoubtHasTheWordsThatRaisedIt() throws {
    let found = try explainer().explain("unclear[0]")
    #expect(found.first?.evidence.map(\.line) == [13])
  }

  @Test func everyFieldOfTheProfileIsExplained() throws {
    let explainer = try explainer()
    for field in [
      "schema", "case", "product.name", "product.version", "os.id", "arch", "protocols", "node",
      "node.cpus", "suites",
    ] {
      #expect(try !explainer.explain(field).isEmpty)
    }
    let suites = try #require(try explainer.explain("suites").first)
    #expect(suites.origin == .lab && suites.value == "transfer" && suites.evidence.isEmpty)
  }

  @Test func anEditIsTold() throws {
    let explainer = try explainer {
      $0.node.cpus = 8
      $0.os.version = "11"
      $0.product.settings = ["require_tls": .bool(true)]
    }
    let os = try #require(try explainer.explain("os").first)
    #expect(os.origin == .edited && os.value == "debian 11" && os.derived == "debian 12")
    let setting = try #require(try explainer.explain("product.settings.require_tls").first)
    #expect(setting.origin == .edited && setting.value == "true" && setting.derived == "nothing")
    #expect(try explainer.explain("node.cpus").first?.derived == "2")
  }

  @Test func anUnknownFieldIsToldWithTheKnownOnes() throws {
    #expect {
      try explainer().explain("colour\u{1b}[2J")
    } throws: { error in
      let error = error as? CaselabError
      return error?.message == #"field "colour\u{1b}[2J" is not one of the case's"#
        && error?.hint?.contains("product.version, os, arch, protocols[0]") == true
    }
  }
}

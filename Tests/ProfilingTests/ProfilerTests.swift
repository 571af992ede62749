import CaseModel
import Testing

@testable import Profiling

@Suite struct ProfilerTests {
  private func derive(
    _ files: [String: String] = FixtureFolder.catalogue,
    _ change: (inout InstallationDetail) -> Void
  ) throws -> EnvironmentProfile {
    let folder = try FixtureFolder(files)
    var detail = InstallationDetail()
    change(&detail)
    let profile = try Profiler.derive(
      detail, case: CaseID("SUP-1"), catalogue: folder.loaded(), osinfo: nil)
    try ProfileDocument.check(profile, against: folder.loaded())
    return profile
  }

  private func rows(_ profile: EnvironmentProfile) -> [String] {
    profile.fidelity.map { "\($0.fact): \($0.asked) -> \($0.built ?? "nothing"), \($0.fidelity)" }
  }

  @Test func everyFactEndsInOneRow() throws {
    let profile = try derive { detail in
      detail.product = .init(name: "Example FTP Server", version: "1.3.8b")
      detail.os = .init(id: "debian", version: "12.5")
      detail.arch = "x86_64"
      detail.protocols = ["ftp", "as2"]
      detail.timezone = "Europe/Berlin"
      detail.locale = "../x"
      detail.integrations = [.init(kind: "firewall", name: "pfSense", detail: "in front of it")]
      detail.denied = [.init(kind: "ldap")]
      detail.client = .init(
        os: .init(id: "windows", version: "11"), software: .init(name: "FileZilla", version: "3.66")
      )
      detail.logs = [.init(kind: "server-log", name: "a.log", lines: 7)]
      detail.configuration = [.init(kind: "sshd_config", lines: 2)]
      detail.other = [
        .init(question: "Other information", text: "a\u{1b}[31m\nb"), .init(text: "x"),
      ]
      detail.unclear = [.init(field: "timezone", candidates: ["A", "B"], why: "two are named")]
    }
    #expect(
      rows(profile) == [
        "product: Example FTP Server -> FTPserver, exact",
        "product.version: 1.3.8b -> 1.3.8b, or the nearest that debian 12 installs, approximate",
        "os: debian 12.5 -> debian 12, equivalent",
        "arch: x86_64 -> x86_64, exact",
        "protocol ftp: ftp -> ftp, exact",
        "protocol as2: as2 -> nothing, omitted",
        "timezone: Europe/Berlin, unclear: A or B -> Europe/Berlin, approximate",
        "locale: ../x -> nothing, omitted",
        "integration firewall: pfSense: in front of it -> nothing, omitted",
        "no ldap: no ldap -> none, exact",
        "client.software: FileZilla 3.66 -> nothing, omitted",
        "client.os: windows 11 -> nothing, omitted",
        "server-log: 7 lines a.log -> nothing, omitted",
        "sshd_config: 2 lines -> nothing, omitted",
        "Other information: a[31m\nb -> nothing, omitted",
        "other words: x -> nothing, omitted",
      ])
    #expect(profile.fidelity.allSatisfy { !$0.how.isEmpty })
    #expect(profile.product.name == "ftpserver" && profile.product.version == "1.3.8b")
    #expect(profile.os == .init(id: "debian", version: "12"))
    #expect(profile.protocols == ["ftp"] && profile.suites == ["transfer"])
    #expect(profile.locale == nil && profile.node.diskGiB == 10)
  }

  @Test func whatIsNotStatedIsSaidToBeAnAssumption() throws {
    let profile = try derive { _ in }
    #expect(
      rows(profile) == [
        "product: not stated -> FTPserver, approximate",
        "product.version: not stated -> the newest that debian 13 installs, approximate",
        "os: not stated -> debian 13, approximate",
        "arch: not stated -> x86_64, approximate",
        "protocols: not stated -> ftp, ftps, sftp, approximate",
        "timezone: not stated -> UTC, approximate",
        "locale: not stated -> the image's, approximate",
        "integrations: not stated -> none, approximate",
      ])
  }

  @Test func whatIsUnclearIsToldWithItsCandidates() throws {
    let profile = try derive { detail in
      detail.os.id = "debian"
      detail.unclear = [
        .init(field: "os.version", candidates: ["11", "12"], why: "two versions are named"),
        .init(field: "product.version", candidates: ["1.2", "1.3"], why: "two are named"),
      ]
    }
    #expect(
      rows(profile)[1]
        == "product.version: unclear: 1.2 or 1.3 -> the newest that debian 13 installs, approximate"
    )
    #expect(rows(profile)[2] == "os: debian, unclear: 11 or 12 -> debian 13, approximate")
    #expect(profile.fidelity.count { $0.asked.contains("unclear") } == 2)
  }

  @Test func suitesAreThoseThatNeedAProtocolOfTheProfileOrNone() throws {
    var files = FixtureFolder.catalogue
    files["suites/any/suite.yaml"] = FixtureFolder.suite.replacing(
      "name: transfer", with: "name: any"
    )
    .replacing("needs: { protocols: [ftp, ftps] }", with: "")
    #expect(try derive(files) { $0.protocols = ["sftp"] }.suites == ["any"])
    #expect(try derive(files) { $0.protocols = ["ftps"] }.suites == ["any", "transfer"])
  }

  @Test func aProductThatIsNotNamedIsTheOneThatServesTheProtocols() throws {
    var files = FixtureFolder.catalogue
    files["products/web.yaml"] = FixtureFolder.product
      .replacing("name: ftpserver\ntitle: FTPserver", with: "name: web\ntitle: Web")
      .replacing("ftps: { port: 21 }", with: "https: { port: 443 }")
      .replacing(
        "files:\n  - { template: server.conf.mustache, path: /etc/ftpserver.conf, mode: 0640 }\n",
        with: "")
    #expect(try derive(files) { $0.protocols = ["https"] }.product.name == "web")
  }

  @Test func longAnswersAreCutButCounted() throws {
    let profile = try derive { $0.other = [.init(text: String(repeating: "x", count: 5000))] }
    #expect(
      profile.fidelity.last?.asked.hasSuffix("x… (3000 more characters in the ticket)") == true)
  }

  @Test func anImageForTheOtherArchitectureIsToldAsAnApproximation() throws {
    let profile = try derive { $0.arch = "aarch64" }
    #expect(rows(profile).contains("arch: aarch64 -> x86_64, approximate"))
    #expect(profile.arch == "x86_64")
  }

  @Test func aCatalogueWithoutAnImageForTheProductIsAnError() throws {
    let files = FixtureFolder.catalogue.filter { !$0.key.hasPrefix("images/") }
    #expect(throws: CaselabError.self) { try derive(files) { _ in } }
  }
}

import CaseModel
import Foundation
import Profiling
import Record
import SyntheticMachines
import Testing

@testable import CaselabCommands

/// The profile of a case that was opened from an invented ticket, in a home of its own.
@Suite final class CaseProfileTests {
  private let home = Home(
    root: FileManager.default.temporaryDirectory.appending(
      path: "caselab-commands-\(UUID().uuidString)"
    ).path)
  private let id: CaseID

  init() throws { id = try CaseID("SUP-7") }

  deinit { try? FileManager.default.removeItem(atPath: home.root) }

  private var context: Context {
    let profiles = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Profiles").path
    return Context(
      home: home, profileFolders: [profiles], connection: nil,
      environment: ["OSINFO_SYSTEM_DIR": "/nonexistent", "OSINFO_LOCAL_DIR": "/nonexistent"],
      user: "sam@desk",
      connect: { _ in SyntheticHypervisor { _ in .init(status: 0, output: []) } })
  }

  private func opened() throws -> RecordStore {
    let store = try context.store()
    var detail = InstallationDetail()
    detail.product = .init(name: "proftpd", version: "1.3.8b")
    detail.os = .init(id: "debian", version: "12")
    detail.protocols = ["ftps"]
    try store.openCase(id, title: "t", by: "sam@desk", at: "2030-01-02T03:04:05Z")
    try keep(detail)
    let profile = try derived(detail)
    try ProfileFile.keep(profile, of: detail, id, in: home)
    return store
  }

  private func derived(_ detail: InstallationDetail) throws -> EnvironmentProfile {
    try Profiler.derive(detail, case: id, catalogue: context.catalogue(), osinfo: nil)
  }

  private func keep(_ detail: InstallationDetail) throws {
    try FileManager.default.createDirectory(
      atPath: home.folder(of: id), withIntermediateDirectories: true)
    try Data(Render.json(detail).utf8).write(to: URL(filePath: home.detail(of: id)))
  }

  private func edit(_ change: (String) -> String) throws {
    let path = home.profile(of: id)
    let yaml = try String(contentsOfFile: path, encoding: .utf8)
    try Data(change(yaml).utf8).write(to: URL(filePath: path))
  }

  @Test func aNewProfileIsAsDerivedAndItsSchemaIsWhereItPoints() throws {
    _ = try opened()
    let profile = try CaseProfile.load(id, in: context)
    #expect(profile.yaml == profile.derivedYAML)
    #expect(profile.yaml.hasPrefix("# yaml-language-server: $schema=../../profile.schema.json\n"))
    let schema = URL(filePath: home.profile(of: id)).deletingLastPathComponent()
      .appending(path: "../../profile.schema.json").standardized.path
    #expect(schema == home.profileSchema && FileManager.default.fileExists(atPath: schema))
  }

  @Test func theFidelityIsOfTheProfileAsItIsNow() throws {
    _ = try opened()
    #expect(
      try CaseProfile.withFidelity(id, in: context).0.fidelity.contains {
        $0.fact == "os" && $0.fidelity == .exact
      })
    try edit { $0.replacing("version: '12'", with: "version: '11'") }
    let row = try CaseProfile.load(id, in: context).profile.fidelity.first { $0.fact == "os" }
    #expect(row?.fidelity == .approximate && row?.built == "debian 11")
  }

  @Test func whatIsLearntLaterKeepsTheEdits() throws {
    _ = try opened()
    try edit { $0.replacing("cpus: 2", with: "cpus: 4") }
    var detail = try CaseProfile.detail(id, in: home)
    detail.timezone = "Europe/Paris"
    let new = try ProfileFile.rederive(detail, id, in: context)
    try keep(detail)
    try ProfileFile.keep(new.yaml, derived: new.derived, id, in: home)
    let profile = try CaseProfile.load(id, in: context)
    #expect(profile.profile.node.cpus == 4 && profile.profile.timezone == "Europe/Paris")
    #expect(profile.derived.node.cpus == 2)
    #expect(
      try ProfileDocument.differences(
        from: profile.derivedYAML, to: profile.yaml, file: "p"
      ).map(\.field) == ["node.cpus"])
  }

  @Test func aCaseWhoseDerivationWasNotKeptStillLearns() throws {
    _ = try opened()
    try edit { $0.replacing("cpus: 2", with: "cpus: 4") }
    try FileManager.default.removeItem(atPath: home.derived(of: id))
    var detail = try CaseProfile.detail(id, in: home)
    detail.timezone = "Europe/Paris"
    let new = try ProfileFile.rederive(detail, id, in: context)
    #expect(new.profile.timezone == "Europe/Paris" && new.edits.map(\.field) == ["node.cpus"])
  }

  @Test func aRoundOfQuestionsIsCountedWhenSomethingWasLearnt() throws {
    let store = try opened()
    func ask(_ more: String...) throws -> Int {
      try AskCommand.parse(["SUP-7"] + more).followUp(id, store: store, context: context).round
    }
    #expect(try ask() == 1)
    #expect(try ask("--all") == 1)
    var detail = try CaseProfile.detail(id, in: home)
    detail.timezone = "Europe/Paris"
    try keep(detail)
    #expect(try ask() == 2)
    #expect(try store.journal(id).count { $0.what.hasPrefix("wrote questions") } == 2)
  }

  @Test func aDamagedDetailIsToldAndDoesNotStopARun() throws {
    _ = try opened()
    try Data("{".utf8).write(to: URL(filePath: home.detail(of: id)))
    #expect(throws: CaselabError.self) { try CaseProfile.load(id, in: context) }
    #expect(try CaseProfile.withFidelity(id, in: context).0.product.name == "proftpd")
  }

  @Test func aDetailFromBeforeAFieldCameUpIsRead() throws {
    _ = try opened()
    let path = home.detail(of: id)
    var fields = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path))) as? [String: Any])
    #expect(fields.removeValue(forKey: "troubles") != nil)
    try JSONSerialization.data(withJSONObject: fields).write(to: URL(filePath: path))
    #expect(try CaseProfile.detail(id, in: home).protocols == ["ftps"])
  }

  @Test func theFidelityOfARunHasWhatWasSeenInside() throws {
    let rows = [
      FidelityRow(
        fact: "os", field: "os", asked: "debian 12", built: "debian 12", fidelity: .exact,
        how: "the same version"),
      FidelityRow(
        fact: "no ldap", field: "denied[0]", asked: "no ldap", built: "none", fidelity: .exact,
        how: "the lab has none either"),
    ]
    let facts = [
      VerifiedFact(
        fact: "os", expected: "debian 12", found: "debian 12", status: .confirmed,
        observation: "/etc/os-release"),
      VerifiedFact(
        fact: "links", expected: "none", found: "none", status: .confirmed,
        observation: "network devices"),
    ]
    let fidelity = CaseFidelity(case: "SUP-7", run: 3, rows: rows, facts: facts)
    #expect(
      fidelity.text == """
        SUP-7, as run 3 found it
        100 % close to the customer's installation: 2 exact

        FACT     ASKED      BUILT      FIDELITY  VERIFIED                                HOW
        os       debian 12  debian 12  exact     confirmed: debian 12 (/etc/os-release)  the same version
        no ldap  no ldap    none       exact     confirmed: none (network devices)       the lab has none either
        """)
    let json = try Render.json(fidelity)
    #expect(json.contains("\"schema\" : \"caselab.fidelity/1\""))
    #expect(json.contains("\"observation\" : \"/etc/os-release\""))
  }
}

import CaseModel
import Foundation
import Intake
import Testing

@testable import Profiling

/// The tickets of `Profiles/examples` with the profiles derived from them.
@Suite struct ExampleTests {
  /// After a change that is meant: `CASELAB_WRITE_EXAMPLES=1 swift test --filter ExampleTests`.
  private static let writes = ProcessInfo.processInfo.environment["CASELAB_WRITE_EXAMPLES"] != nil

  private func detail(_ example: Example, _ catalogue: Catalogue) throws -> InstallationDetail {
    try Intake.read(
      example.ticket(),
      products: catalogue.products().map { ProductName(name: $0.name, aliases: $0.aliases) })
  }

  @Test func everyExampleIsTested() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Example.root)
    #expect(Set(folders) == Set(Example.all.map(\.name)))
    #expect(Set(Example.all.map(\.id)).count == folders.count)
  }

  @Test(arguments: Example.all)
  func theProfileBesideATicketIsTheOneDerivedFromIt(_ example: Example) throws {
    let catalogue = try Catalogue(folders: [repositoryProfiles])
    let detail = try detail(example, catalogue)
    // Without osinfo-db, whose content is the host's.
    let profile = try Profiler.derive(
      detail, case: CaseID(example.id), catalogue: catalogue, osinfo: nil)
    let yaml = try ProfileDocument.write(profile, detail: detail)
    if Self.writes { try Data(yaml.utf8).write(to: URL(filePath: example.profile)) }
    let kept = try String(contentsOfFile: example.profile, encoding: .utf8)
    #expect(kept == yaml)
    var parsed = try ProfileDocument.parse(kept, file: "profile.yaml", against: catalogue)
    parsed.fidelity = profile.fidelity
    #expect(parsed == profile)
  }

  @Test(arguments: Example.all)
  func anExampleIsReadAsItsTicketSays(_ example: Example) throws {
    let detail = try detail(example, Catalogue(folders: [repositoryProfiles]))
    #expect(detail.product == .init(name: "proftpd", version: example.version))
    #expect("\(detail.os.id ?? "") \(detail.os.version ?? "")" == example.os)
    #expect(detail.protocols.flatMap(detail.served) == example.protocols)
    #expect(detail.unclear.isEmpty && detail.troubles.isEmpty)
  }

  @Test(arguments: Example.all)
  func anExampleIsBuiltAsItsTicketSaysOrTellsHowFarFromIt(_ example: Example) throws {
    let catalogue = try Catalogue(folders: [repositoryProfiles])
    let profile = try Profiler.derive(
      detail(example, catalogue), case: CaseID(example.id), catalogue: catalogue, osinfo: nil)
    #expect(profile.product.version == example.version)
    #expect(profile.protocols == example.protocols)
    let row = try #require(profile.fidelity.first { $0.fact == "os" })
    #expect(row.asked == example.os)
    #expect(row.built == "\(profile.os.id) \(profile.os.version)")
    #expect((row.fidelity == .exact) == (row.asked == row.built))
    #expect(!row.how.isEmpty)
  }
}

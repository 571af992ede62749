import CaseModel
import Foundation
import Intake
import Testing

@testable import Profiling

/// The tickets of `Profiles/examples` with the profiles derived from them.
@Suite struct ExampleTests {
  /// After a change that is meant: `CASELAB_WRITE_EXAMPLES=1 swift test --filter ExampleTests`.
  private static let writes = ProcessInfo.processInfo.environment["CASELAB_WRITE_EXAMPLES"] != nil

  @Test(arguments: [
    ("ftp-debian11", "SUP-1041"), ("ftps-debian12", "SUP-1042"), ("sftp-debian13", "SUP-1043"),
  ])
  func theProfileBesideATicketIsTheOneDerivedFromIt(_ name: String, _ id: String) throws {
    let folder = repositoryProfiles + "/examples/" + name
    let catalogue = try Catalogue(folders: [repositoryProfiles])
    let ticket = try Data(contentsOf: URL(fileURLWithPath: folder + "/ticket.txt"))
    let detail = try Intake.read(
      [TicketFile(name: "ticket.txt", bytes: Array(ticket))],
      products: catalogue.products().map { ProductName(name: $0.name, aliases: $0.aliases) })
    // Without osinfo-db, whose content is the host's.
    let profile = try Profiler.derive(
      detail, case: CaseID(id), catalogue: catalogue, osinfo: nil)
    let yaml = try ProfileDocument.write(profile, detail: detail)
    let path = URL(fileURLWithPath: folder + "/profile.yaml")
    if Self.writes { try Data(yaml.utf8).write(to: path) }
    let kept = try String(contentsOf: path, encoding: .utf8)
    #expect(kept == yaml)
    var parsed = try ProfileDocument.parse(kept, file: "profile.yaml", against: catalogue)
    parsed.fidelity = profile.fidelity
    #expect(parsed == profile)
  }

  @Test func theExamplesSayWhatTheirTicketsSay() throws {
    let profiles = try ["ftp-debian11", "ftps-debian12", "sftp-debian13"].map { name in
      let path = repositoryProfiles + "/examples/\(name)/profile.yaml"
      return try ProfileDocument.parse(String(contentsOfFile: path, encoding: .utf8), file: path)
    }
    #expect(profiles.map(\.product.version) == ["1.3.7a", "1.3.8b", "1.3.8c"])
    #expect(profiles.map(\.os.version) == ["11", "12", "13"])
    #expect(profiles.map(\.protocols) == [["ftp"], ["ftps"], ["sftp"]])
  }
}

import CaseModel
import Testing

@testable import Profiling

/// Tickets about a product that the catalogue does not have, or that nobody can tell.
@Suite struct AbsentProductTests {
  /// Two products that serve FTP, and one of them the web, too.
  private var several: [String: String] {
    var files = FixtureFolder.catalogue
    files["products/web.yaml"] = Self.web
    return files
  }

  private static let web = FixtureFolder.product
    .replacing("name: ftpserver\ntitle: FTPserver", with: "name: web\ntitle: Web")
    .replacing("aliases: [ftpserverd, Example FTP Server]", with: "aliases: [nginx]")
    .replacing("ftps: { port: 21 }", with: "https: { port: 443 }")
    .replacing(
      "files:\n  - { template: server.conf.mustache, path: /etc/ftpserver.conf, mode: 0640 }\n",
      with: "")

  @Test func theRestOfTheInstallationIsBuilt() throws {
    let profile = try FixtureFolder().derive(.nginx)
    #expect(profile.product == .init(name: "nginx", version: "1.24.0"))
    #expect(profile.os == .init(id: "debian", version: "12"))
    #expect(profile.timezone == "Europe/Berlin")
    #expect(profile.protocols.isEmpty && profile.suites.isEmpty)
    let rows = profile.rows
    #expect(
      rows["product"]
        == .init(
          fact: "product", field: "product.name", asked: "nginx", built: nil, fidelity: .omitted,
          how: #"the catalogue has no "nginx""#,
          why: "to have it installed add Profiles/products/nginx.yaml"))
    for fact in ["product.version", "protocol https"] {
      #expect(rows[fact]?.fidelity == .omitted && rows[fact]?.built == nil)
      #expect(rows[fact]?.why == #"the catalogue has no "nginx""#)
    }
    #expect(rows["os"]?.fidelity == .exact && rows["timezone"]?.fidelity == .exact)
  }

  @Test func anOSThatIsNotStatedIsTheNewestThereIs() throws {
    var detail = InstallationDetail.nginx
    detail.os = .init()
    detail.protocols = []
    let rows = try FixtureFolder().derive(detail).rows
    #expect(rows["os"]?.built == "debian 13")
    #expect(rows["os"]?.why == "nothing is known of it; the newest image that there is")
    #expect(rows["protocols"]?.fidelity == .omitted && rows["protocols"]?.built == nil)
  }

  @Test func aProductThatCouldBeSeveralIsSaidToBeUnknownAndAskedForFirst() throws {
    let folder = try FixtureFolder(several)
    var detail = InstallationDetail.nginx
    detail.product = .init()
    detail.protocols = ["ftp"]
    let profile = try folder.derive(detail)
    #expect(profile.product.name == "unknown")
    let row = profile.rows["product"]
    #expect(row?.asked == "not stated" && row?.fidelity == .omitted && row?.built == nil)
    #expect(row?.how == "the product is not known")
    #expect(row?.why?.hasPrefix("it may be ftpserver or web; add the answer") == true)
    let asked = try Asking(
      detail: detail, rows: profile.fidelity, profile: profile, catalogue: folder.loaded()
    ).questions(all: false)
    #expect(asked.prefix(2).map(\.field) == ["product.name", "product.version"])
    #expect(asked[1].text == "Which version of the software do you use?")
    #expect(asked[1].commands.isEmpty)
    detail.protocols = ["https"]
    #expect(try folder.derive(detail).product.name == "web")
  }

  @Test func aCustomerWhoWaversBetweenOthersDoesNotGetTheOnlyProduct() throws {
    var detail = InstallationDetail.nginx
    detail.product = .init()
    detail.unclear = [.init(field: "product.name", candidates: ["nginx", "Caddy"], why: "or")]
    let profile = try FixtureFolder().derive(detail)
    #expect(profile.product.name == "unknown")
    #expect(profile.rows["product"]?.asked == "unclear: nginx or Caddy")
    detail.unclear[0].candidates = ["nginx", "FTPserver"]
    #expect(try FixtureFolder().derive(detail).product.name == "ftpserver")
  }

  @Test func whatNoAnswerCanChangeIsNotAsked() throws {
    let folder = try FixtureFolder()
    var detail = InstallationDetail.nginx
    detail.product.version = nil
    detail.protocols = []
    let profile = try folder.derive(detail)
    func fields(all: Bool) throws -> [String] {
      try Asking(
        detail: detail, rows: profile.fidelity, profile: profile, catalogue: folder.loaded()
      ).questions(all: all).map(\.text)
    }
    #expect(try !fields(all: false).contains { $0.contains("protocol") || $0.contains("nginx") })
    #expect(try fields(all: true).contains("Which version of nginx do you use?"))
    #expect(try fields(all: true).contains("Which protocols do you use it with?"))
  }

  @Test func anEditToAnotherProductIsNeverTakenForTheCustomers() throws {
    let folder = try FixtureFolder()
    var profile = try folder.derive(.nginx)
    profile.product.name = "ftpserver"
    var detail = InstallationDetail.nginx
    func row() throws -> FidelityRow? {
      try Fidelity.rows(of: detail, built: profile, catalogue: folder.loaded(), osinfo: nil).first
    }
    #expect(try row()?.how == "the profile builds another product")
    #expect(try row()?.fidelity == .omitted)
    detail.product.name = "FTPserver"
    profile.product.name = "nginx"
    #expect(try row()?.how == #"the catalogue has no "nginx""#)
    #expect(try row()?.asked == "FTPserver" && row()?.built == nil)
  }

  @Test func aProductSetWhereNobodySaidIsToldAsSet() throws {
    let folder = try FixtureFolder(several)
    var detail = InstallationDetail.nginx
    detail.product = .init()
    detail.protocols = ["ftp"]
    var profile = try folder.derive(detail)
    profile.product.name = "web"
    let row = try Fidelity.rows(
      of: detail, built: profile, catalogue: folder.loaded(), osinfo: nil
    ).first
    #expect(row?.built == "Web" && row?.how == "set in the profile" && row?.why == nil)
  }

  @Test func aProductThatIsAddedLaterIsTakenUp() throws {
    let folder = try FixtureFolder()
    let old = try ProfileDocument.write(folder.derive(.nginx), detail: .nginx)
    try folder.write("products/web.yaml", Self.web)
    let new = try Profiler.rederive(
      .nginx, case: CaseID("SUP-1"), old: old,
      edited: old.replacing("cpus: 2", with: "cpus: 4"), file: "p", catalogue: folder.loaded(),
      osinfo: nil)
    #expect(new.profile.product == .init(name: "web", version: "1.24.0"))
    #expect(new.profile.protocols == ["https"] && new.profile.node.cpus == 4)
    #expect(new.profile.rows["product"]?.fidelity == .exact && new.conflicts.isEmpty)
  }

  @Test func aProductThatWasSetByHandTakesUpWhatTheCustomerSaysOfIt() throws {
    let folder = try FixtureFolder(several)
    var detail = InstallationDetail.nginx
    detail.product = .init()
    detail.protocols = ["ftp"]
    let old = try ProfileDocument.write(folder.derive(detail), detail: detail)
    detail.product = .init(name: "web", version: "1.24.0")
    let new = try Profiler.rederive(
      detail, case: CaseID("SUP-1"), old: old,
      edited: old.replacing("name: unknown", with: "name: web"), file: "p",
      catalogue: folder.loaded(), osinfo: nil)
    #expect(new.profile.product == .init(name: "web", version: "1.24.0"))
    #expect(new.profile.protocols == ["ftp"] && new.conflicts.isEmpty)
  }
}

extension InstallationDetail {
  /// Of a product that the fixtures' catalogue does not have.
  static var nginx: InstallationDetail {
    var detail = InstallationDetail()
    detail.product = .init(name: "nginx", version: "1.24.0")
    detail.os = .init(id: "debian", version: "12")
    detail.protocols = ["https"]
    detail.timezone = "Europe/Berlin"
    return detail
  }
}

extension FixtureFolder {
  /// The profile, which its catalogue finds nothing wrong with.
  func derive(_ detail: InstallationDetail) throws -> EnvironmentProfile {
    try withExtendedLifetime(self) {
      let profile = try Profiler.derive(
        detail, case: CaseID("SUP-1"), catalogue: loaded(), osinfo: nil)
      try ProfileDocument.check(profile, against: loaded(), derived: profile.product.name)
      return profile
    }
  }
}

extension EnvironmentProfile {
  /// Its fidelity by fact.
  var rows: [String: FidelityRow] {
    Dictionary(uniqueKeysWithValues: fidelity.map { ($0.fact, $0) })
  }
}

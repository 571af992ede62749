import CaseModel
import Testing

@testable import Profiling

@Suite struct NearestOSTests {
  /// What is built and what is said of it.
  private struct Choice {
    var os: String
    var grade: FidelityRow.Grade
    var how: String
    var why: String?
  }

  private func choice(
    _ id: String, _ version: String, of images: [(String, String)], osinfo: Bool = true
  ) throws -> Choice? {
    let database = try FixtureFolder(FixtureFolder.osinfo)
    return try choice(id, version, of: images, in: osinfo ? OSInfo(folders: [database.path]) : nil)
  }

  private func choice(
    _ id: String, _ version: String, of images: [(String, String)], in osinfo: OSInfo?
  ) throws -> Choice? {
    var files = FixtureFolder.catalogue.filter { !$0.key.hasPrefix("images/") }
    for (id, version) in images {
      let name = "\(id)-\(version.replacing(".", with: "-"))"
      files["images/\(name).yaml"] = FixtureFolder.image(version, "any", id: id)
        .replacing("name: \(id)-\(version)", with: "name: \(name)")
    }
    let ids = Set(images.map(\.0)).sorted().joined(separator: ", ")
    files["products/ftpserver.yaml"] = FixtureFolder.product.replacing("[debian]", with: "[\(ids)]")
    guard !images.isEmpty else {
      return NearestOS(wanted: .init(id: id, version: version), osinfo: osinfo).choose(from: [])
        .map { Choice(os: $0.os.text, grade: .exact, how: "") }
    }
    let folder = try FixtureFolder(files)
    var detail = InstallationDetail()
    detail.os = .init(id: id, version: version)
    let profile = try Profiler.derive(
      detail, case: CaseID("SUP-1"), catalogue: folder.loaded(), osinfo: osinfo)
    let row = try #require(profile.fidelity.first { $0.field == "os" })
    return Choice(os: profile.os.text, grade: row.fidelity, how: row.how, why: row.why)
  }

  private let debian = [("debian", "11"), ("debian", "12"), ("debian", "13")]

  @Test func theSameVersionIsExact() throws {
    let found = try choice("debian", "12", of: debian)
    #expect(found?.os == "debian 12" && found?.grade == .exact && found?.why == nil)
  }

  @Test func aPointReleaseIsEquivalentToItsRelease() throws {
    let found = try choice("debian", "12.5", of: debian)
    #expect(found?.os == "debian 12" && found?.grade == .equivalent)
    #expect(found?.how == "12.5 and 12 are the same release")
    #expect(try choice("debian", "1", of: debian)?.grade == .approximate)
  }

  @Test func aCloneOfTheSameMajorVersionIsEquivalent() throws {
    let found = try choice("rhel", "8.6", of: debian + [("rocky", "8.5")])
    #expect(found?.os == "rocky 8.5" && found?.grade == .equivalent)
    #expect(
      found?.how == """
        built from the same sources: rhel 8.6 derives from rhel 8.5; rocky 8.5 is a clone of rhel 8.5
        """)
    #expect(
      found?.why == """
        there is no image of rhel 8.6, and rocky 8.5 is the nearest; \
        end of life of rhel 8.6: 2029-05-31, of rocky 8.5: not known
        """)
  }

  @Test func aReleaseThatTheDatabaseDoesNotHaveIsRelatedAsTheNearestThatItHas() throws {
    let found = try choice("rhel", "8.10", of: debian + [("rocky", "8.5")])
    #expect(found?.os == "rocky 8.5" && found?.grade == .equivalent)
  }

  @Test func theNearestVersionOfTheSameOSIsApproximateAndToldWithItsDistance() throws {
    let found = try choice("debian", "10", of: debian)
    #expect(found?.os == "debian 11" && found?.grade == .approximate)
    #expect(found?.how == "another version of the same OS, 1 relation away in osinfo-db")
    #expect(
      found?.why == """
        there is no image of debian 10, and debian 11 is the nearest; \
        end of life of debian 10: 2022-09-10, of debian 11: not known
        """)
  }

  @Test func debianIsNoCloneOfRHELButLinuxToo() throws {
    let found = try choice("rhel", "8.6", of: debian)
    #expect(found?.os == "debian 11" && found?.grade == .approximate)
    #expect(found?.how == "no relative of it, but Linux too")
  }

  @Test func aDerivativeIsBuiltOnTheNextReleaseOfWhatItDerivesFrom() throws {
    let found = try choice("ubuntu", "22.04", of: debian + [("rocky", "8.5")])
    #expect(found?.os == "debian 12" && found?.grade == .approximate)
    #expect(found?.how.hasPrefix("ubuntu derives from debian") == true)
    #expect(try choice("ubuntu", "20.04", of: debian)?.os == "debian 11")
    #expect(try choice("ubuntu", "99.04", of: debian)?.os == "debian 13")
  }

  @Test func withoutADatabaseTheNewestIsTakenForAnotherLinux() throws {
    let found = try choice("alpine", "3.19", of: debian, osinfo: false)
    #expect(found?.os == "debian 13" && found?.grade == .approximate)
  }

  @Test(arguments: [
    ("windows-server", "2019", true), ("windows", "11 23H2", false), ("aix", "7.3", false),
  ])
  func anotherFamilyIsOmittedNotSilentlyReplaced(
    _ id: String, _ version: String, _ osinfo: Bool
  ) throws {
    let found = try choice(id, version, of: debian, osinfo: osinfo)
    #expect(found?.grade == .omitted)
    #expect(found?.how == "another family, so nothing that depends on the OS is rebuilt")
    #expect(found?.why?.contains("is built instead") == true)
  }

  @Test func nothingIsChosenFromNothing() throws {
    #expect(try choice("debian", "12", of: []) == nil)
  }

  /// The host's own osinfo-db, whatever its age: these relations have been in it for years.
  @Test(
    .enabled(if: OSInfo.standard([:]) != nil, "osinfo-db is not installed"),
    arguments: [
      ("rocky", "8.6", "almalinux 8", FidelityRow.Grade.equivalent),
      ("rhel", "8.4", "almalinux 8", .equivalent), ("centos", "8", "almalinux 8", .equivalent),
      ("ol", "8.5", "almalinux 8", .equivalent), ("rhel", "9.0", "almalinux 9", .equivalent),
      ("rocky", "9.99", "almalinux 9", .equivalent), ("debian", "10", "debian 11", .approximate),
      ("ubuntu", "22.04", "debian 12", .approximate), ("fedora", "36", "fedora 35", .approximate),
      ("windows-server", "2019", "nothing", .omitted),
    ])
  func theRealDatabaseLeadsToTheNearest(
    _ id: String, _ version: String, _ expected: String, _ grade: FidelityRow.Grade
  ) throws {
    let images = debian + [("almalinux", "8"), ("almalinux", "9"), ("fedora", "35")]
    let found = try #require(try choice(id, version, of: images, in: OSInfo.standard([:])))
    #expect(found.grade == grade)
    if grade != .omitted { #expect(found.os == expected) }
  }
}

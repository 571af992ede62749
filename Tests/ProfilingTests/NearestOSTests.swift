import CaseModel
import Testing

@testable import Profiling

@Suite struct NearestOSTests {
  private func choice(
    _ id: String, _ version: String, of images: [(String, String)], osinfo: Bool = true
  ) throws -> OSChoice? {
    var files: [String: String] = [:]
    for (id, version) in images {
      files["images/\(id)-\(version.replacing(".", with: "-")).yaml"] =
        FixtureFolder.image(version, "any", id: id)
        .replacing(
          "name: \(id)-\(version)", with: "name: \(id)-\(version.replacing(".", with: "-"))")
    }
    let (catalogue, database) = (try FixtureFolder(files), try FixtureFolder(FixtureFolder.osinfo))
    return NearestOS(
      wanted: .init(id: id, version: version),
      osinfo: osinfo ? OSInfo(folders: [database.path]) : nil
    ).choose(from: try catalogue.loaded().imageRecipes())
  }

  private let debian = [("debian", "11"), ("debian", "12"), ("debian", "13")]

  @Test func theSameVersionIsExact() throws {
    let found = try choice("debian", "12", of: debian)
    #expect(found?.recipe.os.version == "12" && found?.grade == .exact)
  }

  @Test func aPointReleaseIsEquivalentToItsRelease() throws {
    let found = try choice("debian", "12.5", of: debian)
    #expect(found?.recipe.os.version == "12" && found?.grade == .equivalent)
    #expect(found?.how == "12.5 and 12 are the same release")
    #expect(try choice("debian", "1", of: debian)?.grade == .approximate)
  }

  @Test func aCloneOfTheSameMajorVersionIsEquivalent() throws {
    let found = try choice("rhel", "8.6", of: debian + [("rocky", "8.5")])
    #expect(found?.recipe.os.id == "rocky" && found?.grade == .equivalent)
    #expect(
      found?.how == """
        built from the same sources: rhel 8.6 derives from rhel 8.5; rocky 8.5 is a clone of rhel 8.5; \
        end of life of rhel 8.6: 2029-05-31
        """)
  }

  @Test func theNearestVersionOfTheSameOSIsApproximateAndToldWithItsDistance() throws {
    let found = try choice("debian", "10", of: debian)
    #expect(found?.recipe.os.version == "11" && found?.grade == .approximate)
    #expect(
      found?.how == """
        there is no image of debian 10; 11 is the nearest version, 1 relation away in osinfo-db; \
        end of life of debian 10: 2022-09-10
        """)
  }

  @Test func debianIsNoCloneOfRHELButLinuxToo() throws {
    let found = try choice("rhel", "8.6", of: debian)
    #expect(found?.recipe.os.text == "debian 11" && found?.grade == .approximate)
    #expect(found?.how.contains("debian 11 is built instead, which is Linux too") == true)
  }

  @Test func withoutADatabaseTheNewestIsTakenForAnotherLinux() throws {
    let found = try choice("amzn", "2023", of: debian, osinfo: false)
    #expect(found?.recipe.os.text == "debian 13" && found?.grade == .approximate)
  }

  @Test(arguments: [
    ("windows-server", "2019", true), ("windows", "11 23H2", false), ("aix", "7.3", false),
  ])
  func anotherFamilyIsOmittedNotSilentlyReplaced(
    _ id: String, _ version: String, _ osinfo: Bool
  ) throws {
    let found = try choice(id, version, of: debian, osinfo: osinfo)
    #expect(found?.grade == .omitted)
    #expect(found?.how.contains("nothing that depends on the OS is rebuilt") == true)
  }

  @Test func nothingIsChosenFromNothing() throws {
    #expect(try choice("debian", "12", of: []) == nil)
  }
}

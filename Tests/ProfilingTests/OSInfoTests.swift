import CaseModel
import Foundation
import Testing

@testable import Profiling

@Suite struct OSInfoTests {
  @Test func readsAnEntryByIdentifierAndByOSRelease() throws {
    let folder = try FixtureFolder(FixtureFolder.osinfo)
    let osinfo = OSInfo(folders: [folder.path])
    let entry = try #require(osinfo.entry("http://redhat.com/rhel/8.6"))
    #expect(entry.shortID == "rhel8.6" && entry.name == "Invented 8.6" && entry.family == "linux")
    #expect(entry.releaseDate == "2022-05-10" && entry.endOfLife == "2029-05-31")
    #expect(entry.derivesFrom == ["http://redhat.com/rhel/8.5"])
    #expect(entry.minimumMemoryMiB == 2048)
    #expect(osinfo.entry(for: .init(id: "rhel", version: "8.6")) == entry)
  }

  @Test(arguments: [
    ("debian", "11.7", "debian11"), ("debian", "11", "debian11"), ("debian", "12", nil),
    ("windows-server", "2019", "win2k19"), ("rhel", "9", nil), ("", "", nil), ("../os", "11", nil),
    ("debian", "../../x", nil),
  ])
  func findsWhatOSReleaseNames(_ id: String, _ version: String, _ expected: String?) throws {
    let folder = try FixtureFolder(FixtureFolder.osinfo)
    let entry = OSInfo(folders: [folder.path]).entry(for: .init(id: id, version: version))
    #expect(entry?.shortID == expected)
  }

  @Test(arguments: [
    "http://../../etc/passwd", "file:///etc/passwd", "http://debian.org/../x/1", "", "%%",
  ])
  func identifiersDoNotLeaveTheDatabase(_ identifier: String) throws {
    let folder = try FixtureFolder(FixtureFolder.osinfo)
    #expect(OSInfo(folders: [folder.path]).entry(identifier) == nil)
  }

  @Test func theUsersDatabaseComesFirst() throws {
    let (user, system) = (try FixtureFolder([:]), try FixtureFolder(FixtureFolder.osinfo))
    let xml = try #require(FixtureFolder.osinfo["os/debian.org/debian-11.xml"])
    try user.write("os/debian.org/debian-11.xml", xml.replacing("Invented", with: "Newer"))
    let osinfo = try #require(
      OSInfo.standard([
        "OSINFO_USER_DIR": user.path, "OSINFO_LOCAL_DIR": "/nonexistent",
        "OSINFO_SYSTEM_DIR": system.path,
      ]))
    #expect(osinfo.folders == [user.path, system.path])
    #expect(osinfo.entry("http://debian.org/debian/11")?.name == "Newer 11")
    #expect(osinfo.entry("http://debian.org/debian/10")?.name == "Invented 10")
  }

  @Test func filesThatAreNotOSInfoAreAsGoodAsMissing() throws {
    let folder = try FixtureFolder([
      "os/a.example/a-1.xml": "<libosinfo><os id='x'>", "os/a.example/a-2.xml": "",
      "os/a.example/a-3.xml": "\0",
      "os/a.example/a-4.xml": """
      <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><libosinfo><os id="i"><name>&e;</name></os></libosinfo>
      """,
    ])
    let osinfo = OSInfo(folders: [folder.path])
    for version in 1...3 { #expect(osinfo.entry("http://a.example/a/\(version)") == nil) }
    #expect(osinfo.entry("http://a.example/a/4")?.name.contains("root") != true)
  }

  @Test func kinshipIsTheWayToTheNearestCommonAncestor() throws {
    let folder = try FixtureFolder(FixtureFolder.osinfo)
    let osinfo = OSInfo(folders: [folder.path])
    let rhel = try #require(osinfo.entry("http://redhat.com/rhel/8.6"))
    let rocky = try #require(osinfo.entry("http://rocky.example/rocky/8.5"))
    func kinship(_ a: OSInfoEntry, _ b: OSInfoEntry) -> Kinship? {
      Kinship.between(Kinship.ancestry(of: a, in: osinfo), Kinship.ancestry(of: b, in: osinfo))
    }
    let found = try #require(kinship(rhel, rocky))
    #expect(found.steps == 2 && found.throughClone)
    #expect(
      found.text == "rhel 8.6 derives from rhel 8.5; rocky 8.5 is a clone of rhel 8.5")
    let debian = try #require(osinfo.entry("http://debian.org/debian/11"))
    #expect(kinship(rhel, debian) == nil)
  }

  @Test func aDatabaseWithACircleEnds() throws {
    let folder = try FixtureFolder(FixtureFolder.osinfo)
    let osinfo = OSInfo(folders: [folder.path])
    let loop = try #require(osinfo.entry("http://loop.example/loop/1"))
    let ancestry = Kinship.ancestry(of: loop, in: osinfo)
    #expect(Kinship.between(ancestry, ancestry)?.steps == 0)
  }
}

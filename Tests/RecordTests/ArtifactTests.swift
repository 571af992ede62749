import CaseModel
import Foundation
import Testing

@testable import Record

struct ArtifactTests {
  let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  @Test func `a file is kept once, under the digest of its bytes`() async throws {
    let fixture = try Fixture()
    let run = try fixture.begin().runName
    let path = try fixture.folder.file("server.log", Array("abc".utf8))
    let first = try await fixture.store.keepArtifact(
      file: path, name: "logs/server.log", kind: "server-log", run: run)
    let second = try await fixture.store.keepArtifact(
      bytes: Array("abc".utf8), name: "copy.log", kind: "console", run: run)
    #expect(
      first == ArtifactRecord(name: "logs/server.log", kind: "server-log", digest: abc, size: 3))
    #expect(second.digest == abc)
    #expect(fixture.store.artifactPath(first) == "\(fixture.folder.home.artifacts)/ba/\(abc)")
    #expect(fixture.store.artifactText(first) == "abc")
    #expect(try fixture.store.run(fixture.id, 1)?.artifacts == [first, second])
    #expect(try files(fixture) == ["ba", "ba/\(abc)", "incoming"])
  }

  @Test func `the same name holds for the same bytes, and other bytes get another name`()
    async throws
  {
    let fixture = try Fixture()
    let run = try fixture.begin().runName
    var names: [String] = []
    for bytes in [[1], [1], [2], [3]] as [[UInt8]] {
      names += [
        try await fixture.store.keepArtifact(bytes: bytes, name: "a/b.log", kind: "x", run: run)
          .name
      ]
    }
    #expect(names == ["a/b.log", "a/b.log", "a/b~2.log", "a/b~3.log"])
    #expect(try fixture.store.run(fixture.id, 1)?.artifacts.count == 3)
  }

  @Test(arguments: [
    ("/etc/../../passwd", "etc/passwd"), ("..", "unnamed"), ("", "unnamed"),
    ("a\u{0}\n\u{1b}[1m<b>.log", "a____1m_b_.log"), ("-rf", "_rf"), ("über log", "_ber_log"),
    ("var//log/./x", "var/log/x"),
  ]) func `a name from a guest becomes a safe path`(_ name: String, _ safe: String) {
    #expect(ArtifactName.safe(name) == safe)
    #expect(ArtifactName.safe(String(repeating: "x", count: 9999)).count == 100)
  }

  @Test func `only regular files are kept`() async throws {
    let fixture = try Fixture()
    let run = try fixture.begin().runName
    let link = fixture.folder.home.root + "/link"
    symlink("/etc/hostname", link)
    let pipe = fixture.folder.home.root + "/pipe"
    mkfifo(pipe, 0o600)
    for path in [link, pipe, "/dev/null", fixture.folder.home.root, "/no/such"] {
      await #expect(throws: CaselabError.self) {
        try await fixture.store.keepArtifact(file: path, name: "x", kind: "x", run: run)
      }
    }
    #expect(try files(fixture).filter { $0 != "incoming" }.isEmpty)
  }

  @Test func `a large file is kept whole and its text is its end`() async throws {
    let fixture = try Fixture()
    let run = try fixture.begin().runName
    let bytes = (0..<(3 << 20)).map { UInt8(97 + $0 % 26) }
    let kept = try await fixture.store.keepArtifact(
      file: fixture.folder.file("big", bytes), name: "big", kind: "console", run: run)
    #expect(kept.size == 3 << 20)
    #expect(FileManager.default.contents(atPath: fixture.store.artifactPath(kept)) == Data(bytes))
    let text = try #require(fixture.store.artifactText(kept, limit: 4))
    #expect(
      text == "[the first 3145724 bytes are left out]\n"
        + String(decoding: bytes.suffix(4), as: UTF8.self))
  }

  @Test func `a damaged file is replaced when its bytes come again`() async throws {
    let fixture = try Fixture()
    let run = try fixture.begin().runName
    let kept = try await fixture.store.keepArtifact(
      bytes: Array("abc".utf8), name: "a", kind: "x", run: run)
    truncate(fixture.store.artifactPath(kept), 1)
    try await fixture.store.keepArtifact(bytes: Array("abc".utf8), name: "a", kind: "x", run: run)
    #expect(fixture.store.artifactText(kept) == "abc")
  }

  @Test func `a sweep removes what no run has and what a killed process left, and nothing else`()
    async throws
  {
    let fixture = try Fixture()
    let run = try fixture.begin().runName
    let kept = try await fixture.store.keepArtifact(
      bytes: Array("abc".utf8), name: "a", kind: "x", run: run)
    let artifacts = fixture.folder.home.artifacts
    let mark = ProcessMark.current
    let stray = "\(artifacts)/ba/\(String(repeating: "0", count: 64))"
    let left = "\(artifacts)/incoming/\(mark.pid).\(mark.startedTicks + 1).5"
    let current = "\(artifacts)/incoming/\(mark.pid).\(mark.startedTicks).5"
    for path in [stray, left, current] { try Data([1, 2]).write(to: URL(fileURLWithPath: path)) }

    let found = try fixture.store.unreferencedArtifacts()
    #expect(Set(found.paths) == [stray, left])
    #expect(found.bytes == 4)
    #expect(try fixture.store.sweepArtifacts() == found)
    #expect(try fixture.store.unreferencedArtifacts() == SweptFiles())
    #expect(fixture.store.artifactText(kept) == "abc")
    #expect(FileManager.default.fileExists(atPath: current))
  }

  private func files(_ fixture: Fixture) throws -> [String] {
    guard FileManager.default.fileExists(atPath: fixture.folder.home.artifacts) else { return [] }
    return try FileManager.default.subpathsOfDirectory(atPath: fixture.folder.home.artifacts)
      .sorted()
  }
}

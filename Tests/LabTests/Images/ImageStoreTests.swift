import CaseModel
import Foundation
import Testing

@testable import Lab

@Suite struct ImageStoreTests {
  @Test func `a home without images has none`() throws {
    let store = try Scratch().store
    #expect(try store.list().isEmpty)
    #expect(try store.image(named: "debian-12") == nil)
  }

  @Test func `of two images of one name the newer counts`() async throws {
    let scratch = try Scratch()
    let store = scratch.store
    for (seed, madeAt) in [
      (UInt8(1), "2026-01-02T00:00:00Z"), (2, "2026-03-01T00:00:00Z"), (3, "2026-02-01T00:00:00Z"),
    ] {
      let image = try await store.importFile(
        scratch.rawDisk("\(seed)", seed: seed), name: "own-\(seed)", os: .debian12, arch: "x86_64",
        cloudInit: false)
      var older = image
      older.name = "own"
      older.madeAt = madeAt
      let path = store.folder(of: image) + "/manifest.json"
      try FileManager.default.removeItem(atPath: path)
      try JSONEncoder().encode(older).write(to: URL(fileURLWithPath: path))
    }
    #expect(try store.list().map(\.madeAt.prefixOfMonth) == ["2026-03", "2026-02", "2026-01"])
    #expect(try store.image(named: "own")?.madeAt == "2026-03-01T00:00:00Z")
    #expect(try store.image(os: .debian12, arch: "x86_64")?.madeAt == "2026-03-01T00:00:00Z")
    #expect(try store.image(os: .debian12, arch: "aarch64") == nil)
  }

  @Test func `a broken manifest is named`() throws {
    let scratch = try Scratch()
    try Folder.create(scratch.home.images + "/00")
    try scratch.write("{}".utf8, to: "images/00/manifest.json")
    let error = #expect(throws: CaselabError.self) { try scratch.store.list() }
    #expect(error?.message.contains("images/00") == true)
  }

  @Test func `whoever waits for the same image hears of it and takes what the other made`()
    async throws
  {
    let scratch = try Scratch()
    let store = scratch.store
    let notes = Notes()
    let (lock, _) = try await store.lock("vendor-12") { _ in }
    let recipe = try JSONDecoder().decode(
      ImageRecipe.self,
      from: Data(
        """
        {"schema": "caselab.image/1", "name": "vendor-12", "os": {"id": "debian", "version": "12"},
         "arch": "x86_64", "pull": {"url": "http://127.0.0.1:9/never-asked",
         "sha256": "\(String(repeating: "0", count: 64))"}}
        """.utf8))
    async let second = store.pull(recipe) { await notes.add($0) }
    await notes.heard("waiting for process \(getpid())")
    let first = try await store.take(
      scratch.rawDisk("disk"),
      as: FinishedImage(name: "vendor-12", os: .debian12, arch: "x86_64", origin: "test"))
    lock.release()
    #expect(try await second == first)
  }
}

extension String {
  fileprivate var prefixOfMonth: String { String(prefix(7)) }
}

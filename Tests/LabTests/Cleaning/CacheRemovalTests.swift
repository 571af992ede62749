import Foundation
import Machines
import Testing

@testable import CaseModel
@testable import Lab

@Suite final class CacheRemovalTests {
  private let home = Home(
    root: FileManager.default.temporaryDirectory.path + "/caselab-layers-\(UUID())")
  private var store: LayerStore { LayerStore(home: home) }
  private let longAgo = Date(timeIntervalSinceNow: -90 * 86_400)

  deinit { try? FileManager.default.removeItem(atPath: home.root) }

  /// A sealed layer as the builder leaves it.
  private func layer(_ name: String, on parent: String, used: Date) throws {
    let folder = store.folder("sha256:" + name)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let manifest = LayerManifest(
      name: name, digest: "sha256:" + name, parent: "sha256:" + parent, buildTime: 1,
      madeAt: "2030-01-02T03:04:05Z")
    try JSONEncoder().encode(manifest).write(to: URL(filePath: folder + "/manifest.json"))
    try Data(count: 5000).write(to: URL(filePath: folder + "/disk.qcow2"))
    try FileManager.default.setAttributes(
      [.modificationDate: used], ofItemAtPath: folder + "/manifest.json")
  }

  private func doomed() throws -> [String] {
    try CacheRemoval(home: home).unused(since: Date(timeIntervalSinceNow: -30 * 86_400))
      .map(\.name)
  }

  @Test func whatAUsedLayerStandsOnStays() throws {
    try layer("tools", on: "image", used: longAgo)
    try layer("product", on: "tools", used: Date())
    try layer("old", on: "tools", used: longAgo)
    #expect(try doomed() == ["old"])
  }

  @Test func aWholeUnusedStackGoesFromTheTop() throws {
    try layer("a", on: "image", used: longAgo)
    try layer("b", on: "a", used: longAgo)
    try layer("c", on: "b", used: longAgo)
    #expect(try doomed() == ["c", "b", "a"])
    let removal = CacheRemoval(home: home)
    try removal.remove(try removal.unused(since: Date()), resources: [])
    #expect(try store.list().isEmpty)
  }

  @Test func aBudgetTakesTheLeastRecentlyUsedFirst() throws {
    try layer("tools", on: "image", used: longAgo)
    try layer("new", on: "tools", used: Date())
    try layer("older", on: "image", used: Date(timeIntervalSinceNow: -3600))
    let size = store.size("sha256:older")
    let removal = CacheRemoval(home: home)
    #expect(try removal.beyond(3 * size).isEmpty)
    #expect(try removal.beyond(2 * size).map(\.name) == ["older"])
    #expect(try removal.beyond(0).map(\.name) == ["older", "new", "tools"])
  }

  @Test func usingALayerKeepsIt() throws {
    try layer("a", on: "image", used: longAgo)
    store.markUsed("sha256:a")
    #expect(try doomed().isEmpty)
  }

  @Test func whileAMachineIsThereNothingGoes() throws {
    try layer("a", on: "image", used: longAgo)
    let removal = CacheRemoval(home: home)
    let machine = LabResource(kind: .machine, name: "caselab.x", owner: Sample.owner)
    #expect(throws: CaselabError.self) {
      try removal.remove(try removal.unused(since: Date()), resources: [machine])
    }
    #expect(try store.list().count == 1)
  }
}

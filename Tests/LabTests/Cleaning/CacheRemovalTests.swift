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

  /// A ready state as its maker leaves it.
  private func readyState(_ name: String, on layer: String, used: Date, tool: String = "1") throws {
    let store = ReadyStateStore(home: home)
    let digest = "sha256:" + name
    try FileManager.default.createDirectory(
      atPath: store.folder(digest), withIntermediateDirectories: true)
    let manifest = ReadyStateManifest(
      digest: digest,
      inputs: [
        LayerInput("tool", tool), LayerInput("host", "h 1"), LayerInput("QEMU", "10.0.2 stamp"),
      ],
      standsOn: ["sha256:" + layer],
      nodes: [.init(name: "product", memoryMiB: 512, hasSeed: false, seals: [:])],
      madeAt: "2030-01-02T03:04:05Z", stoodStillAt: 0, findings: .init(), suites: [:])
    try JSONEncoder().encode(manifest)
      .write(to: URL(filePath: store.folder(digest) + "/manifest.json"))
    try Data(count: 50_000).write(to: URL(filePath: store.folder(digest) + "/product.memory"))
    try FileManager.default.setAttributes(
      [.modificationDate: used], ofItemAtPath: store.folder(digest) + "/manifest.json")
  }

  @Test func aReadyStateKeepsTheLayersItStandsOn() throws {
    try layer("tools", on: "image", used: longAgo)
    try layer("product", on: "tools", used: longAgo)
    try readyState("ready", on: "product", used: Date())
    #expect(try doomed().isEmpty)
    try readyState("old", on: "tools", used: longAgo)
    #expect(try doomed() == ["product"], "the name of its only node")
  }

  @Test func ofReadyStatesOnlyThoseInUseMayBeKept() throws {
    try layer("tools", on: "image", used: longAgo)
    try readyState("old", on: "tools", used: longAgo)
    try readyState("mine", on: "tools", used: longAgo)
    try readyState("new", on: "tools", used: Date())
    let removal = CacheRemoval(home: home)
    #expect(
      try removal.readyStates(beyond: 0, keeping: "sha256:mine").map(\.digest) == [
        "sha256:old", "sha256:new",
      ])
    let all = try removal.items().reduce(0) { $0 + $1.size }
    #expect(
      try removal.readyStates(beyond: all - 1, keeping: "sha256:mine").map(\.digest)
        == ["sha256:old"])
    // They have what they need open: a machine that is up keeps layers, not these.
    let machine = LabResource(kind: .machine, name: "caselab.x", owner: Sample.owner)
    try removal.remove(
      removal.readyStates(beyond: 0, keeping: "sha256:mine"), resources: [machine])
    #expect(ReadyStateStore(home: home).list().map(\.digest) == ["sha256:mine"])
  }

  @Test func whatAnotherProgramMadeIsStale() throws {
    try readyState("a", on: "image", used: Date())
    try readyState("b", on: "image", used: Date(), tool: "2")
    let removal = CacheRemoval(home: home)
    func stale(_ place: HostIdentity) throws -> [String] { try removal.stale(place).map(\.digest) }
    #expect(
      try stale(HostIdentity(host: " 1", tool: "1", emulator: "stamp")) == ["sha256:b"])
    #expect(try stale(HostIdentity(host: " 1", tool: "1", emulator: "other")).count == 2)
    #expect(try stale(HostIdentity(host: " 2", tool: "1", emulator: "stamp")).count == 2)
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

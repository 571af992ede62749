import CaseModel
import Foundation
import Testing

@testable import Lab

@Suite struct LayerStoreTests {
  private let home = Home(root: NSTemporaryDirectory() + "/" + UUID().uuidString)
  private var store: LayerStore { LayerStore(home: home) }

  private func put(_ name: String, on parent: String, build: String?, parentBuild: String?) throws {
    let folder = store.folder("sha256:" + name)
    try Folder.create(folder)
    let manifest = LayerManifest(
      name: name, digest: "sha256:" + name, parent: "sha256:" + parent, build: build,
      parentBuild: parentBuild, buildTime: 1, madeAt: "2030-01-02T03:04:05Z")
    try JSONEncoder().encode(manifest).write(to: URL(filePath: folder + "/manifest.json"))
  }

  private func isUsable(_ name: String) throws -> Bool {
    try store.manifest("sha256:" + name) != nil
  }

  @Test func aLayerIsUsedOnTheVeryBuildThatItWasMadeOn() throws {
    defer { try? Folder.remove(home.root) }
    try put("tools", on: "image", build: "one", parentBuild: nil)
    try put("client", on: "tools", build: "two", parentBuild: "one")
    #expect(try isUsable("tools") && isUsable("client"))
    try Folder.remove(store.folder("sha256:tools"))
    #expect(try !isUsable("client"), "what it stands on was removed")
    try put("tools", on: "image", build: "three", parentBuild: nil)
    #expect(try isUsable("tools") && !isUsable("client"), "what it stands on was built again")
    #expect(try store.list().map(\.name).sorted() == ["client", "tools"])
  }

  @Test func layersFromBeforeBuildsWereToldApartAreUsedOnEachOther() throws {
    defer { try? Folder.remove(home.root) }
    try put("tools", on: "image", build: nil, parentBuild: nil)
    try put("client", on: "tools", build: nil, parentBuild: nil)
    #expect(try isUsable("client"))
  }
}

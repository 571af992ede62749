import CaseModel
import Foundation
import Machines

/// Builds missing layers: runs their steps on the host where that is the same, else in a machine that
/// boots the parent with an uplink, and seals the disk.
public struct LayerBuilder: Sendable {
  let home: Home
  let keeper: NodeKeeper
  let store: LayerStore
  let ledger: any ResourceLedger
  let usesChroot: Bool
  let note: @Sendable (String) async -> Void
  let say: @Sendable (String) -> Void

  /// - Parameters:
  ///   - usesChroot: false: every layer is built in a machine.
  ///   - note: what is being done.
  ///   - say: what is worth to be read later.
  public init(
    home: Home, keeper: NodeKeeper, ledger: any ResourceLedger, usesChroot: Bool,
    note: @escaping @Sendable (String) async -> Void, say: @escaping @Sendable (String) -> Void
  ) {
    self.home = home
    self.keeper = keeper
    self.store = LayerStore(home: home)
    self.ledger = ledger
    self.usesChroot = usesChroot
    self.note = note
    self.say = say
  }

  /// The layer, built when it is not there. A second builder of the same layer waits for the first.
  ///
  /// - Parameter size: of the building machine.
  public func layer(
    _ recipe: LayerRecipe, from source: BootSource, owner: Owner,
    size: EnvironmentProfile.NodeSize
  ) async throws -> LayerManifest {
    let digest = recipe.digest
    if let found = try store.manifest(digest) { return found }
    let lock = try await FileLock.acquire(
      path: home.locks + "/layer-" + digest.dropFirst("sha256:".count).prefix(16)
    ) { holder in
      await note("layer \"\(recipe.name)\" is being built by process \(holder); waiting for it")
    }
    defer { lock.release() }
    if let found = try store.manifest(digest) { return found }
    return try await build(recipe, digest: digest, from: source, owner: owner, size: size)
  }

  private func build(
    _ recipe: LayerRecipe, digest: String, from source: BootSource, owner: Owner,
    size: EnvironmentProfile.NodeSize
  ) async throws -> LayerManifest {
    let folder = home.work + "/layer-" + UUID().uuidString.lowercased()
    let resource = LabResource(kind: .folder, name: folder, owner: owner)
    try await ledger.willCreate(resource)
    do {
      try Folder.create(folder)
      let disk = folder + "/\(owner.node).qcow2"
      let started = ContinuousClock.now
      let parentBuild = try store.manifest(recipe.parent)?.build
      let inChroot = try await fillOnHost(disk, recipe, from: source)
      let choice =
        if let inChroot { inChroot } else {
          try await fillInMachine(folder, recipe, from: source, owner: owner, size: size)
        }
      let manifest = LayerManifest(
        name: recipe.name, digest: digest, parent: recipe.parent,
        build: UUID().uuidString.lowercased(),
        parentBuild: parentBuild,
        packageVersion: choice.version?.package, productVersion: choice.version?.product,
        buildTime: (ContinuousClock.now - started).seconds, madeAt: Timestamp.now(),
        chroot: inChroot != nil, inputs: recipe.inputs)
      try seal(folder, manifest, disk: disk)
      try await ledger.didRemove(resource)
      return manifest
    } catch {
      if await keeper.isGone(owner) {
        try? Folder.remove(folder)
        try? await ledger.didRemove(resource)
      }
      throw error
    }
  }

  /// Makes the disk read-only and moves the folder into its place in one step.
  private func seal(_ folder: String, _ manifest: LayerManifest, disk: String) throws {
    let files = FileManager.default
    try files.moveItem(atPath: disk, toPath: folder + "/disk.qcow2")
    try files.setAttributes(
      [.posixPermissions: 0o400], ofItemAtPath: folder + "/disk.qcow2")
    for leftover in ["seed.img", BootSource.sshFolder] {
      try? files.removeItem(atPath: folder + "/" + leftover)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try encoder.encode(manifest).write(to: URL(filePath: folder + "/manifest.json"))
    let place = store.folder(manifest.digest)
    // What is there still is not to be used: it stands on another build of the layer below.
    try Folder.remove(place)
    try Folder.publish(folder, as: place)
  }
}

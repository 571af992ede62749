import CaseModel
import Foundation
import Machines

/// Builds missing layers: boots the parent with an uplink, runs the steps, seals the disk.
public struct LayerBuilder: Sendable {
  let home: Home
  let keeper: NodeKeeper
  let store: LayerStore
  let ledger: any ResourceLedger
  let note: @Sendable (String) async -> Void

  public init(
    home: Home, keeper: NodeKeeper, ledger: any ResourceLedger,
    note: @escaping @Sendable (String) async -> Void
  ) {
    self.home = home
    self.keeper = keeper
    self.store = LayerStore(home: home)
    self.ledger = ledger
    self.note = note
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
      let manifest = try await fill(
        folder, recipe, digest: digest, from: source, owner: owner, size: size)
      try seal(folder, manifest, disk: folder + "/\(owner.node).qcow2")
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

  private func fill(
    _ folder: String, _ recipe: LayerRecipe, digest: String, from source: BootSource,
    owner: Owner, size: EnvironmentProfile.NodeSize
  ) async throws -> LayerManifest {
    let started = ContinuousClock.now
    await note("booting a machine to build it in")
    let node = try await keeper.start(
      owner, title: "caselab layer \(recipe.name)", size: size, from: source, in: folder,
      uplink: true)
    do {
      let chosen = try await install(recipe, in: node.guest)
      await note("sealing")
      try await node.machine.shutDown(within: keeper.limits.shutDown)
      try await keeper.destroy(node.machine)
      return LayerManifest(
        name: recipe.name, digest: digest, parent: recipe.parent,
        packageVersion: chosen?.package, productVersion: chosen?.product,
        buildTime: (ContinuousClock.now - started).seconds, madeAt: Timestamp.now(),
        inputs: recipe.inputs)
    } catch {
      try? await Shield.run { try await keeper.destroy(node.machine) }
      throw error
    }
  }

  private func install(
    _ recipe: LayerRecipe, in guest: any Guest
  ) async throws -> VersionChooser.Choice? {
    let steps = StepRunner(guest: guest, limits: keeper.limits, note: note)
    var environment = recipe.environment
    environment["CASELAB_VERSION"] = ""
    var choice: VersionChooser.Choice?
    _ = try await steps.run(Self.uplink, environment: environment)
    if let authorities = HostAuthorities() {
      try await guest.write(authorities.bundle, to: HostAuthorities.path, mode: "0644")
      environment.merge(HostAuthorities.variables) { $1 }
    }
    if let version = recipe.version, let available = version.probe.available {
      let result = try await steps.run(
        .init(name: "find versions", run: available, timeout: nil), environment: environment)
      choice = try VersionChooser(pattern: version.probe.pattern)
        .choose(wanted: version.wanted, from: result.outputText)
      environment["CASELAB_VERSION"] = choice?.package ?? ""
    }
    for step in recipe.steps { _ = try await steps.run(step, environment: environment) }
    return choice
  }

  /// The agent answers before the network is there; a route and a name server say that it is.
  private static let uplink = Product.Step(
    name: "wait for the uplink",
    run: """
      for second in $(seq 60); do
        if awk '$2 == "00000000" { found = 1 } END { exit !found }' /proc/net/route &&
          grep -q '^nameserver' /etc/resolv.conf; then exit 0; fi
        sleep 1
      done
      echo "no default route, or no name server, within 60 s" >&2
      cat /proc/net/route /etc/resolv.conf >&2
      exit 1
      """, timeout: 90)

  /// Makes the disk read-only and moves the folder into its place in one step.
  private func seal(_ folder: String, _ manifest: LayerManifest, disk: String) throws {
    let files = FileManager.default
    try files.moveItem(atPath: disk, toPath: folder + "/disk.qcow2")
    try files.setAttributes(
      [.posixPermissions: 0o400], ofItemAtPath: folder + "/disk.qcow2")
    try? files.removeItem(atPath: folder + "/seed.img")
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try encoder.encode(manifest).write(to: URL(filePath: folder + "/manifest.json"))
    try Folder.publish(folder, as: store.folder(manifest.digest))
  }
}

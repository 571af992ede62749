import CaseModel
import Foundation
import Machines

extension LayerBuilder {
  /// What a layer's steps came to.
  struct Outcome: Sendable {
    /// Nil for a layer without a version to choose.
    var version: VersionChooser.Choice?
  }

  private typealias Place = @Sendable (GuestCommand) async throws -> GuestResult

  /// Runs the steps in a chroot on the host. Nil where that is not the same as in a machine, where this
  /// host cannot, and where a step fails: then a machine shows whether it really does.
  ///
  /// - Parameter disk: made here; gone again when this gives nil.
  func fillOnHost(
    _ disk: String, _ recipe: LayerRecipe, from source: BootSource
  ) async throws -> Outcome? {
    guard usesChroot, recipe.mayChroot, try isUntouched(recipe.parent) else { return nil }
    let folder = disk + ".chroot"
    do {
      await note("installing on the disk, without a machine")
      try await QemuImg.createOverlay(at: disk, backing: source.disk, sizeGiB: nil)
      try Folder.create(folder)
      let chroot = HostChroot(
        disk: disk, folder: folder, apt: try await .read(), authorities: HostAuthorities())
      let outcome = try await install(recipe, with: recipe.environment) {
        try await chroot.run($0)
      }
      try Folder.remove(folder)
      return outcome
    } catch {
      try Task.checkCancellation()
      try Folder.remove(folder)
      try Folder.remove(disk)
      say("layer \"\(recipe.name)\" is built in a machine: on this host: \(error)")
      return nil
    }
  }

  /// Whether no machine has ever written to a disk: the host opens the file system of no other.
  private func isUntouched(_ parent: String) throws -> Bool {
    if let layer = try store.manifest(parent) { return layer.chroot == true }
    return try ImageStore(home: home).list().contains { image in
      image.digest == parent && image.isBuilt && image.arch == HostChroot.arch
    }
  }

  /// Runs the steps in a machine with an uplink, which is gone afterwards; its disk stays in `folder`.
  func fillInMachine(
    _ folder: String, _ recipe: LayerRecipe, from source: BootSource, owner: Owner,
    size: EnvironmentProfile.NodeSize
  ) async throws -> Outcome {
    await note("booting a machine to build it in")
    let node = try await keeper.start(
      owner, title: "caselab layer \(recipe.name)", size: size, from: source, in: folder,
      uplink: true)
    do {
      let guest = node.guest
      let place: Place = { try await guest.run($0) }
      let system = guest.system
      var environment = StepEnvironment.fitting(recipe.environment, system)
      _ = try await steps(place, system).run(
        system == .windows
          ? .init(name: Self.uplink.name, run: WindowsScripts.uplink, timeout: 120) : Self.uplink,
        environment: environment)
      if system == .posix, let authorities = HostAuthorities() {
        try await guest.write(authorities.bundle, to: HostAuthorities.path, mode: "0644")
        environment.merge(HostAuthorities.variables) { $1 }
      }
      let outcome = try await install(recipe, with: environment, on: system, in: place)
      await note("sealing")
      try await node.machine.shutDown(within: keeper.limits.shutDown)
      try await keeper.bringBack(
        node.machine, to: folder + "/\(owner.node).qcow2", on: source.disk)
      try await keeper.destroy(node.machine)
      return outcome
    } catch {
      try? await Shield.run { try await keeper.destroy(node.machine) }
      throw error
    }
  }

  private func steps(_ place: @escaping Place, _ system: GuestSystem) -> StepRunner {
    StepRunner(limits: keeper.limits, note: note, system: system, place: place)
  }

  private func install(
    _ recipe: LayerRecipe, with environment: [String: String], on system: GuestSystem = .posix,
    in place: @escaping Place
  ) async throws -> Outcome {
    var environment = environment
    environment["CASELAB_VERSION"] = ""
    var outcome = Outcome()
    if let version = recipe.version, let available = version.probe.available {
      let result = try await steps(place, system).run(
        .init(name: "find versions", run: available, timeout: nil), environment: environment)
      let choice = try VersionChooser(pattern: version.probe.pattern)
        .choose(wanted: version.wanted, from: result.outputText)
      outcome.version = choice
      environment["CASELAB_VERSION"] = choice.package
    }
    for step in recipe.steps {
      _ = try await steps(place, system).run(step, environment: environment)
    }
    return outcome
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
}

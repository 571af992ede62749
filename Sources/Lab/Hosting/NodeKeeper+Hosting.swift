import CaseModel
import Foundation
import Machines

/// Machines of a host that shares no files with this one: what is one machine's lies there beside what
/// all read, and goes with the machine.
extension NodeKeeper {
  /// Puts its disk, its seed and a log for its console there, which the ledger has by its machine.
  func place(_ spec: MachineSpec, source: BootSource, sizeGiB: Int) async throws -> MachineSpec {
    guard let hosted else { return spec }
    let there = try await hosted.ensure(source, for: spec.owner)
    let volumes = MachineVolumes(machine: spec.owner.machineName, uuid: spec.uuid)
    var spec = spec
    try await QemuImg.createOverlay(
      at: spec.disk.path, of: source.disk, thatWillBe: there.disks[0], sizeGiB: sizeGiB)
    try await put(spec.disk.path, as: volumes.disk)
    spec.disk = .init(path: hosted.store.path(volumes.disk), backing: there.disks)
    if let seed = spec.seed {
      try await put(seed, as: volumes.seed)
      spec.seed = hosted.store.path(volumes.seed)
    }
    try await hosted.store.upload("/dev/null", as: volumes.console) { _ in }
    spec.consoleLog = hosted.store.path(volumes.console)
    spec.boot = there.boot
    return spec
  }

  private func put(_ file: String, as name: String) async throws {
    try await hosted?.store.upload(file, as: name) { _ in }
    try Folder.remove(file)
  }

  /// Copies what its console has printed since to the log in its folder here.
  public func fetchConsole(of machine: any Machine, in folder: String) async throws {
    guard let hosted else { return }
    let log = folder + "/console.log"
    let volumes = MachineVolumes(machine: machine.name, uuid: machine.uuid)
    try await hosted.store.download(
      volumes.console, to: log, from: HostedName.length(log))
  }

  /// Keeps on doing so.
  func followConsole(of machine: any Machine, in folder: String) async throws -> Never {
    while true {
      // What fails here shows elsewhere.
      try? await fetchConsole(of: machine, in: folder)
      try await Task.sleep(for: .seconds(2))
    }
  }

  /// Copies the disk of a machine that has ended to `disk` here, on top of the local `below`.
  func bringBack(_ machine: any Machine, to disk: String, on below: String) async throws {
    guard let hosted else { return }
    let volumes = MachineVolumes(machine: machine.name, uuid: machine.uuid)
    try await hosted.store.download(volumes.disk, to: disk, from: 0)
    try await QemuImg.rename(backingOf: disk, to: below)
  }
}

/// Links of a host where no switch of ours can run.
extension NodeKeeper {
  /// Whether the machines are on a host that shares no files with this one.
  public var isElsewhere: Bool { hosted != nil }

  /// What joins the machines, which is in the ledger before.
  public func startHub(
    _ owner: Owner, title: String, for links: EnvironmentLinks
  ) async throws -> any Machine {
    let hub = Hub(
      owner: owner, uuid: UUID().uuidString.lowercased(), title: title,
      acceleration: acceleration, links: links.ends)
    let resource = LabResource(
      kind: .machine, name: owner.machineName, uuid: hub.uuid, uri: uri, owner: owner)
    try await ledger.willCreate(resource)
    do {
      return try await hypervisor.start(hub)
    } catch {
      if await isGone(owner) { try? await ledger.didRemove(resource) }
      throw error
    }
  }

  /// Ends it, if there is one.
  public func endHub(_ owner: Owner) async throws {
    guard isElsewhere,
      let hub = try await hypervisor.machine(named: owner.machineName, uuid: nil)
    else { return }
    try await destroy(hub)
  }
}

import CaseModel
import Foundation
import Machines

/// A running machine with a folder of its own on the host: its overlay and console log.
public struct Node: Sendable {
  public let machine: any Machine
  public let guest: any Guest
  public let folder: String
  /// When it began to run, or to run on, by the host's clock.
  let startedAt: Date
  public var consoleLog: String { folder + "/console.log" }
}

/// Starts nodes and takes them down; every machine and folder is in the ledger before it exists.
public struct NodeKeeper: Sendable {
  let hypervisor: any Hypervisor
  let uri: String
  let ledger: any ResourceLedger
  public let acceleration: Acceleration
  let limits: LabLimits
  /// Nil where the hypervisor's host sees this one's files.
  let hosted: HostedFiles?
  /// What is worth a line to the user.
  let note: @Sendable (String) async -> Void

  public init(
    hypervisor: any Hypervisor, uri: String, ledger: any ResourceLedger,
    acceleration: Acceleration, limits: LabLimits, hosted: HostedFiles? = nil,
    note: @escaping @Sendable (String) async -> Void = { _ in }
  ) {
    self.hosted = hosted
    self.note = note
    self.hypervisor = hypervisor
    self.uri = uri
    self.ledger = ledger
    self.acceleration = acceleration
    self.limits = limits
  }

  /// Boots an overlay of `source` in `folder` and waits until the lab is in, where there is a way; a guest whose kernel
  /// stalls under emulation is booted once more. On a failure nothing is left but the folder, for its
  /// console log; the caller removes it.
  public func start(
    _ owner: Owner, title: String, size: EnvironmentProfile.NodeSize, from source: BootSource,
    in folder: String, uplink: Bool, ports: [MachineSpec.LinkPort] = [],
    memory: MachineSpec.Memory = .own
  ) async throws -> Node {
    func boot(_ watched: StalledKernel?) async throws -> Node {
      let machine = try await begin(
        owner, title: title, size: size, from: source, in: folder, uplink: uplink, ports: ports,
        memory: memory)
      guard !source.isClosed else {
        return Node(
          machine: machine, guest: ClosedGuest(node: owner.node), folder: folder,
          startedAt: Date())
      }
      return try await meet(machine, in: folder, within: limits.boot, watched)
    }
    do {
      return try await boot(
        acceleration == .emulation ? StalledKernel(console: folder + "/console.log") : nil)
    } catch is StalledKernel {
      await note(
        "node \"\(owner.node)\": its kernel stalled under emulation; it is booted once more")
      // It starts with an empty memory.
      if case .kept(let file) = memory { truncate(file, 0) }
      return try await boot(nil)
    }
  }

  /// Starts a machine, which is in the ledger before.
  func begin(
    _ owner: Owner, title: String, size: EnvironmentProfile.NodeSize, from source: BootSource,
    in folder: String, uplink: Bool, ports: [MachineSpec.LinkPort], memory: MachineSpec.Memory
  ) async throws -> any Machine {
    try await checkRoom(size, folder: folder)
    let spec = try await prepare(
      owner, title: title, size: size, from: source, in: folder, uplink: uplink, ports: ports,
      memory: memory)
    let resource = LabResource(
      kind: .machine, name: owner.machineName, uuid: spec.uuid, uri: uri, owner: owner)
    try await ledger.willCreate(resource)
    do {
      return try await hypervisor.start(place(spec, source: source, sizeGiB: size.diskGiB))
    } catch {
      // A connection that was lost in between may have left it: then the entry stays, for `gc`.
      if await isGone(owner) { try? await Shield.run { try await strike(resource) } }
      throw error
    }
  }

  /// Waits for the agent of a machine that runs; destroys it when there is none in time.
  func meet(
    _ machine: any Machine, in folder: String, within patience: Duration,
    _ watched: StalledKernel? = nil
  ) async throws -> Node {
    let startedAt = Date()
    do {
      let guest = try await withThrowingTaskGroup(of: (any Guest).self) { group in
        group.addTask { try await machine.guest(within: patience) }
        if hosted != nil {
          group.addTask { try await followConsole(of: machine, in: folder) }
        }
        if let watched { group.addTask { try await watched.watch() } }
        defer { group.cancelAll() }
        guard let guest = try await group.next() else { throw CancellationError() }
        return guest
      }
      return Node(machine: machine, guest: guest, folder: folder, startedAt: startedAt)
    } catch {
      try? await Shield.run {
        try? await fetchConsole(of: machine, in: folder)
        try await machine.destroy()
      }
      if await isGone(machine.owner) { try? await Shield.run { try await strike(machine) } }
      throw explain(error, console: folder + "/console.log")
    }
  }

  /// - Parameter needed: MiB, of all machines that are to be started together.
  public func checkMemory(_ needed: Int) async throws {
    let free = try await hypervisor.facts().freeMemoryMiB
    if free > 0, free < needed {
      throw CaselabError(
        .labFailed,
        "the host has \(free) MiB of memory left beside what its machines may take, \(needed) MiB are needed",
        hint: "end other machines (`caselab down`), or lower node.memory_mib in the profile")
    }
  }

  /// Whether the host says that there is no such machine; false when it cannot be asked.
  public func isGone(_ owner: Owner) async -> Bool {
    let answer = try? await Shield.run {
      try await hypervisor.machine(named: owner.machineName, uuid: nil) == nil
    }
    return answer ?? false
  }

  /// All of them, also when one cannot be; the first error is thrown then.
  public func destroy(_ machines: [any Machine]) async throws {
    var failure: (any Error)?
    await withTaskGroup(of: (any Error)?.self) { group in
      for machine in machines {
        group.addTask {
          do { try await destroy(machine) } catch { return error }
          return nil
        }
      }
      for await error in group { failure = failure ?? error }
    }
    if let failure { throw failure }
  }

  /// Pulls the plug and crosses the machine off the ledger.
  public func destroy(_ machine: any Machine) async throws {
    try await machine.destroy()
    try await strike(machine)
  }

  /// Crosses a machine off that has ended, and removes what it had there.
  func strike(_ machine: any Machine) async throws {
    try await strike(
      LabResource(
        kind: .machine, name: machine.name, uuid: machine.uuid, uri: uri, owner: machine.owner))
  }

  private func strike(_ resource: LabResource) async throws {
    try await hosted?.store.remove(
      MachineVolumes(machine: resource.name, uuid: resource.uuid ?? ""))
    try await ledger.didRemove(resource)
  }

  private func prepare(
    _ owner: Owner, title: String, size: EnvironmentProfile.NodeSize, from source: BootSource,
    in folder: String, uplink: Bool, ports: [MachineSpec.LinkPort], memory: MachineSpec.Memory
  ) async throws -> MachineSpec {
    let overlay = folder + "/\(owner.node).qcow2"
    if hosted != nil {
      // Made when its place there is known.
      unlink(overlay)
    } else if let empty = source.overlay {
      // That of the machine before a reset.
      unlink(overlay)
      try FileManager.default.copyItem(atPath: empty, toPath: overlay)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: overlay)
    } else {
      try await QemuImg.createOverlay(at: overlay, backing: source.disk, sizeGiB: size.diskGiB)
    }
    var seed = source.seed
    if source.cloudInit, seed == nil {
      seed = folder + "/seed.img"
      try await CloudInitSeed.make(at: folder + "/seed.img", instance: owner.machineName)
    }
    var spec = MachineSpec(
      owner: owner, uuid: UUID().uuidString.lowercased(), title: title,
      memoryMiB: size.memoryMiB, cpus: size.cpus, acceleration: acceleration, boot: source.boot,
      disk: .init(path: overlay), seed: seed, uplink: uplink, ports: ports,
      consoleLog: folder + "/console.log", memory: memory)
    spec.access = try source.guestAccess(in: folder)
    return spec
  }

  private func checkRoom(_ size: EnvironmentProfile.NodeSize, folder: String) async throws {
    try await checkMemory(size.memoryMiB)
    let disk = try DiskSpace.free(at: folder)
    if disk < limits.freeDisk {
      throw CaselabError(
        .labFailed,
        "\"\(folder)\" has \(disk >> 20) MiB of disk free, the lab needs \(limits.freeDisk >> 20) MiB",
        hint: "free some space, or move CASELAB_HOME to a larger disk")
    }
  }

  /// Adds the console's last lines to a failed boot: they say why more often than anything else.
  private func explain(_ error: any Error, console: String) -> any Error {
    guard error is CaselabError, !(error is CancellationError) else { return error }
    let tail = ConsoleTail.lines(of: console, count: 6)
    guard !tail.isEmpty, var told = error as? CaselabError else { return error }
    told.message += "; the console's last lines:\n  " + tail.joined(separator: "\n  ")
    return told
  }
}

import CaseModel
import Foundation
import Libvirt
import Machines

extension LibvirtHypervisor {
  public func start(_ spec: MachineSpec) async throws -> any Machine {
    try check(spec.owner)
    try Requirements.check(qemu: qemu, for: spec.acceleration)
    guard !spec.isReachedBySSH || !place.isRemote else {
      throw CaselabError(
        .labFailed,
        "machine \"\(spec.owner.machineName)\" is reached by SSH, which is only done on this host",
        hint: "run it here, or import its image with a guest agent")
    }
    if !place.isRemote { try prepareLog(spec.consoleLog) }
    if LocalHost.current().remedy(for: place) == .startDaemons { await LocalDaemons.startLogs() }
    let machine = try await create(
      DomainXML.document(for: spec, on: traits), spec.owner, uuid: spec.uuid, paused: spec.isSaved,
      access: spec.access)
    if case .saved(let saved) = spec.memory {
      do {
        try await machine.goOn(from: saved)
      } catch {
        try? await machine.destroy()
        throw error
      }
    }
    return try await kept(machine)
  }

  public func start(_ hub: Hub) async throws -> any Machine {
    try check(hub.owner)
    return try await kept(
      create(DomainXML.document(for: hub), hub.owner, uuid: hub.uuid, paused: false))
  }

  private func check(_ owner: Owner) throws {
    let name = owner.machineName
    guard Owner(machineName: name) == owner else {
      throw CaselabError(
        .labFailed, "machine name \"\(name.printable())\" does not read back to its owner")
    }
  }

  /// Unless nobody wants it any more.
  private func kept(_ machine: LibvirtMachine) async throws -> LibvirtMachine {
    guard !Task.isCancelled else {
      try await machine.destroy()
      throw CancellationError()
    }
    return machine
  }

  private func create(
    _ definition: String, _ owner: Owner, uuid: String, paused: Bool, access: GuestAccess = .agent
  ) async throws -> LibvirtMachine {
    let name = owner.machineName
    let watch = MachineWatch(connection.events(of: uuid))
    do {
      let domain = try await connection.create(definition, paused: paused)
      return LibvirtMachine(owner: owner, domain: domain, watch: watch, access: access)
    } catch let error as LibvirtError {
      if let other = try? await connection.domain(named: name), other.uuid != uuid {
        throw CaselabError(
          .labFailed, "machine \"\(name)\" is running already", hint: "run: caselab gc",
          cause: error)
      }
      guard await connection.isAlive() else { throw lost(error) }
      throw CaselabError(
        .labFailed, "machine \"\(name)\" cannot be started",
        hint: LocalHost.sessionHint(for: place), cause: error)
    }
  }

  /// Made by us, so that it is ours to read: virtlogd appends to what is there.
  private func prepareLog(_ path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw CaselabError(
        .labFailed,
        "console log \"\(path.printable())\" cannot be made: \(String(cString: strerror(errno)))")
    }
    Foundation.close(descriptor)
  }

  public func machine(named name: String, uuid: String?) async throws -> (any Machine)? {
    try await told {
      guard let domain = try await connection.domain(named: name) else { return nil }
      guard uuid == nil || uuid == domain.uuid else { return nil }
      return try await owned(domain)
    }
  }

  public func owned(byHome home: String) async throws -> [any Machine] {
    try await told {
      var machines: [any Machine] = []
      for domain in try await connection.activeDomains() {
        guard let machine = try await owned(domain), machine.owner.home == home else { continue }
        machines.append(machine)
      }
      return machines
    }
  }

  /// Nil for a machine whose name and metadata do not both say the same owner: it is not ours.
  private func owned(_ domain: Domain) async throws -> LibvirtMachine? {
    guard let owner = Owner(machineName: domain.name), try await domain.isActive() else {
      return nil
    }
    let watch = MachineWatch(connection.events(of: domain.uuid))
    do {
      guard let mark = try await domain.metadata(namespace: OwnerMark.namespace),
        OwnerMark.owner(in: mark) == owner
      else { return nil }
      let definition = try await domain.definition()
      watch.assume(agentIsThere: DomainXML.agentIsThere(in: definition))
      let way = try await domain.metadata(namespace: AccessMark.namespace)
      return LibvirtMachine(
        owner: owner, domain: domain, watch: watch,
        access: way.map { AccessMark.access(in: $0) ?? .closed } ?? .agent)
    } catch let error as LibvirtError where error.code == .noDomain {
      return nil
    }
  }
}

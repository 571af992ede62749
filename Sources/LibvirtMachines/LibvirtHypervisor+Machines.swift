import CaseModel
import Foundation
import Libvirt
import Machines

extension LibvirtHypervisor {
  public func start(_ spec: MachineSpec) async throws -> any Machine {
    let name = spec.owner.machineName
    guard Owner(machineName: name) == spec.owner else {
      throw CaselabError(
        .labFailed, "machine name \"\(name.printable())\" does not read back to its owner")
    }
    try Requirements.check(qemu: qemu, for: spec.acceleration)
    guard !spec.isReachedBySSH || !place.isRemote else {
      throw CaselabError(
        .labFailed, "machine \"\(name)\" is reached by SSH, which is only done on this host",
        hint: "run it here, or import its image with a guest agent")
    }
    if !place.isRemote { try prepareLog(spec.consoleLog) }
    if LocalHost.current().remedy(for: place) == .startDaemons { await LocalDaemons.startLogs() }
    let watch = MachineWatch(connection.events(of: spec.uuid))
    let domain: Domain
    do {
      domain = try await connection.create(
        DomainXML.document(for: spec, on: traits), paused: spec.isSaved)
    } catch let error as LibvirtError {
      if let other = try? await connection.domain(named: name), other.uuid != spec.uuid {
        throw CaselabError(
          .labFailed, "machine \"\(name)\" is running already", hint: "run: caselab gc",
          cause: error)
      }
      guard await connection.isAlive() else { throw lost(error) }
      throw CaselabError(
        .labFailed, "machine \"\(name)\" cannot be started",
        hint: LocalHost.sessionHint(for: place), cause: error)
    }
    let machine = LibvirtMachine(
      owner: spec.owner, domain: domain, watch: watch, access: spec.access)
    if case .saved(let saved) = spec.memory {
      do {
        try await machine.goOn(from: saved)
      } catch {
        try? await machine.destroy()
        throw error
      }
    }
    guard !Task.isCancelled else {
      try await machine.destroy()
      throw CancellationError()
    }
    return machine
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

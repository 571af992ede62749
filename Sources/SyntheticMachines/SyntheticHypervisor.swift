import CaseModel
import Foundation
import Machines
import Synchronization

/// A stand-in for a hypervisor: machines that exist only as values, guests that answer by script.
///
/// For tests of schedules and of a failure at every step; nothing real runs.
public final class SyntheticHypervisor: Hypervisor {
  /// What goes wrong, and where.
  public enum Trouble: Equatable, Sendable {
    case startFails, agentNeverAnswers, diesWhileBooting
    /// The kernel of the first machine stands still and says so on its console.
    case stallsOnce
    case snapshotFails(node: String)
    case savingFails, restoringFails
    /// The host has no more than 512 MiB for another machine.
    case littleMemory
    case hubFails
  }

  /// Answers a command; nil: status 0 without output.
  public typealias Script = @Sendable (GuestCommand) throws -> GuestResult?

  private let stalled = Mutex(false)
  private let machines = Mutex<[String: SyntheticMachine]>([:])
  private let trouble: Trouble?
  private let script: Script
  private let kvm: Bool
  private let volumes: SyntheticVolumes?

  /// - Parameter volumes: of another host, which shares no files with this one.
  public init(
    trouble: Trouble? = nil, kvm: Bool = false, volumes: SyntheticVolumes? = nil,
    script: @escaping Script = { _ in nil }
  ) {
    self.trouble = trouble
    self.volumes = volumes
    self.kvm = kvm
    self.script = script
  }

  /// Names of the machines that run now.
  public var running: [String] { machines.withLock { $0.keys.sorted() } }

  public func facts() async throws -> HostFacts {
    var facts = HostFacts()
    facts.uri = "synthetic:///"
    facts.hostname = "synthetic"
    facts.freeMemoryMiB = trouble == .littleMemory ? 512 : 1 << 20
    return facts
  }

  public func offersKVM() async throws -> Bool { kvm }
  public var cannotSave: String? { volumes == nil ? nil : "the machines are on another host" }
  public func volumes(ofHome home: String) async throws -> (any VolumeStore)? { volumes }

  public func start(_ spec: MachineSpec) async throws -> any Machine {
    if trouble == .startFails {
      throw CaselabError(.labFailed, "machine \"\(spec.owner.machineName)\" cannot be started")
    }
    if case .saved(let saved) = spec.memory {
      let state = FileManager.default.contents(atPath: saved.state)
      guard trouble != .restoringFails, state == SyntheticMachine.state else {
        throw CaselabError(
          .labFailed, "machine \"\(spec.owner.machineName)\" cannot be restored")
      }
    }
    var trouble = trouble
    if trouble == .stallsOnce {
      let isSecond = stalled.withLock { stalled in
        defer { stalled = true }
        return stalled
      }
      if isSecond { trouble = nil }
    }
    return try add(spec, trouble)
  }

  /// Kept as a machine that does nothing.
  public func start(_ hub: Hub) async throws -> any Machine {
    if trouble == .hubFails {
      throw CaselabError(.labFailed, "machine \"\(hub.owner.machineName)\" cannot be started")
    }
    return try add(
      MachineSpec(
        owner: hub.owner, uuid: hub.uuid, title: hub.title, memoryMiB: 0, cpus: 0,
        acceleration: hub.acceleration, boot: .disk, disk: .init(path: ""), consoleLog: ""), nil)
  }

  private func add(_ spec: MachineSpec, _ trouble: Trouble?) throws -> any Machine {
    let machine = SyntheticMachine(
      spec: spec, trouble: trouble, script: script,
      gone: { [weak self] in self?.machines.withLock { $0[spec.owner.machineName] = nil } })
    let taken = machines.withLock { machines in
      if machines[machine.name] != nil { return true }
      machines[machine.name] = machine
      return false
    }
    guard !taken else {
      throw CaselabError(.labFailed, "machine \"\(machine.name)\" exists already")
    }
    return machine
  }

  public func machine(named name: String, uuid: String?) async throws -> (any Machine)? {
    guard let machine = machines.withLock({ $0[name] }), uuid == nil || uuid == machine.uuid else {
      return nil
    }
    return machine
  }

  public func owned(byHome home: String) async throws -> [any Machine] {
    machines.withLock { $0.values.filter { $0.owner.home == home } }
  }

  public func close() async {}
}

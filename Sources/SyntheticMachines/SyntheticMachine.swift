import CaseModel
import Foundation
import Machines
import Synchronization

/// A machine without a hypervisor: it ends when it is told to, and its guest answers by script.
public final class SyntheticMachine: Machine {
  public let owner: Owner
  public let uuid: String
  public var name: String { owner.machineName }

  private let spec: MachineSpec
  private let trouble: SyntheticHypervisor.Trouble?
  private let script: SyntheticHypervisor.Script
  private let gone: @Sendable () -> Void
  private let end = Mutex<MachineEnd?>(nil)
  private let opened = Mutex<Set<PortForward>>([])
  private struct Kept {
    var isSuspended = false
    var names: [String] = []
    var restored: [String] = []
  }
  private let kept = Mutex(Kept())
  private let ends: AsyncStream<MachineEnd>
  private let finish: AsyncStream<MachineEnd>.Continuation

  init(
    spec: MachineSpec, trouble: SyntheticHypervisor.Trouble?,
    script: @escaping SyntheticHypervisor.Script, gone: @escaping @Sendable () -> Void
  ) {
    owner = spec.owner
    uuid = spec.uuid
    self.spec = spec
    self.trouble = trouble
    self.script = script
    self.gone = gone
    if case .saved = spec.memory { kept.withLock { $0.isSuspended = true } }
    (ends, finish) = AsyncStream.makeStream()
  }

  public func ended() async -> MachineEnd {
    if let end = end.withLock({ $0 }) { return end }
    for await end in ends { return end }
    return end.withLock { $0 } ?? .destroyed
  }

  public func guest(within deadline: Duration) async throws -> any Guest {
    guard spec.access != .closed else { throw ClosedGuest.error(owner.node) }
    switch trouble {
    case .agentNeverAnswers:
      throw CaselabError(.deadline, "the agent of \"\(name)\" did not answer")
    case .stallsOnce:
      let line = "[   23.846518] rcu: INFO: rcu_preempt detected stalls on CPUs/tasks:\n"
      try Data((line + line).utf8).write(to: URL(filePath: spec.consoleLog))
      try await Task.sleep(for: deadline)
      throw CaselabError(.deadline, "the agent of \"\(name)\" did not answer")
    case .diesWhileBooting:
      stop(.panicked)
      throw CaselabError(.labFailed, "machine \"\(name)\" ended: \(MachineEnd.panicked)")
    default:
      return SyntheticGuest(
        machine: self, system: spec.access == .agentOfWindows ? .windows : .posix, script: script)
    }
  }

  public func shutDown(within deadline: Duration) async throws { stop(.shutDown) }
  public func destroy() async throws { stop(.destroyed) }

  /// What a saved machine's files hold here.
  static let state = Data("synthetic".utf8)

  public func save(state path: String) async throws {
    guard trouble != .savingFails, isSuspended, case .kept(let memory) = spec.memory else {
      throw CaselabError(.labFailed, "machine \"\(name)\" cannot be saved")
    }
    for file in [path, memory] { try Self.state.write(to: URL(filePath: file)) }
  }

  public func usage() async throws -> MachineUsage {
    MachineUsage(state: isRunning ? .running : .ended, memoryMiB: spec.memoryMiB)
  }
  public func definition() async throws -> String { "<domain type='synthetic'/>" }

  public func console(_ which: ConsoleKind) async throws -> any ConsoleStream {
    guard which == .identity else {
      throw CaselabError(.labFailed, "a synthetic machine has no console")
    }
    return SyntheticIdentity()
  }

  public func open(_ forward: PortForward) async throws {
    try opened.withLock { opened in
      guard !opened.contains(where: { $0.source == forward.source }) else {
        throw CaselabError(.labFailed, "\(forward.source) is taken")
      }
      opened.insert(forward)
    }
  }
  public func close(_ forward: PortForward) async throws {
    opened.withLock { _ = $0.remove(forward) }
  }
  public func forwards() async throws -> [PortForward] {
    opened.withLock { $0.sorted { $0.hostPort < $1.hostPort } }
  }

  public var isSuspended: Bool { kept.withLock { $0.isSuspended } }
  public var restored: [String] { kept.withLock { $0.restored } }
  public func suspend() async throws { kept.withLock { $0.isSuspended = true } }
  public func resume() async throws { kept.withLock { $0.isSuspended = false } }
  public func snapshot(_ name: String) async throws {
    if trouble == .snapshotFails(node: owner.node) {
      throw CaselabError(.labFailed, "machine \"\(self.name)\" cannot be kept as a snapshot")
    }
    kept.withLock { $0.names.append(name) }
  }
  public func restore(_ name: String) async throws { kept.withLock { $0.restored.append(name) } }
  public func deleteSnapshot(_ name: String) async throws {
    kept.withLock { $0.names.removeAll { $0 == name } }
  }
  public func snapshots() async throws -> [String] { kept.withLock { $0.names } }

  /// Ends the machine as if by itself.
  public func stop(_ how: MachineEnd) {
    let first = end.withLock { end in
      defer { if end == nil { end = how } }
      return end == nil
    }
    guard first else { return }
    gone()
    finish.yield(how)
    finish.finish()
  }

  var isRunning: Bool { end.withLock { $0 == nil } }
}

/// Answers commands by script; files are kept in memory.
final class SyntheticGuest: Guest {
  private let machine: SyntheticMachine
  private let script: SyntheticHypervisor.Script
  private let files = Mutex<[String: [UInt8]]>([:])
  let system: GuestSystem

  init(
    machine: SyntheticMachine, system: GuestSystem, script: @escaping SyntheticHypervisor.Script
  ) {
    self.system = system
    self.machine = machine
    self.script = script
  }

  private func checkAlive() throws {
    try Task.checkCancellation()
    guard machine.isRunning else {
      throw CaselabError(.labFailed, "machine \"\(machine.name)\" has ended")
    }
  }

  func run(_ command: GuestCommand) async throws -> GuestResult {
    try checkAlive()
    return try script(command) ?? GuestResult(status: 0)
  }

  func read(_ path: String, offset: Int64, limit: Int) async throws -> [UInt8] {
    try checkAlive()
    guard let bytes = files.withLock({ $0[path] }) else {
      throw CaselabError(.labFailed, "file \"\(path)\" cannot be read in the guest")
    }
    return Array(bytes.dropFirst(Int(offset)).prefix(limit))
  }

  func write(_ bytes: [UInt8], to path: String, mode: String) async throws {
    try checkAlive()
    files.withLock { $0[path] = bytes }
  }
}

/// A process that is what it is told to be.
private struct SyntheticIdentity: ConsoleStream {
  func read() async throws -> [UInt8]? { Array("ok\n".utf8) }
  func write(_ bytes: [UInt8]) async throws {}
  func close() async {}
}

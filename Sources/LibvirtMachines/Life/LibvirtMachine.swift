import CaseModel
import Libvirt
import Machines

/// One running machine on libvirt.
struct LibvirtMachine: Machine {
  let owner: Owner
  let domain: Domain
  let watch: MachineWatch
  var access = GuestAccess.agent

  var name: String { domain.name }
  var uuid: String { domain.uuid }

  /// When the calling task is cancelled it returns, too, and says so.
  func ended() async -> MachineEnd {
    do {
      return try await watch.end()
    } catch {
      return .failed("nobody waits for it any more")
    }
  }

  func guest(within deadline: Duration) async throws -> any Guest {
    switch access {
    case .agent: try await agent(.posix, within: deadline)
    case .agentOfWindows: try await agent(.windows, within: deadline)
    case .ssh(let ssh):
      try await SSHGuest.meet(ssh, watch: watch, machine: name, within: deadline)
    case .closed: throw ClosedGuest.error(owner.node)
    }
  }

  private func agent(
    _ system: GuestSystem, within deadline: Duration
  ) async throws -> any Guest {
    try await watch.withDeadline(deadline, machine: name, waitingFor: "answer of its guest agent") {
      while true {
        _ = try await watch.first { $0.isAgentThere == true ? true : nil }
        do {
          _ = try await line.exchange(try AgentCodec.encode(GuestPing()), timeout: 10)
          return AgentGuest(
            link: AgentLink(line: line), watch: watch, machine: name, system: system)
        } catch AgentFailure.absent, AgentFailure.silent {
          // Connected, but too busy to answer libvirt's greeting within its 5 s; or just gone.
          try await Task.sleep(for: .milliseconds(100))
        }
      }
    }
  }

  private var line: LibvirtAgentLine { LibvirtAgentLine(domain: domain, watch: watch) }

  func shutDown(within deadline: Duration) async throws {
    guard watch.life.end == nil else { return }
    do {
      try await watch.withDeadline(deadline, machine: name, waitingFor: "power-off") {
        do {
          try await domain.shutDown(by: .agent)
        } catch is LibvirtError {
          // For guests without an agent; whatever fails here, the end or the deadline tells.
          try? await domain.shutDown(by: .powerButton)
        }
        _ = try await watch.end()
      }
    } catch {
      guard watch.life.end == nil else { return }
      throw error
    }
  }

  /// libvirt finds the domain by the UUID it was made with, never by its name.
  func destroy() async throws {
    do {
      try await domain.destroy()
    } catch let error as LibvirtError {
      if let isActive = try? await domain.isActive(), !isActive { return }
      throw CaselabError(
        .labFailed, "machine \"\(name)\" cannot be destroyed", hint: "run: caselab gc", cause: error
      )
    }
  }

  func usage() async throws -> MachineUsage {
    do {
      let info = try await domain.info()
      let state: MachineUsage.State =
        switch info.state {
        case .running: .running
        case .paused: .paused
        case .ending: .ending
        case .ended: .ended
        }
      let resident = state == .ended ? nil : try await domain.residentMemory()
      return MachineUsage(
        state: state, memoryMiB: Int(clamping: info.memory >> 20),
        residentMiB: resident.map { Int(clamping: $0 >> 20) },
        processorTime: .nanoseconds(Int64(clamping: info.processorTime)))
    } catch let error as LibvirtError where error.code == .noDomain {
      return MachineUsage(state: .ended, memoryMiB: 0)
    } catch let error as LibvirtError {
      throw CaselabError(
        .labFailed, "state of machine \"\(name)\" cannot be read", cause: error)
    }
  }

  func definition() async throws -> String {
    do {
      return try await domain.definition()
    } catch let error as LibvirtError {
      throw CaselabError(
        .labFailed, "definition of machine \"\(name)\" cannot be read", cause: error)
    }
  }

  func console(_ which: ConsoleKind) async throws -> any ConsoleStream {
    do {
      let console =
        switch which {
        case .boot: try await domain.console("serial0")
        case .shell: try await domain.console("serial1")
        case .identity: try await domain.channel(ConsoleKind.identityName)
        }
      return LibvirtConsole(console: console, machine: name)
    } catch let error as LibvirtError {
      throw CaselabError(
        .labFailed, "console of machine \"\(name)\" cannot be opened", cause: error)
    }
  }
}

/// A serial port's stream.
struct LibvirtConsole: ConsoleStream {
  let console: Console
  let machine: String

  func read() async throws -> [UInt8]? { try await named { try await console.read() } }
  func write(_ bytes: [UInt8]) async throws { try await named { try await console.write(bytes) } }
  func close() async { await console.close() }

  private func named<Value>(_ body: () async throws -> Value) async throws -> Value {
    do {
      return try await body()
    } catch let error as LibvirtError {
      throw CaselabError(.labFailed, "console of machine \"\(machine)\" broke", cause: error)
    }
  }
}

import CaseModel
import Foundation
import Machines
import Synchronization

/// The inside of a machine, through QEMU's guest agent.
struct AgentGuest: Guest {
  let link: AgentLink
  let watch: MachineWatch
  let machine: String
  var system = GuestSystem.posix

  func run(_ command: GuestCommand) async throws -> GuestResult {
    let exec = system == .windows ? try WindowsCommand.exec(command) : try await bounded(command)
    let name = command.arguments[0].printable(limit: 60)
    let started = Started()
    do {
      return try await watch.withDeadline(
        command.deadline, machine: machine, waitingFor: "end of \"\(name)\""
      ) {
        let pid = try await start(exec)
        started.pid = pid
        return try await result(of: pid, name: name, limit: command.outputLimit)
      }
    } catch {
      if let pid = started.pid, watch.life.end == nil { await kill(pid) }
      throw error
    }
  }

  private func bounded(_ command: GuestCommand) async throws -> GuestExec {
    guard command.input.count > BoundedCommand.inputLimit else {
      return try BoundedCommand.exec(command)
    }
    let path = GuestFile.temporary("/tmp/caselab-input")
    try await send(command.input, to: path)
    return try BoundedCommand.exec(command, inputFile: path)
  }

  private func start(_ exec: GuestExec) async throws -> Int {
    do {
      let pid = try await link.call(exec).pid
      guard pid > 0 else { throw AgentCodec.malformed(GuestExec.name, "process \(pid)") }
      return pid
    } catch let error as CaselabError {
      guard let info = try? await link.call(GuestInfo()), !info.offers(GuestExec.name) else {
        throw error
      }
      throw CaselabError(
        .labFailed, "machine \"\(machine)\": the guest's agent does not run commands",
        hint: "take guest-exec out of BLACKLIST_RPC / block-rpcs (or add it to FILTER_RPC_ARGS / "
          + "allow-rpcs) in the image's /etc/sysconfig/qemu-ga or /etc/qemu/qemu-ga.conf",
        cause: error)
    }
  }

  /// QEMU's agent tells nobody when a command ends, so it is asked, less and less often.
  private func result(of pid: Int, name: String, limit: Int) async throws -> GuestResult {
    var pause = Duration.milliseconds(10)
    while true {
      let status = try await link.call(GuestExecStatus(pid: pid))
      if status.exited {
        return try Self.result(
          system == .windows ? WindowsCommand.ending(status) : status, name: name, limit: limit)
      }
      try await link.pause(pause)
      pause = min(pause * 8 / 7, .milliseconds(500))
    }
  }

  static func result(
    _ status: GuestExecStatus.Answer, name: String, limit: Int
  ) throws -> GuestResult {
    if status.signal == BoundedCommand.notFound {
      throw CaselabError(.labFailed, "command \"\(name)\" is not in the guest")
    }
    guard let exit = status.exitcode ?? status.signal.map({ 128 &+ $0 }), (0...255).contains(exit)
    else { throw AgentCodec.malformed(GuestExecStatus.name, "no exit status") }
    return GuestResult(
      status: exit,
      output: try AgentCodec.bytes(status.outData, limit: limit, of: GuestExecStatus.name),
      errors: try AgentCodec.bytes(status.errData, limit: limit, of: GuestExecStatus.name))
  }

  /// Best effort, also when the calling task is cancelled: hence a task of its own.
  private func kill(_ pid: Int) async {
    let ending = Task {
      try? await watch.withDeadline(.seconds(5), machine: machine, waitingFor: "answer") {
        _ = try await link.call(
          system == .windows ? WindowsCommand.kill(pid) : BoundedCommand.kill(pid))
      }
    }
    _ = await ending.value
  }
}

/// The process that was started, if one was.
private final class Started: Sendable {
  private let state = Mutex<Int?>(nil)
  var pid: Int? {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }
}

func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

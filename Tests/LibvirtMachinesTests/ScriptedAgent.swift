import Foundation
import Libvirt
import Synchronization

@testable import LibvirtMachines

/// A stand-in for a guest's agent: answers by command name, in order, the last answer for ever.
final class ScriptedAgent: AgentLine {
  enum Reply: Sendable {
    case answer(String)
    case absent, silent, refused
    /// Goes away after it was asked.
    case leaving
    case never
  }
  private struct State {
    var script: [String: [Reply]]
    var sent: [String] = []
    var departures = 0
  }
  private let state: Mutex<State>
  let continuation: AsyncStream<DomainEvent>.Continuation
  let watch: MachineWatch

  init(_ script: [String: [Reply]]) {
    state = Mutex(State(script: script))
    let (events, continuation) = AsyncStream.makeStream(of: DomainEvent.self)
    self.continuation = continuation
    watch = MachineWatch(events)
  }

  var guest: AgentGuest {
    AgentGuest(
      link: AgentLink(line: self, pause: { _ in await Task.yield() }), watch: watch, machine: "m")
  }

  var departures: Int { state.withLock { $0.departures } }
  /// The commands as they were sent.
  var sent: [String] { state.withLock { $0.sent } }
  func sent(_ command: String) -> [String] { sent.filter { $0.contains("\"\(command)\"") } }

  struct Failure: Error {}

  func exchange(_ command: String, timeout: Int32) async throws -> String {
    let reply = state.withLock { state -> Reply in
      state.sent.append(command)
      let name = state.script.keys.first { command.hasSuffix("\"execute\":\"\($0)\"}") } ?? ""
      guard var replies = state.script[name], let reply = replies.first else { return .refused }
      if replies.count > 1 { replies.removeFirst() }
      state.script[name] = replies
      return reply
    }
    switch reply {
    case .answer(let text): return "{\"return\":\(text)}"
    case .absent: throw AgentFailure.absent(Failure())
    case .leaving:
      state.withLock { $0.departures += 1 }
      throw AgentFailure.absent(Failure())
    case .silent: throw AgentFailure.silent(Failure())
    case .refused: throw AgentFailure.refused(Failure())
    case .never:
      try await Task.sleep(for: .seconds(3600))
      throw AgentFailure.silent(Failure())
    }
  }
}

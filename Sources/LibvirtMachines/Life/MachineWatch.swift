import Libvirt
import Machines
import Synchronization

/// What is known of a machine's life, from the events about it.
struct MachineLife: Equatable, Sendable {
  private(set) var end: MachineEnd?
  /// Nil until something is known of it.
  private(set) var isAgentThere: Bool?
  private(set) var agentDepartures = 0
  private var panicked = false

  mutating func apply(_ event: DomainEvent) {
    guard end == nil else { return }
    switch event {
    case .started: break
    case .agentConnected: isAgentThere = true
    case .agentDisconnected:
      isAgentThere = false
      agentDepartures += 1
    case .panicked: panicked = true
    case .pausedOnIOError:
      end = .failed("paused, because the host could not write its disk; is the host's disk full?")
    case .stopped(let reason): end = panicked ? .panicked : Self.end(reason)
    case .connectionLost(let why): end = .connectionLost(why)
    }
  }

  private static func end(_ reason: DomainEvent.StopReason) -> MachineEnd {
    switch reason {
    case .shutDown: .shutDown
    case .destroyed: .destroyed
    // Without a panic told first, both are a QEMU that went away by itself.
    case .crashed, .failed: .crashed
    case .other: .failed("it was saved or moved away")
    }
  }

  /// What a running machine's definition says; events know better.
  mutating func assume(agentIsThere: Bool) {
    if isAgentThere == nil { isAgentThere = agentIsThere }
  }
}

/// Follows a machine's events and wakes those who wait for one.
final class MachineWatch: Sendable {
  private struct State {
    var life = MachineLife()
    var waiting: [CheckedContinuation<Void, Never>] = []
  }
  /// Apart from the watch, so that the task that follows the events does not keep the watch alive.
  private final class Box: Sendable {
    let state = Mutex(State())

    func update(_ change: (inout MachineLife) -> Void) {
      let waiting = state.withLock { state in
        change(&state.life)
        defer { state.waiting = [] }
        return state.waiting
      }
      for continuation in waiting { continuation.resume() }
    }
  }
  private let box = Box()
  private let following: Task<Void, Never>

  init(_ events: AsyncStream<DomainEvent>) {
    following = Task { [box] in
      for await event in events { box.update { $0.apply(event) } }
    }
  }

  deinit { following.cancel() }

  var life: MachineLife { box.state.withLock { $0.life } }

  func assume(agentIsThere: Bool) { box.update { $0.assume(agentIsThere: agentIsThere) } }

  /// The first thing that `pick` finds in the machine's life; throws only when cancelled.
  func first<Found: Sendable>(
    _ pick: @Sendable (MachineLife) -> Found?
  ) async throws -> Found {
    while true {
      try Task.checkCancellation()
      let seen = life
      if let found = pick(seen) { return found }
      await change(from: seen)
    }
  }

  func end() async throws -> MachineEnd { try await first(\.end) }

  private func change(from seen: MachineLife) async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let waits = box.state.withLock { state in
          guard state.life == seen, !Task.isCancelled else { return false }
          state.waiting.append(continuation)
          return true
        }
        if !waits { continuation.resume() }
      }
    } onCancel: {
      box.update { _ in }
    }
  }
}

import Clibvirt
import Synchronization

/// Hands a connection's events on to the streams of the domains they are about.
///
/// libvirt calls it on the event loop's thread.
final class EventHub: Sendable {
  private struct State {
    var streams: [String: [Int: AsyncStream<DomainEvent>.Continuation]] = [:]
    var next = 0
    var lost: DomainEvent?
  }
  private let state = Mutex(State())

  /// Everything that happens to the domain from now on; ends with `connectionLost`.
  func events(of uuid: String) -> AsyncStream<DomainEvent> {
    let (stream, continuation) = AsyncStream.makeStream(of: DomainEvent.self)
    let lost = state.withLock { state -> DomainEvent? in
      guard state.lost == nil else { return state.lost }
      let key = state.next
      state.next += 1
      state.streams[uuid, default: [:]][key] = continuation
      continuation.onTermination = { [weak self] _ in self?.forget(uuid, key) }
      return nil
    }
    if let lost {
      continuation.yield(lost)
      continuation.finish()
    }
    return stream
  }

  private func forget(_ uuid: String, _ key: Int) {
    state.withLock { state in
      state.streams[uuid]?[key] = nil
      if state.streams[uuid]?.isEmpty == true { state.streams[uuid] = nil }
    }
  }

  func publish(_ event: DomainEvent, about uuid: String) {
    let listeners = state.withLock { Array($0.streams[uuid, default: [:]].values) }
    for listener in listeners { listener.yield(event) }
  }

  /// Only the first loss counts.
  func finish(_ event: DomainEvent) {
    let listeners = state.withLock { state in
      if state.lost == nil { state.lost = event }
      defer { state.streams = [:] }
      return state.streams.values.flatMap(\.values)
    }
    for listener in listeners {
      listener.yield(event)
      listener.finish()
    }
  }
}

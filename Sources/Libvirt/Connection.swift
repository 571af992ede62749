import Clibvirt
import Synchronization

/// A connection to one libvirt daemon (or to libvirt's built-in test driver).
public final class Connection: Sendable {
  let worker = Worker("libvirt connection")
  /// A daemon with five calls of one client under way (max_client_requests in libvirtd.conf) reads
  /// nothing more from it, not even the answer to its keep-alive, and so loses it when they last.
  private let besides = (1...3).map { Worker("libvirt, besides \($0)") }
  private let turn = Atomic(0)
  private let handle: ConnectionHandle
  private let hub: EventHub
  private let registration: EventRegistration

  private init(_ opened: Opened) {
    handle = opened.handle
    hub = opened.hub
    registration = opened.registration
  }

  private struct Opened: Sendable {
    var handle: ConnectionHandle
    var hub: EventHub
    var registration: EventRegistration
  }

  /// Returns at once when the task is cancelled, though ssh may hang.
  public static func open(_ uri: String) async throws -> Connection {
    let opened = try await Worker("libvirt opening").runUnlessCancelled {
      Library.start()
      let pointer = try object(virConnectOpen(uri))
      // A peer that is silent for 25 s counts as lost. The test driver has no peer: no error.
      virConnectSetKeepAlive(pointer, 5, 5)
      let hub = EventHub()
      do {
        return Opened(
          handle: ConnectionHandle(pointer), hub: hub, registration: try hub.register(with: pointer)
        )
      } catch {
        virConnectClose(pointer)
        throw error
      }
    } tooLate: { late in
      if let pointer = late.handle.take() {
        EventHub.end(late.registration, with: pointer)
        virConnectClose(pointer)
      }
    }
    return Connection(opened)
  }

  deinit {
    let (handle, registration) = (handle, registration)
    worker.later { Self.close(handle, registration) }
  }

  /// Ends the event streams; calls made after it throw.
  public func close() async {
    hub.finish(.connectionLost("it was closed"))
    let (handle, registration) = (handle, registration)
    _ = try? await worker.run { Self.close(handle, registration) }
  }

  private static func close(_ handle: ConnectionHandle, _ registration: EventRegistration) {
    guard let pointer = handle.take() else { return }
    EventHub.end(registration, with: pointer)
    virConnectClose(pointer)
  }

  /// Everything that happens to the domain from now on, also before it exists.
  public func events(of uuid: String) -> AsyncStream<DomainEvent> { hub.events(of: uuid) }

  /// Runs `body` with the open connection, off Swift's threads.
  func call<Value: Sendable>(
    _ body: @escaping @Sendable (OpaquePointer) throws -> Value
  ) async throws -> Value {
    let handle = handle
    return try await worker.run { try body(handle.pointer()) }
  }

  /// The same beside other calls, three at most; the connection stays open until it has ended.
  func callBesides<Value: Sendable>(
    _ body: @escaping @Sendable (OpaquePointer) throws -> Value
  ) async throws -> Value {
    let handle = handle
    let turn = turn.wrappingAdd(1, ordering: .relaxed).oldValue
    return try await besides[turn % besides.count].run {
      let pointer = try handle.pointer()
      try check(virConnectRef(pointer))
      defer { virConnectClose(pointer) }
      return try body(pointer)
    }
  }
}

/// libvirt's connection object, until it is closed.
final class ConnectionHandle: Sendable {
  private let state: Mutex<SharedPointer?>

  init(_ pointer: OpaquePointer) {
    let pointer = SharedPointer(raw: pointer)
    state = Mutex(pointer)
  }

  /// Only the connection's worker asks and closes, so that what it got stays valid during its call.
  func pointer() throws -> OpaquePointer {
    guard let pointer = state.withLock({ $0 }) else {
      throw LibvirtError(code: .invalidConnection, message: "the connection is closed")
    }
    return pointer.raw
  }

  func take() -> OpaquePointer? {
    state.withLock { pointer in
      defer { pointer = nil }
      return pointer
    }?.raw
  }
}

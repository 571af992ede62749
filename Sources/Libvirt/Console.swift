import Clibvirt
import Synchronization

/// A two-way byte stream to a domain's serial or virtio port, moved by the event loop. One reader at
/// a time.
public final class Console: Sendable {
  private struct State {
    var buffer = ConsoleBuffer()
    /// Called, and forgotten, at every change.
    var waiting: [CheckedContinuation<Void, Never>] = []
  }
  private let state = Mutex(State())
  private let worker = Worker("libvirt console")
  private let handle: StreamHandle

  fileprivate init(_ handle: StreamHandle) { self.handle = handle }

  /// Lives until it is closed.
  fileprivate static func open(
    _ domain: OpaquePointer, _ connect: (OpaquePointer) -> Int32
  ) throws(LibvirtError) -> Console {
    let connection = try object(virDomainGetConnect(domain))
    let nonBlocking = UInt32(VIR_STREAM_NONBLOCK.rawValue)
    let handle = StreamHandle(try object(virStreamNew(connection, nonBlocking)))
    do {
      try check(handle.with(connect))
      let console = Console(handle)
      let opaque = Unmanaged.passRetained(console)
      let added = handle.with { stream in
        virStreamEventAddCallback(
          stream, Int32(VIR_STREAM_EVENT_READABLE.rawValue),
          { stream, events, console in
            guard let stream, let console else { return }
            Unmanaged<Console>.fromOpaque(console).takeUnretainedValue()
              .happened(events, on: stream)
          }, opaque.toOpaque(),
          { console in if let console { Unmanaged<Console>.fromOpaque(console).release() } })
      }
      if added < 0 { opaque.release() }
      try check(added)
      return console
    } catch {
      handle.close()
      throw error
    }
  }

  /// What the guest has printed, as soon as there is some; nil at the end.
  public func read() async throws -> [UInt8]? {
    var next = try next()
    while next == .nothingYet {
      await change { $0.wantsInput && $0.incoming.isEmpty }
      next = try self.next()
    }
    return next.bytes
  }

  /// Returns when libvirt has taken all of it.
  public func write(_ bytes: [UInt8]) async throws {
    state.withLock { $0.buffer.send(bytes) }
    attend()
    while true {
      try Task.checkCancellation()
      let (isSending, end) = state.withLock { ($0.buffer.wantsOutput, $0.buffer.end) }
      if let end {
        try end.get()
        throw LibvirtError(code: .operationInvalid, message: "the console is closed")
      }
      guard isSending else { return }
      await change { $0.wantsOutput }
    }
  }

  public func close() async {
    finish(.success(()))
    let handle = handle
    _ = try? await worker.run { handle.close() }
  }

  /// Waits for a change as long as `condition` holds, or until the task is cancelled.
  private func change(while condition: @escaping @Sendable (ConsoleBuffer) -> Bool) async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let waits = state.withLock { state in
          guard condition(state.buffer), !Task.isCancelled else { return false }
          state.waiting.append(continuation)
          return true
        }
        if !waits { continuation.resume() }
      }
    } onCancel: {
      update { _ in }
    }
  }

  private enum Next: Equatable {
    case bytes([UInt8])
    case end, nothingYet

    var bytes: [UInt8]? {
      if case .bytes(let bytes) = self { bytes } else { nil }
    }
  }

  /// Not a part of `read`: Swift 6.3's optimizer crashes on the two in one coroutine.
  private func next() throws -> Next {
    try Task.checkCancellation()
    switch state.withLock({ $0.buffer.read() }) {
    case .bytes(let bytes):
      attend()
      return .bytes(bytes)
    case .end(let result):
      try result.get()
      return .end
    case .nothingYet: return .nothingYet
    }
  }

  /// Changes the buffer and wakes all who wait.
  private func update(_ body: (inout ConsoleBuffer) -> Void) {
    let waiting = state.withLock { state in
      body(&state.buffer)
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.resume() }
  }

  private func finish(_ result: Result<Void, LibvirtError>) { update { $0.finish(result) } }

  /// Tells libvirt what to listen for.
  private func attend() {
    worker.later { [self] in handle.listen { interests } }
  }

  private var interests: Int32 {
    let buffer = state.withLock { $0.buffer }
    var events: UInt32 = 0
    if buffer.wantsInput { events |= VIR_STREAM_EVENT_READABLE.rawValue }
    if buffer.wantsOutput { events |= VIR_STREAM_EVENT_WRITABLE.rawValue }
    return Int32(events)
  }

  /// Called on the event loop's thread.
  private func happened(_ events: Int32, on stream: OpaquePointer) {
    let events = UInt32(bitPattern: events)
    if events & VIR_STREAM_EVENT_READABLE.rawValue != 0 { receive(from: stream) }
    if events & VIR_STREAM_EVENT_WRITABLE.rawValue != 0 { send(to: stream) }
    if events & VIR_STREAM_EVENT_ERROR.rawValue != 0 {
      finish(.failure(LibvirtError(code: .operationFailed, message: "the console's stream broke")))
    } else if events & VIR_STREAM_EVENT_HANGUP.rawValue != 0 {
      finish(.success(()))
    }
    handle.listen { interests }
  }

  private func receive(from stream: OpaquePointer) {
    var chunk = [CChar](repeating: 0, count: 16 * 1024)
    while state.withLock({ $0.buffer.wantsInput }) {
      let count = Int(virStreamRecv(stream, &chunk, chunk.count))
      // -2: nothing more for now.
      if count == -2 { return }
      if count < 0 { return finish(.failure(.last())) }
      if count == 0 { return finish(.success(())) }
      update { $0.received(chunk.prefix(count).lazy.map { UInt8(bitPattern: $0) }) }
    }
  }

  private func send(to stream: OpaquePointer) {
    let bytes = state.withLock { $0.buffer.outgoing }
    guard !bytes.isEmpty else { return }
    let count = Int(
      bytes.withUnsafeBytes {
        virStreamSend(stream, $0.bindMemory(to: CChar.self).baseAddress, $0.count)
      })
    if count == -2 { return }
    if count < 0 { return finish(.failure(.last())) }
    update { $0.sent(count) }
  }
}

extension Domain {
  /// Connects to a serial port by its alias (`serial0`); whoever had it loses it, because a client
  /// that died may still hold it. Close it.
  public func console(_ device: String) async throws -> Console {
    let force = UInt32(VIR_DOMAIN_CONSOLE_FORCE.rawValue)
    return try await call { domain in
      try Console.open(domain) { virDomainOpenConsole(domain, device, $0, force) }
    }
  }

  /// The same with a virtio port, by its name in the guest.
  public func channel(_ name: String) async throws -> Console {
    let force = UInt32(VIR_DOMAIN_CHANNEL_FORCE.rawValue)
    return try await call { domain in
      try Console.open(domain) { virDomainOpenChannel(domain, name, $0, force) }
    }
  }
}

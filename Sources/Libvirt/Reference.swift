/// A reference to one of libvirt's objects, which keeps its connection open too.
final class Reference: Sendable {
  private let shared: SharedPointer
  private let release: @Sendable (OpaquePointer) -> Void
  var pointer: OpaquePointer { shared.raw }

  /// Takes the reference over; `release` is called once, at the end.
  init(_ pointer: OpaquePointer, _ release: @escaping @Sendable (OpaquePointer) -> Void) {
    shared = SharedPointer(raw: pointer)
    self.release = release
  }

  deinit { release(shared.raw) }
}

extension Reference {
  /// Calls libvirt on a thread that may wait for it.
  func call<Value: Sendable>(
    on worker: Worker, _ body: @escaping @Sendable (OpaquePointer) throws -> Value
  ) async throws -> Value {
    try await worker.run { try body(self.pointer) }
  }
}

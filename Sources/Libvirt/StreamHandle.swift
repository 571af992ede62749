import Clibvirt
import Synchronization

/// libvirt's stream object, until it is closed.
final class StreamHandle: Sendable {
  private let state: Mutex<SharedPointer?>

  init(_ pointer: OpaquePointer) {
    let pointer = SharedPointer(raw: pointer)
    state = Mutex(pointer)
  }

  func with(_ body: (OpaquePointer) -> Int32) -> Int32 {
    state.withLock { $0.map { body($0.raw) } ?? -1 }
  }

  /// Asked for and set in one step, so that the last one to set knew the newest state.
  func listen(for events: () -> Int32) {
    _ = with { virStreamEventUpdateCallback($0, events()) }
  }

  func close() {
    let pointer = state.withLock { pointer in
      defer { pointer = nil }
      return pointer
    }
    guard let stream = pointer?.raw else { return }
    virStreamEventRemoveCallback(stream)
    virStreamAbort(stream)
    virStreamFree(stream)
  }
}

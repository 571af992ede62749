import Dispatch
import Synchronization

/// A thread for blocking calls, one after the other, so that they never hold one of Swift's own.
struct Worker: Sendable {
  private let queue: DispatchQueue

  init(_ label: String) { queue = DispatchQueue(label: label) }

  /// Runs `body` to its end, whatever becomes of the calling task.
  func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result(catching: body)) }
    }
  }

  /// Like `run`, but when the calling task is cancelled it throws at once and leaves the call to
  /// itself; `tooLate` gets what it returns after all.
  func runUnlessCancelled<Value: Sendable>(
    _ body: @escaping @Sendable () throws -> Value,
    tooLate: @escaping @Sendable (Value) -> Void = { _ in }
  ) async throws -> Value {
    let answer = Answer<Value>()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        answer.await(continuation)
        queue.async {
          guard answer.isAwaited else { return }
          let result = Result(catching: body)
          if !answer.resume(with: result), let value = try? result.get() { tooLate(value) }
        }
      }
    } onCancel: {
      answer.resume(with: .failure(CancellationError()))
    }
  }

  /// Runs `body` some time after the calls already waiting.
  func later(_ body: @escaping @Sendable () -> Void) { queue.async(execute: body) }
}

/// One continuation that is resumed once, by whoever is first.
private final class Answer<Value: Sendable>: Sendable {
  private enum State {
    case idle, cancelled, done
    case awaited(CheckedContinuation<Value, any Error>)
  }
  private let state = Mutex(State.idle)

  var isAwaited: Bool {
    state.withLock { if case .awaited = $0 { true } else { false } }
  }

  func await(_ continuation: CheckedContinuation<Value, any Error>) {
    let wasCancelled = state.withLock { state in
      if case .cancelled = state { return true }
      state = .awaited(continuation)
      return false
    }
    if wasCancelled { continuation.resume(throwing: CancellationError()) }
  }

  /// False when somebody else was first.
  @discardableResult
  func resume(with result: Result<Value, any Error>) -> Bool {
    let continuation = state.withLock { state -> CheckedContinuation<Value, any Error>? in
      switch state {
      case .awaited(let continuation):
        state = .done
        return continuation
      case .idle:
        state = .cancelled
        return nil
      case .cancelled, .done: return nil
      }
    }
    continuation?.resume(with: result)
    return continuation != nil
  }
}

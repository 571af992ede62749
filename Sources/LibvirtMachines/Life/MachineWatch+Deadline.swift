import CaseModel
import Machines

extension MachineWatch {
  /// Runs `body`, but no longer than the machine lives and the time lasts.
  ///
  /// `body` must end promptly when it is cancelled. `waitingFor` completes "… after 30 s".
  func withDeadline<Value: Sendable>(
    _ deadline: Duration, machine: String, waitingFor: String,
    _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    try await withThrowingTaskGroup(of: Value.self) { group in
      group.addTask(operation: body)
      group.addTask {
        try await Task.sleep(for: deadline)
        throw CaselabError(
          .deadline,
          "machine \"\(machine)\": no \(waitingFor) after \(deadline.components.seconds) s")
      }
      group.addTask { [self] in throw Self.ended(try await end(), machine, waitingFor) }
      defer { group.cancelAll() }
      guard let value = try await group.next() else { throw CancellationError() }
      return value
    }
  }

  static func ended(_ end: MachineEnd, _ machine: String, _ waitingFor: String) -> CaselabError {
    CaselabError(.labFailed, "machine \"\(machine)\" ended before its \(waitingFor): \(end)")
  }
}

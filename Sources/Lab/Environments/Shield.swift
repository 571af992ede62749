/// Clean-up that must go on when the task that asks for it has been cancelled.
public enum Shield {
  public static func run<T: Sendable>(
    _ body: @escaping @Sendable () async throws -> T
  ) async throws -> T {
    try await Task.detached { try await body() }.value
  }
}

import Machines

/// Closes the lines once `body` has ended, however it did.
func closing<Value>(
  _ lines: [any ConsoleStream], after body: () async throws -> Value
) async rethrows -> Value {
  do {
    let value = try await body()
    for line in lines { await line.close() }
    return value
  } catch {
    for line in lines { await line.close() }
    throw error
  }
}

import CaseModel
import Subprocess

extension ToolCommand {
  func failure(_ ending: Ending, log: String?) -> CaselabError {
    let how =
      switch ending.status {
      case .exited(let code): "ended with status \(code)"
      case .signaled(let signal): "was ended by signal \(signal)"
      }
    return CaselabError(
      .labFailed, "program \"\(name)\" \(how)\(ending.tail)",
      hint: log.map { "all it said is in \($0)" })
  }

  func explained(_ error: SubprocessError) -> CaselabError {
    guard error.code == .executableNotFound else {
      return CaselabError(.labFailed, "program \"\(name)\" did not run", cause: error)
    }
    return CaselabError(
      .labFailed, "program \"\(name)\" is not installed",
      hint: "sudo apt-get install \(Self.packages[name] ?? name), or run Scripts/lib/setup.sh")
  }

  /// Debian packages that are not called like their program.
  private static let packages = [
    "mke2fs": "e2fsprogs", "qemu-img": "qemu-utils", "unshare": "util-linux",
    "ssh-keygen": "openssh-client",
  ]
}

/// Runs `body`; cancels it and throws `deadline` when it takes longer than `limit`.
func within<Value: Sendable>(
  _ limit: Duration, waitingFor what: String, _ body: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  try await withThrowingTaskGroup(of: Value?.self) { group in
    group.addTask { try await body() }
    group.addTask {
      try await Task.sleep(for: limit)
      return nil
    }
    defer { group.cancelAll() }
    guard let first = try await group.next(), let value = first else {
      throw CaselabError(.deadline, "\(what) was not done after \(limit.components.seconds) s")
    }
    return value
  }
}

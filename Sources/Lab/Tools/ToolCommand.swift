import CaseModel
import Foundation
import Subprocess

/// One call of a program: a value whose arguments can be looked at before.
public struct ToolCommand: Equatable, Sendable {
  /// Argument vector; element 0, unless a path, is looked up in PATH and in the folders for system
  /// programs, which an ordinary user's PATH lacks.
  public var arguments: [String]
  /// Added to the environment of this process.
  public var environment: [String: String]
  public var deadline: Duration

  public init(
    _ arguments: [String], environment: [String: String] = [:], deadline: Duration
  ) {
    self.arguments = arguments
    self.environment = environment
    self.deadline = deadline
  }

  public var name: String { arguments.first ?? "" }

  /// How a program ended, and the last lines it printed.
  public struct Ending: Sendable {
    public var status: TerminationStatus
    public var tail: String
  }

  /// Runs the program to its end. Both its outputs go to the file `log` (appended, bounded) and,
  /// line by line, to `onLine`.
  ///
  /// At the deadline, or when the task is cancelled, the program is killed before this throws.
  public func ending(
    log: String? = nil, onLine: @escaping @Sendable (String) async -> Void = { _ in }
  ) async throws -> Ending {
    try await bounded {
      let file = try log.map { try BoundedLog(path: $0) }
      var lines = LineSplitter()
      var tail = OutputTail()
      let result = try await Subprocess.run(
        configuration, input: .none, output: .sequence, error: .combinedWithOutput
      ) { execution in
        for try await buffer in execution.standardOutput {
          let bytes = buffer.withUnsafeBytes { [UInt8]($0) }
          try file?.append(bytes)
          for line in lines.split(bytes) {
            tail.add(line)
            await onLine(line)
          }
        }
      }
      if let last = lines.rest() { tail.add(last) }
      return Ending(status: result.terminationStatus, tail: tail.text)
    }
  }

  /// Like `ending`; throws `labFailed` with the last lines when the program fails.
  public func run(
    log: String? = nil, onLine: @escaping @Sendable (String) async -> Void = { _ in }
  ) async throws {
    let ending = try await ending(log: log, onLine: onLine)
    guard !ending.status.isSuccess else { return }
    throw failure(ending, log: log)
  }

  /// Runs the program like `run` does; what it wrote on standard output, at most 4 MiB.
  public func output() async throws -> String {
    let result = try await bounded {
      try await Subprocess.run(
        configuration, output: .string(limit: 4 << 20), error: .string(limit: 1 << 20))
    }
    guard result.terminationStatus.isSuccess else {
      var tail = OutputTail()
      for line in result.standardError.split(whereSeparator: \.isNewline) { tail.add(String(line)) }
      throw failure(Ending(status: result.terminationStatus, tail: tail.text), log: nil)
    }
    return result.standardOutput
  }

  private func bounded<Value: Sendable>(
    _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    try await within(deadline, waitingFor: "program \"\(name)\"") {
      do {
        let value = try await body()
        try Task.checkCancellation()
        return value
      } catch let error as SubprocessError {
        throw explained(error)
      }
    }
  }

  private var configuration: Configuration {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    var values: [Environment.Key: String?] = [
      "PATH": path + ":/usr/local/sbin:/usr/sbin:/sbin", "LC_ALL": "C.UTF-8",
    ]
    for (key, value) in environment { values[Environment.Key(stringLiteral: key)] = value }
    var options = PlatformOptions()
    // Ctrl-C at the terminal is for this process, which then ends the program.
    options.createSession = true
    return Configuration(
      executable: name.hasPrefix("/") ? .path(.init(name)) : .name(name),
      arguments: Arguments(Array(arguments.dropFirst())),
      environment: .inherit.updating(values), platformOptions: options)
  }
}

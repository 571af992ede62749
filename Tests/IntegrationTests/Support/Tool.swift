import Foundation
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// The built `caselab`, run as a person would run it, in a home of the tests.
struct Tool: Sendable {
  var home: String
  /// Folders searched before what ships with the tool.
  var profiles: String?
  var extra: [String: String] = [:]
  /// What starts it, by its path, when not this process: nsenter(1) for another view of the host.
  var starter: [String] = []

  struct Answer: Sendable {
    var status: Int
    var output: String
    var errors: String
    /// Both, for a failed expectation's message.
    var all: String { "status \(status)\n--- out\n\(output)\n--- err\n\(errors)" }

    func json<T: Decodable>(_ type: T.Type = T.self) throws -> T {
      try JSONDecoder().decode(type, from: Data(output.utf8))
    }
  }

  /// Beside the test bundle, where the build put it.
  static let binary: String = {
    let bundle =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(filePath: bundle).deletingLastPathComponent().path + "/caselab"
  }()

  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  static func fixture(_ name: String) -> String {
    repository + "/Tests/IntegrationTests/Fixtures/" + name
  }

  private var environment: Environment {
    var values: [Environment.Key: String?] = ["CASELAB_HOME": home, "NO_COLOR": "1"]
    values["CASELAB_PROFILES"] = profiles ?? ""
    for (key, value) in extra { values[Environment.Key(stringLiteral: key)] = value }
    return .inherit.updating(values)
  }

  @discardableResult
  func callAsFunction(_ arguments: String..., input: String = "") async throws -> Answer {
    try await run(arguments, input: input)
  }

  func run(_ arguments: [String], input: String = "") async throws -> Answer {
    let line = starter + [Self.binary] + arguments
    let result = try await Subprocess.run(
      .path(FilePath(line[0])), arguments: Arguments(Array(line.dropFirst())),
      environment: environment, input: .string(input), output: .string(limit: 64 << 20),
      error: .string(limit: 16 << 20))
    return Answer(
      status: result.terminationStatus.number, output: result.standardOutput,
      errors: result.standardError)
  }

  /// Runs it; once a line of its progress satisfies `condition`, does `meanwhile`, waits for
  /// `delay` and sends `signal`.
  func interrupted(
    _ arguments: [String], by signal: Signal, after delay: Duration = .zero,
    when condition: @escaping @Sendable (String) -> Bool,
    meanwhile: @escaping @Sendable () async throws -> Void = {}
  ) async throws -> Answer {
    let result = try await Subprocess.run(
      .path(FilePath(Self.binary)), arguments: Arguments(arguments), environment: environment,
      input: .none, output: .discarded, error: .sequence
    ) { execution in
      var errors = ""
      var sent = false
      for try await line in execution.standardError.strings() {
        errors += line + "\n"
        if !sent, condition(line) {
          sent = true
          try await meanwhile()
          try await Task.sleep(for: delay)
          try execution.send(signal: signal)
        }
      }
      return errors
    }
    return Answer(status: result.terminationStatus.number, output: "", errors: result.closureResult)
  }

  /// What it prints, line by line, until it has printed `last`; then it is interrupted.
  func lines(
    of arguments: [String], until last: String,
    each: @escaping @Sendable (String) async throws -> Void
  ) async throws -> [String] {
    try await Subprocess.run(
      .path(FilePath(Self.binary)), arguments: Arguments(arguments), environment: environment,
      input: .none, output: .sequence, error: .discarded
    ) { execution in
      var lines: [String] = []
      for try await line in execution.standardOutput.strings() {
        lines.append(line)
        if line == last { try execution.send(signal: .interrupt) }
        try await each(line)
      }
      return lines
    }.closureResult
  }
}

extension TerminationStatus {
  /// As a shell has it: 128 + n for signal n.
  var number: Int {
    switch self {
    case .exited(let code): Int(code)
    case .signaled(let code): 128 + Int(code)
    }
  }
}

import CaseModel

/// The inside of a machine, by way of its agent; needs no network.
public protocol Guest: Sendable {
  var system: GuestSystem { get }
  /// Runs a command to its end. Throws when it cannot be started, when the machine ends, or at the
  /// deadline (the process is then killed); a non-zero exit status is a result, not an error.
  func run(_ command: GuestCommand) async throws -> GuestResult
  /// At most `limit` bytes of a file from `offset`; `labFailed` when it cannot be read.
  func read(_ path: String, offset: Int64, limit: Int) async throws -> [UInt8]
  /// Writes a file, whole. Parent folders must exist.
  func write(_ bytes: [UInt8], to path: String, mode: String) async throws
}

extension Guest {
  public var system: GuestSystem { .posix }
}

public struct GuestCommand: Equatable, Sendable {
  /// Argument vector; element 0 is looked up in PATH.
  public var arguments: [String]
  public var environment: [String: String]
  public var input: [UInt8]
  public var deadline: Duration
  /// Bytes kept of standard output and of standard error; the rest is thrown away. With 0 it
  /// is run by itself, which is the quickest; at the deadline only it is ended, not what it started.
  public var outputLimit: Int

  public init(
    _ arguments: [String], environment: [String: String] = [:], input: [UInt8] = [],
    deadline: Duration = .seconds(60), outputLimit: Int = 1 << 20
  ) {
    self.arguments = arguments
    self.environment = environment
    self.input = input
    self.deadline = deadline
    self.outputLimit = outputLimit
  }

  /// A script for `sh -eu`, given on its command line; values come in the environment.
  public static func script(
    _ text: String, environment: [String: String] = [:], deadline: Duration = .seconds(60)
  ) -> GuestCommand {
    GuestCommand(["sh", "-euc", text], environment: environment, deadline: deadline)
  }
}

public struct GuestResult: Equatable, Sendable {
  /// Exit status; 128 + n for signal n.
  public var status: Int
  public var output: [UInt8]
  public var errors: [UInt8]
  public init(status: Int, output: [UInt8] = [], errors: [UInt8] = []) {
    self.status = status
    self.output = output
    self.errors = errors
  }
  public var outputText: String { String(decoding: output, as: UTF8.self) }
  public var errorText: String { String(decoding: errors, as: UTF8.self) }
}

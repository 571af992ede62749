import CaseModel
import Foundation
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// A program of the system, run by argument vector; ended with its task.
enum ExternalProgram {
  /// Standard output, at most 4 MiB.
  ///
  /// - Throws: `labFailed` with the last lines of its errors when its exit status is not 0.
  @discardableResult
  static func run(_ name: String, _ arguments: [String]) async throws -> String {
    let result: ExecutionResult<Void, StringOutput<UTF8>, StringOutput<UTF8>>
    do {
      result = try await Subprocess.run(
        .name(name), arguments: Arguments(arguments), platformOptions: gentle,
        output: .string(limit: 4 << 20), error: .string(limit: 1 << 20))
    } catch let error as SubprocessError {
      throw CaselabError(
        .labFailed, "program \"\(name)\" cannot be run", hint: "caselab doctor", cause: error)
    }
    try Task.checkCancellation()
    guard result.terminationStatus.isSuccess else {
      let said = result.standardError.split(whereSeparator: \.isNewline).suffix(8)
        .map { "\n  " + String($0).printable(limit: 240) }.joined()
      throw CaselabError(
        .labFailed,
        "\"\(name) \(arguments.first ?? "")\" ended with \(result.terminationStatus)\(said)")
    }
    return result.standardOutput
  }

  /// When the task is cancelled: asked to end, and killed only if it does not.
  static var gentle: PlatformOptions {
    var options = PlatformOptions()
    options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(5))]
    return options
  }
}

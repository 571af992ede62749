import CaseModel
import Machines

/// Runs a product's or a suite's scripts; a script that fails ends with its own output.
struct StepRunner: Sendable {
  let limits: LabLimits
  let note: @Sendable (String) async -> Void
  var system = GuestSystem.posix
  /// Where they are run: in a guest, or in a chroot.
  let place: @Sendable (GuestCommand) async throws -> GuestResult

  /// - Throws: `labFailed` with the last lines of output when the exit status is not 0.
  func run(_ step: Product.Step, environment: [String: String]) async throws -> GuestResult {
    await note(step.name)
    let deadline = step.timeout.map { Duration.seconds($0) } ?? limits.step
    let result = try await place(
      .script(step.run, for: system, environment: environment, deadline: deadline))
    guard result.status == 0 else {
      throw CaselabError(
        .labFailed, "step \"\(step.name)\" ended with status \(result.status)\(Self.tail(result))")
    }
    return result
  }

  /// The last lines of a result, indented, fit for a terminal; empty when there was no output.
  static func tail(_ result: GuestResult, lines: Int = 20) -> String {
    let text = result.outputText + (result.errors.isEmpty ? "" : "\n" + result.errorText)
    let last = text.split(whereSeparator: \.isNewline).suffix(lines)
    guard !last.isEmpty else { return "" }
    return ":\n" + last.map { "  " + String($0).printable(limit: 240) }.joined(separator: "\n")
  }
}

import CaseModel
import Machines

extension Collection {
  /// The last `limits.artifact` bytes of each file that a pattern matches, at most 50 files.
  func windowsFiles(
    _ patterns: [String], _ kind: String, in subfolder: String
  ) async throws -> [CollectedFile] {
    guard !patterns.isEmpty else { return [] }
    let listing = try await guest.run(
      .script(
        WindowsScripts.files, for: .windows,
        environment: ["CASELAB_GLOBS": patterns.joined(separator: "\n")]))
    var files: [CollectedFile] = []
    for line in listing.outputText.split(whereSeparator: \.isNewline).prefix(50) {
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2, let size = Int64(parts[0]), parts[1].hasPrefix("/") else { continue }
      let bytes = try await guest.read(
        parts[1], offset: max(0, size - Int64(limits.artifact)), limit: limits.artifact)
      files.append(try keep(bytes, kind, as: subfolder + "/" + Self.safeName(parts[1])))
    }
    return files
  }
}

extension GuestCommand {
  /// The last lines of each file that a pattern matches, for a guest with Windows.
  public static func windowsLogs(_ patterns: [String], lines: Int) -> GuestCommand {
    .script(
      WindowsScripts.tails, for: .windows,
      environment: [
        "CASELAB_GLOBS": patterns.joined(separator: "\n"), "CASELAB_LINES": String(lines),
      ], deadline: .seconds(120))
  }
}

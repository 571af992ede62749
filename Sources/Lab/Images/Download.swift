import CaseModel
import Foundation

/// One file over HTTP, by curl(1).
struct Download: Sendable {
  var url: String
  /// Partial until the download is done; what is there already is not asked for again.
  var file: String
  static let largest: Int64 = 64 << 30

  var command: ToolCommand {
    ToolCommand(
      [
        "curl", "--disable", "--fail", "--location", "--proto", "=http,https", "--proto-redir",
        "=http,https", "--max-redirs", "10", "--connect-timeout", "30", "--speed-limit", "1000",
        "--speed-time", "60", "--retry", "3", "--max-filesize", String(Self.largest),
        "--continue-at", "-", "--output", file, "--url", url,
      ], deadline: .seconds(24 * 3600))
  }

  func run(note: @escaping @Sendable (String) async -> Void) async throws {
    let onLine: @Sendable (String) async -> Void = { line in
      if let progress = CurlMeter.progress(in: line) { await note(progress) }
    }
    var ending = try await command.ending(onLine: onLine)
    if ending.status == .exited(Self.cannotResume) {
      unlink(file)
      await note("the server cannot resume; beginning anew")
      ending = try await command.ending(onLine: onLine)
    }
    guard !ending.status.isSuccess else { return }
    var failure = command.failure(ending, log: nil)
    failure.message = "download of \"\(url.printable())\" failed: " + failure.message
    failure.hint = "the same command again continues where this one stopped"
    throw failure
  }

  /// curl(1), exit codes: "HTTP range error. The range command did not work."
  private static let cannotResume: Int32 = 33
}

/// The progress meter that curl(1) prints once a second:
/// `12  374M   12 45.5M    0     0  10.1M      0  0:00:36  0:00:04  0:00:32 10.2M`.
enum CurlMeter {
  static func progress(in line: String) -> String? {
    let fields = line.split(separator: " ")
    guard fields.count == 12, let percent = Int(fields[0]), (0...100).contains(percent) else {
      return nil
    }
    return "\(percent) % of \(fields[1]), \(fields[11]) a second, \(fields[10]) left"
      .printable(limit: 80)
  }
}

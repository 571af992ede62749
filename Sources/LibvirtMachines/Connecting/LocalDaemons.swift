import CaseModel
import Subprocess

/// libvirt's daemons on a host where no service manager starts them.
enum LocalDaemons {
  static let libvirtd = "/usr/sbin/libvirtd"
  private static let virtlogd = "/usr/sbin/virtlogd"

  /// Returns when they listen: with `-d` they go to the background only then. They end by
  /// themselves when nothing has needed them for a while.
  static func start() async throws {
    // Already running is an exit status, too: the connection that follows shows what is true.
    _ = try? await status(virtlogd, ["-d", "--timeout", "600"])
    let status = try await status(libvirtd, ["-d", "--timeout", "120"])
    guard status.isSuccess else {
      throw CaselabError(
        .unreachable, "\"\(libvirtd)\" did not start",
        hint: "run \(libvirtd) --verbose to see why; then: caselab doctor")
    }
  }

  /// With an environment of their own: they outlive us and must not know our secrets.
  private static func status(
    _ program: String, _ arguments: [String]
  ) async throws -> TerminationStatus {
    try await run(
      .path(.init(program)), arguments: .init(arguments),
      environment: .custom([
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LANG": "C.UTF-8",
      ]),
      workingDirectory: "/", output: .discarded, error: .discarded
    ).terminationStatus
  }
}

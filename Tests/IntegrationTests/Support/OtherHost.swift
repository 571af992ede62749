import Foundation
import Subprocess

/// A stand-in for another host: a libvirt session of the user `nobody`, who sees nothing of ours,
/// reached by `qemu+ssh://` with a program in the place of ssh(1) that runs there what ssh would.
struct OtherHost: Sendable {
  let folder: String

  init() throws {
    // libvirt's sockets are below it, and their paths must be short.
    folder = "/tmp/caselab-" + UUID().uuidString.prefix(8)
    try FileManager.default.createDirectory(
      atPath: folder + "/home/run", withIntermediateDirectories: true)
    for path in ["/home", "/home/run"] {
      guard chown(folder + path, Self.nobody, Self.nobody) == 0, chmod(folder + path, 0o700) == 0
      else { throw CocoaError(.fileWriteNoPermission) }
    }
    try Self.script.write(toFile: folder + "/ssh", atomically: true, encoding: .utf8)
    chmod(folder, 0o755)
    chmod(folder + "/ssh", 0o755)
  }

  var uri: String { "qemu+ssh://other.example/session?command=\(folder)/ssh" }

  /// Whether there may be one: only root becomes somebody else, and libvirt needs its storage driver.
  static func canBeHad() async -> Bool {
    guard geteuid() == 0, let other = try? OtherHost() else { return false }
    let status = try? await Subprocess.run(
      .name("virsh"), arguments: ["-c", other.uri, "pool-list"], output: .discarded,
      error: .discarded
    ).terminationStatus
    other.end()
    return status?.isSuccess == true
  }

  /// Runs a command there.
  func run(_ command: String) async throws -> Bool {
    try await Subprocess.run(
      .path(.init(folder + "/ssh")), arguments: [command], output: .discarded, error: .discarded
    ).terminationStatus.isSuccess
  }

  /// Ends its libvirt, which would end by itself two minutes later, and removes its folder.
  func end() {
    if let text = try? String(
      contentsOfFile: folder + "/home/run/libvirt/libvirtd.pid", encoding: .utf8),
      let pid = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)), pid > 1,
      (try? String(contentsOfFile: "/proc/\(pid)/comm", encoding: .utf8)) == "libvirtd\n"
    {
      kill(pid, SIGTERM)
    }
    try? FileManager.default.removeItem(atPath: folder)
  }

  private static let nobody: UInt32 = 65534

  /// The last argument is what the other host's shell is given.
  private static let script = """
    #!/bin/sh
    for command do :; done
    home=$(dirname "$0")/home
    cd /
    exec setpriv --reuid=\(nobody) --regid=\(nobody) --clear-groups env -i HOME="$home" \\
      XDG_RUNTIME_DIR="$home/run" PATH=/usr/sbin:/usr/bin:/sbin:/bin sh -c "$command"
    """
}

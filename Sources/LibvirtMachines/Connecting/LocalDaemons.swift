import Glibc
import Subprocess

/// libvirt's daemons on a host where no service manager starts them.
enum LocalDaemons {
  static let libvirtd = "/usr/sbin/libvirtd"
  private static let virtlogd = "/usr/sbin/virtlogd"
  /// Where libvirtd of root looks for it.
  private static let virtlogdSocket = "/run/libvirt/virtlogd-sock"

  /// Returns when they listen: with `-d` they go to the background only then. They end by
  /// themselves when nothing has needed them for a while. False when libvirtd did not start.
  static func start() async -> Bool {
    // Already running is a failure, too: the connection that follows shows what is true.
    _ = try? await status(virtlogd, ["-d", "--timeout", "600"])
    return (try? await status(libvirtd, ["-d", "--timeout", "120"]))?.isSuccess == true
  }

  /// Starts what keeps machines' consoles where it has ended before libvirtd did, idle or killed: no
  /// machine starts without it, and nobody else would bring it back.
  static func startLogs() async {
    guard access(virtlogdSocket, F_OK) != 0, access(virtlogd, X_OK) == 0 else { return }
    _ = try? await status(virtlogd, ["-d", "--timeout", "600"])
    // Another process may have been first, and not be listening yet.
    for _ in 0..<50 where access(virtlogdSocket, F_OK) != 0 {
      try? await Task.sleep(for: .milliseconds(100))
    }
  }

  /// Gives /dev/kvm to the group kvm, as udev's own rules do where udev runs.
  ///
  /// libvirt's root would else find KVM usable and its QEMU user would not, at which it asks QEMU for
  /// all its capabilities anew at every call: a machine takes minutes to start.
  static func shareKVM() {
    var state = stat()
    guard stat("/dev/kvm", &state) == 0, state.st_uid == 0, state.st_gid == 0,
      state.st_mode & 0o777 == 0o600, let group = groupID("kvm")
    else { return }
    // What fails here shows as slowness, not as an error.
    _ = chown("/dev/kvm", 0, group)
    _ = chmod("/dev/kvm", 0o660)
  }

  private static func groupID(_ name: String) -> gid_t? {
    var entry = group()
    var found: UnsafeMutablePointer<group>?
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1 << 16) { buffer in
      guard let start = buffer.baseAddress,
        getgrnam_r(name, &entry, start, buffer.count, &found) == 0, found != nil
      else { return nil }
      return entry.gr_gid
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

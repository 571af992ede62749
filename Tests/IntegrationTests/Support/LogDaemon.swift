import Foundation

/// libvirt's virtlogd where nobody but the lab starts it: for root, without systemd.
enum LogDaemon {
  /// Ends it, as it does by itself when it was idle while libvirtd goes on. Does nothing where it
  /// belongs to a service manager.
  static func end() {
    guard geteuid() == 0, access("/run/systemd/system", F_OK) != 0,
      let text = try? String(contentsOfFile: "/run/virtlogd.pid", encoding: .utf8),
      let pid = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)), pid > 1,
      (try? String(contentsOfFile: "/proc/\(pid)/comm", encoding: .utf8)) == "virtlogd\n"
    else { return }
    kill(pid, SIGTERM)
    for _ in 0..<50 where access("/run/libvirt/virtlogd-sock", F_OK) == 0 { usleep(100_000) }
  }
}

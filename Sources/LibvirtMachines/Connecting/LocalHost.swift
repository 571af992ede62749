import CaseModel
import Glibc

/// What decides how to mend a connection that failed.
struct LocalHost: Equatable, Sendable {
  var isRoot: Bool
  var hasSystemd: Bool
  /// libvirt's daemon with the QEMU driver.
  var hasDaemon: Bool

  static func current() -> LocalHost {
    LocalHost(
      isRoot: geteuid() == 0, hasSystemd: access("/run/systemd/system", F_OK) == 0,
      hasDaemon: access(LocalDaemons.libvirtd, X_OK) == 0
        || access("/usr/sbin/virtqemud", X_OK) == 0)
  }

  enum Remedy: Equatable {
    case startDaemons
    case tell(String)

    var hint: String {
      switch self {
      case .startDaemons: "\(LocalDaemons.libvirtd) --verbose shows why; then run: caselab doctor"
      case .tell(let hint): hint
      }
    }
  }

  /// What to do when `uri` cannot be reached from here.
  func remedy(for uri: ConnectionURI) -> Remedy {
    guard !uri.isRemote else {
      return .tell(
        "see that ssh reaches the host with a key, without asking, and that libvirt and QEMU are "
          + "installed there: virsh -c '\(uri.text.printable())' version")
    }
    guard uri.isQEMU else { return .tell("use qemu:///session or qemu:///system") }
    guard hasDaemon else {
      return .tell(
        "install libvirt and QEMU (on Debian: apt install libvirt-daemon "
          + "libvirt-daemon-driver-qemu libvirt-daemon-log qemu-system-x86 qemu-utils), "
          + "then run: caselab doctor")
    }
    return switch (isRoot, hasSystemd) {
    case (true, false): .startDaemons
    case (true, true):
      .tell("run: systemctl enable --now libvirtd.socket virtlogd.socket, then: caselab doctor")
    case (false, _) where uri.isSystem:
      .tell("use qemu:///session, or be a member of the group libvirt; then run: caselab doctor")
    case (false, _):
      .tell("run: caselab doctor; libvirt's own words are above")
    }
  }

  /// What to do when a session starts no machine at all; nil when nothing is known to be wrong.
  ///
  /// libvirt lifts QEMU's limit on core files, which fails under a hard limit: `sudo -u` sets one.
  static func sessionHint(for uri: ConnectionURI) -> String? {
    var limit = rlimit()
    guard !uri.isRemote, !uri.isSystem,
      getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit) == 0,
      limit.rlim_max != rlim_t.max
    else { return nil }
    return "this shell limits core files (ulimit -Hc; sudo -u does), under which libvirt cannot "
      + "start QEMU: log in with su or ssh, or run: mkdir -p ~/.config/libvirt && "
      + "echo 'max_core = 0' >>~/.config/libvirt/qemu.conf; then end this user's libvirtd"
  }
}

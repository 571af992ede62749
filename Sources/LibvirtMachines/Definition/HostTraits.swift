import Glibc

/// What of the host shows in a machine's definition.
struct HostTraits: Equatable, Sendable {
  /// `+uid:+gid` that QEMU runs as; nil where libvirt has no choice (a session) or we do not know
  /// one (a remote host).
  var runAs: String?
  /// `apparmor` or `selinux`, where libvirt keeps machines by it from files that it does not know of.
  var confinement: String?

  /// On a system connection QEMU would run as libvirt's own user and could not enter a
  /// `CASELAB_HOME` of mode 0700: it runs as whoever runs caselab instead, so that nothing has to be
  /// opened up or given away. Its group stays libvirt's, whose folder it must enter.
  init(capabilities: String, user: uid_t = geteuid()) {
    confinement = Self.models(in: capabilities).first { ["apparmor", "selinux"].contains($0) }
    guard let group = Self.baseGroup(in: capabilities) else { return }
    runAs = "+\(user):\(group)"
  }

  init(runAs: String? = nil) { self.runAs = runAs }

  private static func models(in capabilities: String) -> [String] {
    guard capabilities.utf8.count < 1 << 22 else { return [] }
    return (XMLRecord.all(in: capabilities) ?? [])
      .filter { $0.path == "capabilities/host/secmodel/model" }.map(\.text)
  }

  /// `+gid` of `<secmodel><model>dac</model><baselabel type='qemu'>+uid:+gid</baselabel>`.
  private static func baseGroup(in capabilities: String) -> String? {
    guard capabilities.utf8.count < 1 << 22 else { return nil }
    var model = ""
    for record in XMLRecord.all(in: capabilities) ?? [] {
      switch record.path {
      case "capabilities/host/secmodel/model": model = record.text
      case "capabilities/host/secmodel/baselabel"
      where model == "dac" && record.attributes["type"] == "qemu":
        let ids = record.text.split(separator: ":", omittingEmptySubsequences: false)
        guard ids.count == 2, ids[1].hasPrefix("+"), let group = UInt32(ids[1].dropFirst())
        else { return nil }
        return "+\(group)"
      default: break
      }
    }
    return nil
  }
}

import FoundationXML
import Machines

/// How a machine is entered, as an element of the domain's metadata: for commands that find it later.
enum AccessMark {
  static let namespace = "urn:caselab:access:1"

  /// Nil for a machine with an agent that runs `sh`.
  static func element(for access: GuestAccess) -> XMLElement? {
    switch access {
    case .agent: nil
    case .agentOfWindows:
      LibvirtMachines.element("way:access", ["xmlns:way": namespace, "by": "windows-agent"])
    case .closed:
      LibvirtMachines.element("way:access", ["xmlns:way": namespace, "by": "none"])
    case .ssh(let ssh):
      LibvirtMachines.element(
        "way:access",
        [
          "xmlns:way": namespace, "by": "ssh", "user": ssh.user, "key": ssh.key,
          "guest-port": String(ssh.guestPort), "host-port": String(ssh.hostPort),
          "folder": ssh.folder,
        ])
    }
  }

  /// Nil for what this program has not written.
  static func access(in metadata: String) -> GuestAccess? {
    guard metadata.utf8.count <= 1 << 16,
      let mark = XMLRecord.all(in: metadata)?.last, mark.path == "access"
    else { return nil }
    let values = mark.attributes
    switch values["by"] {
    case "none": return .closed
    case "windows-agent": return .agentOfWindows
    default: break
    }
    guard values["by"] == "ssh", let user = values["user"], let key = values["key"],
      let guestPort = values["guest-port"].flatMap({ Int($0) }),
      let hostPort = values["host-port"].flatMap({ Int($0) }), let folder = values["folder"]
    else { return nil }
    return .ssh(
      SSHAccess(user: user, key: key, guestPort: guestPort, hostPort: hostPort, folder: folder))
  }
}

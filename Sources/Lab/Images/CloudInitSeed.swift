import CaseModel
import Foundation

/// A NoCloud seed: an ISO 9660 image labelled `cidata`, from which cloud-init configures a vendor's
/// image at its first boot.
public enum CloudInitSeed {
  /// - Parameter instance: cloud-init's instance ID; another one makes it a first boot again.
  public static func make(at path: String, instance: String) async throws {
    let folder = path + ".content"
    try Folder.create(folder)
    do {
      for (name, text) in try files(instance: instance) {
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
      }
      try await ToolCommand(
        [
          "genisoimage", "-quiet", "-output", path, "-volid", "cidata", "-joliet", "-rock", folder,
        ], deadline: .seconds(60)
      ).run()
    } catch {
      try? await removeTree(folder)
      throw error
    }
    try await removeTree(folder)
  }

  /// JSON is YAML, and needs no care for what a name contains.
  static func files(instance: String) throws -> [String: String] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let meta = ["instance-id": instance, "local-hostname": "node"]
    return [
      "meta-data": String(decoding: try encoder.encode(meta), as: UTF8.self),
      "user-data": "#cloud-config\n"
        + String(decoding: try encoder.encode(["runcmd": [["sh", "-c", agent]]]), as: UTF8.self),
      "network-config": String(decoding: try encoder.encode(Network()), as: UTF8.self),
    ]
  }

  /// Starts the guest agent, installed first where it is missing, with the calls the lab needs:
  /// the RHEL family blocks them in /etc/sysconfig/qemu-ga, and confines them by SELinux.
  private static let agent = #"""
    if [ -f /etc/sysconfig/qemu-ga ]; then
      sed -i 's/^\(BLACKLIST_RPC\|FILTER_RPC_ARGS\)=.*/\1=/' /etc/sysconfig/qemu-ga
      setsebool virt_qemu_ga_run_unconfined on 2> /dev/null || true
    fi
    if ! command -v qemu-ga > /dev/null; then
      if command -v apt-get > /dev/null; then
        apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y qemu-guest-agent
      elif command -v dnf > /dev/null; then dnf install -y qemu-guest-agent
      elif command -v yum > /dev/null; then yum install -y qemu-guest-agent
      elif command -v zypper > /dev/null; then zypper --non-interactive install qemu-guest-agent
      fi
    fi
    systemctl enable qemu-guest-agent 2> /dev/null || true
    systemctl restart qemu-guest-agent
    """#

  /// DHCP on every interface, none of which the boot waits for.
  private struct Network: Encodable {
    struct Interface: Encodable {
      var match = ["name": "e*"]
      var dhcp4 = true
      var optional = true
    }
    var version = 2
    var ethernets = ["uplink": Interface()]
  }
}

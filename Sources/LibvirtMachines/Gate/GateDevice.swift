import Foundation
import Machines

/// The `Gate` as QEMU's command line and QMP have it (qemu-qmp-ref(7): `netdev_add`, `device_add`).
enum GateDevice {
  static let device = "caselab-gate"
  static let backend = "caselab-gate-net"

  struct UserNetwork: Encodable {
    struct Forward: Encodable { var str: String }
    var type = "user"
    var id = GateDevice.backend
    /// Nothing begun in the guest gets out, not to the host either.
    var restrict = true
    var ipv6 = false
    var net = Gate.network
    var host = Gate.hostSide
    var hostfwd: [Forward]?
  }

  struct NetworkDevice: Encodable {
    var driver = "virtio-net-pci"
    var id = GateDevice.device
    var netdev = GateDevice.backend
    var bus: String
    var mac = Gate.mac
    /// A boot ROM is of no use to it.
    var romfile = ""
  }

  static func forward(_ source: String, to port: Int) -> String {
    "tcp:\(source)-\(Gate.guestSide):\(port)"
  }

  /// For a machine that is reached by SSH: there from its boot on. While a layer is built it is the
  /// uplink as well, so that the guest has one device to ask for its address.
  static func arguments(_ spec: MachineSpec) -> [String] {
    guard case .ssh(let access) = spec.access else { return [] }
    let network = UserNetwork(
      restrict: !spec.uplink,
      hostfwd: [.init(str: forward("127.0.0.1:\(access.hostPort)", to: access.guestPort))])
    // On the root bus, in the first slot that libvirt left.
    return ["-netdev", json(network), "-device", json(NetworkDevice(bus: "pcie.0"))]
  }

  private static func json(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}

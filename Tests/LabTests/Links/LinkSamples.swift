import Foundation

@testable import Lab

extension LinkPlan.Port {
  /// A port for tests that have no sockets.
  static func at(_ node: String, _ mac: String, allowsOthers: Bool = false) -> Self {
    Self(node: node, mac: mac, switchPort: 1, machinePort: 1, allowsOthers: allowsOthers)
  }
}

enum LinkSample {
  static let client = "52:54:00:00:00:01"
  static let server = "52:54:00:00:00:02"
  static let third = "52:54:00:00:00:03"
  static let stranger = "52:54:00:00:00:99"

  static let ports = [
    LinkPlan.Port.at("client", client), .at("server", server), .at("third", third),
  ]

  /// As `ports`, with numbers of their own.
  static let distinctPorts = ports.enumerated().map { index, port in
    var port = port
    port.switchPort = 2000 + index
    port.machinePort = 3000 + index
    return port
  }

  static func frame(
    to: String, from: String, type: UInt16 = 0x88B5,
    _ payload: [UInt8] = [UInt8](repeating: 0, count: 46)
  ) -> [UInt8] {
    bytes(to) + bytes(from) + [UInt8(type >> 8), UInt8(type & 255)] + payload
  }

  static func bytes(_ mac: String) -> [UInt8] { MACAddress(mac)?.bytes ?? [] }
}

import CaseModel

/// An Ethernet address; a group's (broadcast, multicast) as well.
struct MACAddress: Hashable, Sendable, CustomStringConvertible {
  let bits: UInt64

  static let broadcast = MACAddress(bits: 0xFFFF_FFFF_FFFF)
  static let sink = MACAddress(bits: 0x02CA_5E1A_B0FE)

  init(bits: UInt64) { self.bits = bits & 0xFFFF_FFFF_FFFF }

  /// `52:54:00:12:34:56`, in either case.
  init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 6 else { return nil }
    var bits: UInt64 = 0
    for part in parts {
      guard part.utf8.count == 2, part.allSatisfy(\.isHexDigit), let byte = UInt8(part, radix: 16)
      else { return nil }
      bits = bits << 8 | UInt64(byte)
    }
    self.bits = bits
  }

  var isGroup: Bool { bits & 0x0100_0000_0000 != 0 }
  var isZero: Bool { bits == 0 }

  /// Of a virtual router (VRRP, CARP): moves from node to node. RFC 5798, 7.3.
  var isVirtualRouter: Bool { bits >> 8 == 0x00_005E_0001 || bits >> 8 == 0x00_005E_0002 }

  /// Spanning tree, pause, LLDP: for the next bridge only. IEEE 802.1D, table 7-10.
  var staysOnPort: Bool { bits >> 4 == 0x0_180C_2000_00 }

  var bytes: [UInt8] { (0..<6).map { UInt8(truncatingIfNeeded: bits >> (40 - 8 * UInt64($0))) } }

  var description: String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: ":")
  }
}

extension IPv4Address {
  init(bits: UInt32) { self.init(bits) }
  var bits: UInt32 { value }

  /// Could be one machine's own: neither "this network", loopback, multicast nor broadcast.
  var isHost: Bool { bits >> 24 != 0 && bits >> 24 != 127 && bits >> 28 < 14 }

  var bytes: [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: bits >> (24 - 8 * UInt32($0))) } }
}

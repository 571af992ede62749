import CaseModel

/// Builds the frames that the sink sends.
struct FrameWriter {
  /// The machine that is answered.
  let to: MACAddress

  func arpReply(for address: IPv4Address, to asker: Frame.ARP) -> [UInt8] {
    let body: [UInt8] =
      [0, 1, 8, 0, 6, 4, 0, 2] + MACAddress.sink.bytes + address.bytes + asker.sender.bytes
      + asker.from.bytes
    return frame(0x0806, body)
  }

  func udp(
    from: (IPv4Address, UInt16), to: (IPv4Address, UInt16), _ payload: [UInt8]
  ) -> [UInt8] {
    var body = from.1.bytes + to.1.bytes + UInt16(8 + payload.count).bytes + [0, 0] + payload
    let sum = Self.checksum(Self.pseudoHeader(from.0, to.0, 17, body.count) + body)
    // Zero would say that there is none: RFC 768.
    body.replaceSubrange(6..<8, with: (sum == 0 ? 0xFFFF : sum).bytes)
    return ipv4(17, from: from.0, to: to.0, body)
  }

  /// The end of a connection, as an answer to `segment`: RFC 9293, 3.10.7.1.
  func reset(_ segment: Frame.TCP, from: IPv4Address, to: IPv4Address) -> [UInt8] {
    let isAcknowledging = segment.flags.contains(.acknowledges)
    let taken =
      UInt32(segment.length) + (segment.flags.contains(.syn) ? 1 : 0)
      + (segment.flags.contains(.fin) ? 1 : 0)
    let sequence = isAcknowledging ? segment.acknowledgement : 0
    let acknowledgement = isAcknowledging ? 0 : segment.sequence &+ taken
    let flags: Frame.TCP.Flags = isAcknowledging ? .reset : [.reset, .acknowledges]
    var body =
      segment.destination.bytes + segment.source.bytes + sequence.bytes + acknowledgement.bytes
      + [0x50, flags.rawValue, 0, 0, 0, 0, 0, 0]
    let sum = Self.checksum(Self.pseudoHeader(from, to, 6, body.count) + body)
    body.replaceSubrange(16..<18, with: sum.bytes)
    return ipv4(6, from: from, to: to, body)
  }

  /// "Communication administratively prohibited", with the packet's beginning: RFC 1812, 4.3.2.3.
  func prohibited(_ packet: [UInt8], from: IPv4Address, to: IPv4Address) -> [UInt8] {
    var body: [UInt8] = [3, 13, 0, 0, 0, 0, 0, 0] + packet.prefix(576 - 20 - 8)
    body.replaceSubrange(2..<4, with: Self.checksum(body).bytes)
    return ipv4(1, from: from, to: to, body)
  }

  private func ipv4(
    _ number: UInt8, from: IPv4Address, to: IPv4Address, _ body: [UInt8]
  ) -> [UInt8] {
    var header: [UInt8] =
      [0x45, 0] + UInt16(20 + body.count).bytes + [0, 0, 0x40, 0, 64, number, 0, 0]
      + from.bytes + to.bytes
    header.replaceSubrange(10..<12, with: Self.checksum(header).bytes)
    return frame(0x0800, header + body)
  }

  private func frame(_ type: UInt16, _ body: [UInt8]) -> [UInt8] {
    let frame = to.bytes + MACAddress.sink.bytes + type.bytes + body
    return frame + [UInt8](repeating: 0, count: max(0, 60 - frame.count))
  }

  private static func pseudoHeader(
    _ from: IPv4Address, _ to: IPv4Address, _ number: UInt8, _ length: Int
  ) -> [UInt8] {
    from.bytes + to.bytes + [0, number] + UInt16(length).bytes
  }

  /// The Internet's checksum, RFC 1071; zero over what already has a right one.
  static func checksum(_ bytes: [UInt8]) -> UInt16 {
    var sum: UInt32 = 0
    for (index, byte) in bytes.enumerated() {
      sum += index.isMultiple(of: 2) ? UInt32(byte) << 8 : UInt32(byte)
    }
    while sum > 0xFFFF { sum = sum >> 16 + sum & 0xFFFF }
    return ~UInt16(sum)
  }
}

extension FixedWidthInteger where Self: UnsignedInteger {
  /// In the order of the network.
  fileprivate var bytes: [UInt8] { withUnsafeBytes(of: bigEndian) { Array($0) } }
}

/// Reads the headers of a frame that a machine sent. The bytes are anybody's: what is not there or does
/// not fit is nil or `malformed`, never a trap.
enum FrameReader {
  static func read(_ frame: [UInt8]) -> Frame? {
    let bytes = ByteView(frame)
    guard let destination = bytes.mac(0), let source = bytes.mac(6), let type = bytes.u16(12) else {
      return nil
    }
    let payload = bytes.from(14)
    let content: Frame.Content =
      switch type {
      case 0x0806: arp(payload).map(Frame.Content.arp) ?? .malformed
      case 0x0800: ipv4(payload).map(Frame.Content.ipv4) ?? .malformed
      case 0x86DD: ipv6(payload).map(Frame.Content.ipv6) ?? .malformed
      default: .other(type)
      }
    return Frame(destination: destination, source: source, content: content)
  }

  private static func arp(_ bytes: ByteView) -> Frame.ARP? {
    guard bytes.u16(0) == 1, bytes.u16(2) == 0x0800, bytes.u8(4) == 6, bytes.u8(5) == 4,
      let operation = bytes.u16(6), let sender = bytes.mac(8), let from = bytes.ipv4(14),
      let target = bytes.ipv4(24)
    else { return nil }
    return Frame.ARP(operation: operation, sender: sender, from: from, target: target)
  }

  private static func ipv4(_ bytes: ByteView) -> Frame.IPv4? {
    guard let first = bytes.u8(0), first >> 4 == 4, let total = bytes.u16(2),
      let fragment = bytes.u16(6), let number = bytes.u8(9), let source = bytes.ipv4(12),
      let destination = bytes.ipv4(16)
    else { return nil }
    let header = Int(first & 15) * 4
    // Behind the packet there may be padding to the shortest frame.
    guard header >= 20, Int(total) >= header, let packet = bytes.slice(0, Int(total)) else {
      return nil
    }
    let isLaterPart = fragment & 0x1FFF != 0
    let body = packet.from(header)
    return Frame.IPv4(
      source: source, destination: destination, isLaterPart: isLaterPart,
      transport: isLaterPart ? .unread(number) : transport(number, body, icmp: 1),
      packet: packet.bytes)
  }

  private static func ipv6(_ bytes: ByteView) -> Frame.IPv6? {
    guard let first = bytes.u8(0), first >> 4 == 6, let length = bytes.u16(4),
      let number = bytes.u8(6), let source = bytes.slice(8, 16),
      let destination = bytes.slice(24, 16),
      let body = bytes.slice(40, Int(length))
    else { return nil }
    return Frame.IPv6(
      source: source.bytes, destination: destination.bytes,
      transport: transport(number, body, icmp: 58))
  }

  private static func transport(
    _ number: UInt8, _ bytes: ByteView, icmp: UInt8
  ) -> Frame.Transport {
    switch number {
    case 6: tcp(bytes).map(Frame.Transport.tcp) ?? .unread(number)
    case 17: udp(bytes).map(Frame.Transport.udp) ?? .unread(number)
    case icmp: bytes.u8(0).map(Frame.Transport.icmp(type:)) ?? .unread(number)
    default: .unread(number)
    }
  }

  private static func tcp(_ bytes: ByteView) -> Frame.TCP? {
    guard let from = bytes.u16(0), let to = bytes.u16(2), let sequence = bytes.u32(4),
      let acknowledgement = bytes.u32(8), let offset = bytes.u8(12), let flags = bytes.u8(13)
    else { return nil }
    let header = Int(offset >> 4) * 4
    guard header >= 20, header <= bytes.count else { return nil }
    return Frame.TCP(
      source: from, destination: to, sequence: sequence, acknowledgement: acknowledgement,
      flags: .init(rawValue: flags), length: bytes.count - header)
  }

  private static func udp(_ bytes: ByteView) -> Frame.UDP? {
    guard let from = bytes.u16(0), let to = bytes.u16(2), let length = bytes.u16(4), length >= 8,
      let datagram = bytes.slice(0, Int(length))
    else { return nil }
    return Frame.UDP(source: from, destination: to, payload: datagram.from(8).bytes)
  }
}

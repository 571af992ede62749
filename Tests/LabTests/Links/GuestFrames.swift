import CaseModel

@testable import Lab

/// Frames as a guest's kernel makes them, written down here a second time.
enum GuestFrame {
  static let gateway = IPv4Address(bits: 0x0A4D_00FE)
  static let address: [UInt8] = [10, 77, 0, 10]
  static let far: [UInt8] = [93, 184, 216, 34]

  static func ethernet(_ type: UInt16, _ payload: [UInt8]) -> [UInt8] {
    let frame = LinkSample.frame(
      to: MACAddress.sink.description, from: LinkSample.client, type: type, payload)
    return frame + [UInt8](repeating: 0, count: max(0, 60 - frame.count))
  }

  static func ipv4(
    _ number: UInt8, to: [UInt8] = far, from: [UInt8] = address, fragment: UInt16 = 0x4000,
    _ body: [UInt8]
  ) -> [UInt8] {
    let total = 20 + body.count
    return ethernet(
      0x0800,
      [0x45, 0, UInt8(total >> 8), UInt8(total & 255), 0x12, 0x34] + two(fragment)
        + [64, number, 0, 0] + from + to + body)
  }

  static func tcp(flags: UInt8, to: [UInt8] = far, data: [UInt8] = []) -> [UInt8] {
    // From port 40000 to 443; sequence number 0xFFFFFFFF, acknowledgement 0x01020304.
    let header: [UInt8] = [
      0x9C, 0x40, 0x01, 0xBB, 0xFF, 0xFF, 0xFF, 0xFF, 1, 2, 3, 4, 0x50, flags, 0xFA, 0xF0, 0, 0, 0,
      0,
    ]
    return ipv4(6, to: to, header + data)
  }

  static func udp(to port: UInt16, at: [UInt8] = far, _ payload: [UInt8]) -> [UInt8] {
    ipv4(17, to: at, [0x9C, 0x41] + two(port) + two(UInt16(8 + payload.count)) + [0, 0] + payload)
  }

  /// A question for the address of `labels`, with an ID of 0xBEEF, recursion desired.
  static func dns(_ labels: String..., flags: UInt16 = 0x0100, questions: UInt8 = 1) -> [UInt8] {
    [0xBE, 0xEF] + two(flags) + [0, questions, 0, 0, 0, 0, 0, 0]
      + labels.flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) } + [0, 0, 1, 0, 1]
  }

  static func echo(type: UInt8 = 8) -> [UInt8] { ipv4(1, [type, 0, 0, 0, 0, 1, 0, 1] + far) }

  static func arp(for address: [UInt8], to: String = "ff:ff:ff:ff:ff:ff") -> [UInt8] {
    let mac = LinkSample.bytes(LinkSample.client)
    return LinkSample.frame(
      to: to, from: LinkSample.client, type: 0x0806,
      [0, 1, 8, 0, 6, 4, 0, 1] + mac + Self.address + [UInt8](repeating: 0, count: 6) + address)
  }

  static func two(_ number: UInt16) -> [UInt8] { [UInt8(number >> 8), UInt8(number & 255)] }

  /// Whether 16-bit words add up to all ones: RFC 1071, 1 (3).
  static func addsUp(_ bytes: some Sequence<UInt8>) -> Bool {
    let bytes = Array(bytes)
    var sum = 0
    for index in stride(from: 0, to: bytes.count, by: 2) {
      sum += Int(bytes[index]) * 256 + (index + 1 < bytes.count ? Int(bytes[index + 1]) : 0)
    }
    return sum > 0 && sum % 0xFFFF == 0
  }
}

import Testing

@testable import Lab

@Suite struct FrameReaderTests {
  @Test func `a connection's first segment is read`() throws {
    let frame = try #require(FrameReader.read(GuestFrame.tcp(flags: 2)))
    #expect(frame.destination == .sink)
    #expect(frame.source.description == LinkSample.client)
    guard case .ipv4(let packet) = frame.content, case .tcp(let segment) = packet.transport else {
      Issue.record("not read: \(frame)")
      return
    }
    #expect(packet.source.description == "10.77.0.10")
    #expect(packet.destination.description == "93.184.216.34")
    #expect(
      segment
        == Frame.TCP(
          source: 40000, destination: 443, sequence: 0xFFFF_FFFF, acknowledgement: 0x0102_0304,
          flags: .syn, length: 0))
    // The padding to 60 bytes is none of the packet's.
    #expect(packet.packet.count == 40)
  }

  @Test func `a later part of a packet has no ports`() {
    let bytes = GuestFrame.ipv4(17, fragment: 0x2001, [0, 53, 0, 53, 0, 8, 0, 0])
    guard case .ipv4(let packet) = FrameReader.read(bytes)?.content else {
      Issue.record("not read")
      return
    }
    #expect(packet.isLaterPart)
    #expect(packet.transport == .unread(17))
  }

  @Test func `a packet of IPv6 is read`() {
    let addresses: [UInt8] =
      [0xFE, 0x80] + [UInt8](repeating: 0, count: 13) + [1]
      + [0x20, 1, 0x0D, 0xB8] + [UInt8](repeating: 0, count: 11) + [2]
    let udp: [UInt8] = [0, 68, 0, 67, 0, 9, 0, 0, 7]
    let bytes = GuestFrame.ethernet(0x86DD, [0x60, 0, 0, 0, 0, 9, 17, 64] + addresses + udp)
    guard case .ipv6(let packet) = FrameReader.read(bytes)?.content else {
      Issue.record("not read")
      return
    }
    #expect(Frame.IPv6.text(packet.destination) == "2001:db8:0:0:0:0:0:2")
    #expect(packet.transport == .udp(Frame.UDP(source: 68, destination: 67, payload: [7])))
  }

  @Test(
    arguments: [
      // Header shorter than it may be, or longer than the packet; total shorter, or longer.
      [14: 0x44], [14: 0x4F, 17: 40], [16: 0, 17: 19], [16: 5, 17: 0xDC], [14: 0x65],
    ] as [[Int: UInt8]]) func `a header that contradicts itself is malformed`(
      changes: [Int: UInt8]
    )
  {
    var bytes = GuestFrame.tcp(flags: 2)
    for (offset, byte) in changes { bytes[offset] = byte }
    #expect(FrameReader.read(bytes)?.content == .malformed)
  }

  @Test func `a question's name is read whatever is in it`() {
    #expect(DNSQuery(GuestFrame.dns("Updates", "Example", "ORG"))?.name == "updates.example.org")
    #expect(DNSQuery(GuestFrame.dns("a.b", "c\\\u{1}"))?.name == "a\\046b.c\\092\\001")
    #expect(DNSQuery(GuestFrame.dns())?.name == ".")
    #expect(DNSQuery(GuestFrame.dns("x", flags: 0x8100)) == nil)
    #expect(DNSQuery(GuestFrame.dns("x", questions: 2)) == nil)
    // A pointer, which could go round for ever.
    #expect(DNSQuery(Array(GuestFrame.dns().prefix(12)) + [0xC0, 12, 0, 1, 0, 1]) == nil)
    let long = GuestFrame.dns(
      String(repeating: "a", count: 63), String(repeating: "b", count: 63),
      String(repeating: "c", count: 63), String(repeating: "d", count: 63))
    #expect(DNSQuery(long) == nil)
  }

  @Test func `no bytes whatever stop the reader, the board or the sink`() {
    var random = Repeatable(seed: 20)
    let good = [
      GuestFrame.tcp(flags: 2, data: [1, 2, 3]), GuestFrame.echo(),
      GuestFrame.udp(to: 53, GuestFrame.dns("host", "example", "org")),
      GuestFrame.arp(for: GuestFrame.gateway.bytes),
      GuestFrame.ethernet(
        0x86DD, [0x60, 0, 0, 0, 0, 8, 58, 64] + [UInt8](repeating: 9, count: 48)),
    ]
    let sink = Sink(link: "inside", gateway: GuestFrame.gateway)
    var board = SwitchBoard(ports: LinkSample.ports)
    var answers = 0
    for round in 0..<20_000 {
      var bytes = good[round % good.count]
      if round % 7 == 0 {
        bytes = (0..<Int.random(in: 0...120, using: &random)).map { _ in
          UInt8.random(in: 0...255, using: &random)
        }
      }
      for _ in 0..<Int.random(in: 0...4, using: &random) where !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      if round % 3 == 0 {
        bytes = Array(bytes.prefix(.random(in: 0...bytes.count, using: &random)))
      }
      _ = board.decide(bytes, from: round % 3)
      _ = sink.claims(bytes)
      guard let reply = sink.answer(bytes, from: "client").reply else { continue }
      answers += 1
      #expect(FrameReader.read(reply)?.source == .sink)
      #expect(reply.count <= 14 + 576 || FrameReader.read(bytes)?.destination == .sink)
    }
    #expect(answers > 1000)
  }
}

/// The same numbers each time (SplitMix64).
struct Repeatable: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

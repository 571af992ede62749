import CaseModel
import Testing

@testable import Lab

@Suite struct DHCPTests {
  private static let everybody = "ff:ff:ff:ff:ff:ff"
  private static let lease = LinkPlan.Lease(
    address: "10.77.0.10", prefix: 24,
    routes: [.init(network: "198.51.100.0", prefix: 25, via: "10.77.0.1")],
    nameServer: "10.77.0.53")

  /// As a client makes it, with 0xCAFEBABE for its transaction.
  private func asking(
    _ options: [UInt8], current: [UInt8] = [0, 0, 0, 0], mac: String = LinkSample.client,
    to: String = everybody, source: [UInt8] = [0, 0, 0, 0], port: UInt16 = 67
  ) -> [UInt8] {
    let message: [UInt8] =
      [1, 1, 6, 0, 0xCA, 0xFE, 0xBA, 0xBE, 0, 3, 0x80, 0] + current
      + [UInt8](repeating: 0, count: 12) + LinkSample.bytes(mac)
      + [UInt8](repeating: 0, count: 10 + 192) + [99, 130, 83, 99] + options + [255]
    let udp = GuestFrame.two(68) + GuestFrame.two(port) + GuestFrame.two(UInt16(8 + message.count))
    let frame = GuestFrame.ipv4(
      17, to: [255, 255, 255, 255], from: source, udp + [0, 0] + message)
    return LinkSample.bytes(to) + LinkSample.bytes(LinkSample.client) + frame[12...]
  }

  private func segment(_ lease: LinkPlan.Lease? = lease) -> LinkSegment {
    var ports = LinkSample.ports
    ports[0].lease = lease
    return LinkSegment(
      .init(name: "inside", ports: ports, gateway: GuestFrame.gateway.description))
  }

  private func accept(_ frame: [UInt8], _ segment: LinkSegment) -> LinkSegment.Outcome {
    var segment = segment
    var random = SystemRandomNumberGenerator()
    return segment.accept(frame, from: 0, now: 7, random: &random)
  }

  /// The message that the machine gets, after a look at what every one must have.
  private func reply(
    to frame: [UInt8], goesTo address: [UInt8] = [255, 255, 255, 255],
    at: SourceLocation = #_sourceLocation
  ) throws -> [UInt8] {
    let outcome = accept(frame, segment())
    #expect(outcome.attempt == nil, sourceLocation: at)
    let departure = try #require(outcome.departures.first, sourceLocation: at)
    #expect(outcome.departures.count == 1 && departure.port == 0, sourceLocation: at)
    #expect(outcome.seen == [frame, departure.frame], sourceLocation: at)
    let sent = departure.frame
    #expect(Array(sent[..<6]) == LinkSample.bytes(LinkSample.client), sourceLocation: at)
    #expect(Array(sent[26..<34]) == GuestFrame.gateway.bytes + address, sourceLocation: at)
    #expect(Array(sent[34..<38]) == [0, 67, 0, 68], sourceLocation: at)
    #expect(GuestFrame.addsUp(sent[14..<34]), sourceLocation: at)
    #expect(
      GuestFrame.addsUp(sent[26..<34] + [0, 17] + sent[38..<40] + sent[34...]), sourceLocation: at)
    let message = Array(sent[42...])
    #expect(message.count >= 300, sourceLocation: at)
    #expect(
      Array(message[..<8]) == [2, 1, 6, 0, 0xCA, 0xFE, 0xBA, 0xBE], sourceLocation: at)
    #expect(Array(message[28..<34]) == LinkSample.bytes(LinkSample.client), sourceLocation: at)
    return message
  }

  private func options(_ message: [UInt8]) -> [UInt8: [UInt8]] {
    var options: [UInt8: [UInt8]] = [:]
    var place = 240
    while message[place] != 255 {
      let length = Int(message[place + 1])
      options[message[place]] = Array(message[place + 2..<place + 2 + length])
      place += 2 + length
    }
    return options
  }

  @Test func `who asks is offered the profile's address, with its ways`() throws {
    let message = try reply(to: asking([53, 1, 1, 0, 12, 3, 98, 111, 120]))
    #expect(Array(message[16..<20]) == [10, 77, 0, 10])
    let options = options(message)
    #expect(options[53] == [2] && options[54] == GuestFrame.gateway.bytes)
    #expect(options[1] == [255, 255, 255, 0] && options[3] == GuestFrame.gateway.bytes)
    #expect(options[6] == [10, 77, 0, 53] && options[51]?.count == 4)
    #expect(
      options[121] == [25, 198, 51, 100, 0, 10, 77, 0, 1, 0] + GuestFrame.gateway.bytes)
  }

  @Test func `who takes it gets it, and keeps it when it asks again`() throws {
    let request: [UInt8] = [53, 1, 3]
    let taken = try reply(
      to: asking(request + [50, 4, 10, 77, 0, 10, 54, 4] + GuestFrame.gateway.bytes))
    #expect(options(taken)[53] == [5] && Array(taken[16..<20]) == [10, 77, 0, 10])
    let renewed = try reply(
      to: asking(
        request, current: [10, 77, 0, 10], to: MACAddress.sink.description, source: [10, 77, 0, 10]),
      goesTo: [10, 77, 0, 10])
    #expect(options(renewed)[53] == [5] && Array(renewed[12..<16]) == [10, 77, 0, 10])
  }

  @Test func `another address is refused, so that it asks anew`() throws {
    let message = try reply(to: asking([53, 1, 3, 50, 4, 192, 168, 1, 7]))
    #expect(options(message) == [53: [6], 54: GuestFrame.gateway.bytes])
    #expect(Array(message[16..<20]) == [0, 0, 0, 0])
  }

  @Test func `what is no question stays without an answer, and goes nowhere`() {
    for frame in [
      asking([53, 1, 7]), asking([53, 1, 4]), asking([53, 1, 99]), asking([]), asking([53]),
      asking([53, 200, 1]), asking([53, 1, 3, 54, 4, 10, 77, 0, 77]),
      asking([53, 1, 1], mac: LinkSample.stranger),
    ] {
      let outcome = accept(frame, segment())
      #expect(outcome.departures.isEmpty && outcome.seen == [frame] && outcome.attempt == nil)
    }
  }

  @Test func `only a machine with a lease is answered, and other frames go their way`() {
    let ports = [1, 2]
    #expect(accept(asking([53, 1, 1]), segment(nil)).departures.map(\.port) == ports)
    #expect(accept(asking([53, 1, 1], port: 6767), segment()).departures.map(\.port) == ports)
    let plain = LinkSample.frame(to: LinkSample.server, from: LinkSample.client)
    #expect(accept(plain, segment()).departures.map(\.port) == [1])
  }

  @Test func `any cut of a question is survived`() {
    let frame = asking([53, 1, 3, 50, 4, 10, 77, 0, 10])
    for length in 0..<frame.count { _ = accept(Array(frame[..<length]), segment()) }
  }

  @Test func `a plan with a lease that is none is refused`() throws {
    func check(_ change: (inout LinkPlan.Lease) -> Void) throws {
      var lease = Self.lease
      change(&lease)
      var ports = LinkSample.distinctPorts
      ports[0].lease = lease
      try LinkPlan(links: [.init(name: "inside", ports: ports)]).check()
    }
    try check { _ in }
    let wrong: [(inout LinkPlan.Lease) -> Void] = [
      { $0.address = "box" }, { $0.prefix = 33 }, { $0.nameServer = "" },
      { $0.routes[0].prefix = -1 }, { $0.routes[0].via = "x" },
    ]
    for change in wrong { #expect(throws: CaselabError.self) { try check(change) } }
  }
}

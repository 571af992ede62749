import Foundation
import Testing

@testable import Lab

@Suite struct SinkTests {
  let sink = Sink(link: "inside", gateway: GuestFrame.gateway)

  /// The reply's IP packet, after a look at what every reply must have.
  private func packet(_ frame: [UInt8], at: SourceLocation = #_sourceLocation) throws -> [UInt8] {
    let reply = try #require(sink.answer(frame, from: "client").reply, sourceLocation: at)
    #expect(reply.count >= 60, sourceLocation: at)
    #expect(Array(reply[..<6]) == LinkSample.bytes(LinkSample.client), sourceLocation: at)
    #expect(Array(reply[6..<12]) == [0x02, 0xCA, 0x5E, 0x1A, 0xB0, 0xFE], sourceLocation: at)
    #expect(Array(reply[12..<14]) == [8, 0], sourceLocation: at)
    let total = Int(reply[16]) << 8 | Int(reply[17])
    let packet = Array(reply[14..<14 + total])
    #expect(GuestFrame.addsUp(packet[..<20]), sourceLocation: at)
    #expect(Array(packet[16..<20]) == GuestFrame.address, sourceLocation: at)
    return packet
  }

  private func addsUpWithAddresses(_ packet: [UInt8]) -> Bool {
    let length = UInt16(packet.count - 20)
    return GuestFrame.addsUp(
      packet[12..<20] + [0, packet[9]] + GuestFrame.two(length) + packet[20...])
  }

  @Test func `a connection is refused and noted`() throws {
    let answer = try packet(GuestFrame.tcp(flags: 2))
    #expect(Array(answer[12..<16]) == GuestFrame.far)
    #expect(addsUpWithAddresses(answer))
    // From 443 to 40000; sequence 0; acknowledges 0xFFFFFFFF + 1, round the corner; RST and ACK.
    #expect(
      Array(answer[20..<34]) == [1, 0xBB, 0x9C, 0x40, 0, 0, 0, 0, 0, 0, 0, 0, 0x50, 0x14])
    let attempt = try #require(sink.answer(GuestFrame.tcp(flags: 2), from: "client").attempt)
    #expect(
      attempt
        == Attempt.Subject(
          link: "inside", node: "client", transport: .tcp, source: "10.77.0.10",
          address: "93.184.216.34", port: 443))
  }

  @Test func `an open connection is reset where it stands, a reset stays without answer`() throws {
    let answer = try packet(GuestFrame.tcp(flags: 0x18, data: [1, 2, 3]))
    #expect(
      Array(answer[20..<34]) == [1, 0xBB, 0x9C, 0x40, 1, 2, 3, 4, 0, 0, 0, 0, 0x50, 0x04])
    #expect(addsUpWithAddresses(answer))
    #expect(sink.answer(GuestFrame.tcp(flags: 4), from: "client").reply == nil)
    #expect(sink.answer(GuestFrame.tcp(flags: 0x14), from: "client").reply == nil)
  }

  @Test(arguments: [GuestFrame.gateway.bytes, [8, 8, 8, 8]])
  func `no name exists, whoever is asked`(server: [UInt8]) throws {
    let question = GuestFrame.dns("Deb", "debian", "org")
    let frame = GuestFrame.udp(to: 53, at: server, question)
    let answer = try packet(frame)
    #expect(Array(answer[12..<16]) == server)
    #expect(Array(answer[20..<24]) == [0, 53, 0x9C, 0x41])
    #expect(addsUpWithAddresses(answer))
    let message = Array(answer[28...])
    // Same ID; a response, recursion desired and available, name error; one question, no records.
    #expect(Array(message[..<12]) == [0xBE, 0xEF, 0x81, 0x83, 0, 1, 0, 0, 0, 0, 0, 0])
    #expect(Array(message[12...]) == Array(question[12...]))
    let attempt = try #require(sink.answer(frame, from: "client").attempt)
    #expect(attempt.name == "deb.debian.org")
    #expect(attempt.transport == .udp)
    #expect(attempt.port == 53)
  }

  @Test func `what is no question is refused, an answer is not answered`() throws {
    let broken = GuestFrame.udp(to: 53, GuestFrame.dns("x", questions: 3))
    let answer = try packet(broken)
    #expect(Array(answer[28...]) == [0xBE, 0xEF, 0x81, 0x81, 0, 0, 0, 0, 0, 0, 0, 0])
    let response = GuestFrame.udp(to: 53, GuestFrame.dns("x", flags: 0x8180))
    #expect(sink.answer(response, from: "client").reply == nil)
    #expect(sink.answer(GuestFrame.udp(to: 53, [1, 2, 3]), from: "client").reply == nil)
  }

  @Test(arguments: [
    GuestFrame.echo(), GuestFrame.udp(to: 123, [1, 2, 3]), GuestFrame.ipv4(47, [1]),
  ])
  func `anything else is told that it is prohibited`(frame: [UInt8]) throws {
    let answer = try packet(frame)
    #expect(Array(answer[12..<16]) == GuestFrame.gateway.bytes)
    #expect(answer[9] == 1)
    #expect(Array(answer[20..<22]) == [3, 13])
    #expect(GuestFrame.addsUp(answer[20...]))
    let total = Int(frame[16]) << 8 | Int(frame[17])
    #expect(Array(answer[28...]) == Array(frame[14..<14 + total]))
  }

  @Test func `a long packet is quoted up to 576 bytes in all`() throws {
    let frame = GuestFrame.udp(to: 123, [UInt8](repeating: 7, count: 1400))
    #expect(try packet(frame).count == 576)
  }

  @Test(arguments: [
    GuestFrame.echo(type: 3), GuestFrame.echo(type: 11), GuestFrame.echo(type: 0),
    GuestFrame.ipv4(17, fragment: 1, [1, 2, 3]), GuestFrame.ipv4(17, to: [224, 0, 0, 251], [1]),
    GuestFrame.ipv4(17, to: [255, 255, 255, 255], [1]),
    GuestFrame.ipv4(17, from: [0, 0, 0, 0], [1]),
  ]) func `errors, parts of packets and what goes to many are noted only`(frame: [UInt8]) {
    let answer = sink.answer(frame, from: "client")
    #expect(answer.reply == nil)
    #expect(answer.attempt != nil)
  }

  @Test func `the gateway's MAC address is the sink's, other addresses are none of its business`() {
    let question = GuestFrame.arp(for: GuestFrame.gateway.bytes)
    #expect(sink.claims(question))
    let reply = sink.answer(question, from: "client").reply ?? []
    #expect(
      Array(reply.prefix(42)) == LinkSample.bytes(LinkSample.client) + MACAddress.sink.bytes
        + [8, 6, 0, 1, 8, 0, 6, 4, 0, 2] + MACAddress.sink.bytes + GuestFrame.gateway.bytes
        + LinkSample.bytes(LinkSample.client) + GuestFrame.address)
    let other = GuestFrame.arp(for: [10, 77, 0, 1])
    #expect(!sink.claims(other))
    #expect(sink.answer(other, from: "client") == Sink.Answer())
  }

  @Test func `its address is written as a neighbour entry has it`() {
    #expect(Sink.mac == "02:ca:5e:1a:b0:fe")
  }

  @Test func `without a gateway it notes and is silent`() {
    let silent = Sink(link: "inside", gateway: nil)
    let answer = silent.answer(GuestFrame.tcp(flags: 2), from: "client")
    #expect(answer.reply == nil)
    #expect(answer.attempt?.port == 443)
    #expect(!silent.claims(GuestFrame.arp(for: GuestFrame.gateway.bytes)))
  }

  @Test func `equal attempts are counted, different ones up to a bound`() {
    var book = AttemptBook()
    var subject = Attempt.Subject(link: "inside", node: "client", transport: .tcp, port: 0)
    for number in 0..<AttemptBook.size + 5 {
      subject.port = number
      book.note(subject, at: Date(timeIntervalSince1970: 0))
    }
    subject.port = 1
    book.note(subject, at: Date(timeIntervalSince1970: 1.5))
    #expect(book.attempts.attempts.count == AttemptBook.size)
    #expect(book.attempts.omitted == 5)
    let second = book.attempts.attempts[1]
    #expect(second.count == 2)
    #expect(second.first == "1970-01-01T00:00:00.000Z")
    #expect(second.last == "1970-01-01T00:00:01.500Z")
  }
}

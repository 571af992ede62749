import CaseModel

/// Where everything ends that would leave the environment: noted, refused at once, never let out.
public struct Sink: Sendable {
  /// What a node's permanent neighbour entry for the gateway has.
  public static let mac = MACAddress.sink.description

  struct Answer: Equatable {
    var attempt: Attempt.Subject?
    /// The frame that goes back where the question came from.
    var reply: [UInt8]?
  }

  let link: String
  /// Nil: notes only, says nothing.
  let gateway: IPv4Address?

  /// A question for the MAC address of the gateway, which the sink alone answers.
  func claims(_ frame: [UInt8]) -> Bool {
    guard let gateway, ByteView(frame).u16(12) == 0x0806,
      case .arp(let arp) = FrameReader.read(frame)?.content
    else { return false }
    return arp.operation == 1 && arp.target == gateway
  }

  /// - Parameter node: who sent it.
  func answer(_ bytes: [UInt8], from node: String) -> Answer {
    guard let frame = FrameReader.read(bytes) else { return Answer() }
    let writer = FrameWriter(to: frame.source)
    switch frame.content {
    case .arp(let arp):
      guard let gateway, arp.operation == 1, arp.target == gateway else { return Answer() }
      return Answer(reply: writer.arpReply(for: gateway, to: arp))
    case .ipv4(let packet):
      var subject = subject(packet.transport, node)
      subject.source = packet.source.description
      subject.address = packet.destination.description
      return Answer(attempt: subject, reply: reply(to: packet, writer))
    case .ipv6(let packet):
      var subject = subject(packet.transport, node)
      subject.source = Frame.IPv6.text(packet.source)
      subject.address = Frame.IPv6.text(packet.destination)
      return Answer(attempt: subject)
    case .other, .malformed:
      return Answer()
    }
  }

  /// The answer to a machine that asks for its address; nil for every other frame.
  func lease(_ lease: LinkPlan.Lease, for bytes: [UInt8]) -> Answer? {
    // Most frames are told by their type and protocol, without being read.
    guard let gateway, ByteView(bytes).u16(12) == 0x0800, ByteView(bytes).u8(23) == 17,
      let frame = FrameReader.read(bytes), case .ipv4(let packet) = frame.content,
      case .udp(let datagram) = packet.transport, datagram.destination == DHCP.serverPort
    else { return nil }
    guard let request = DHCP.Request(datagram.payload, from: frame.source),
      let (message, to) = DHCP.answer(request, lease, server: gateway)
    else { return Answer() }
    return Answer(
      reply: FrameWriter(to: frame.source).udp(
        from: (gateway, DHCP.serverPort), to: (to, DHCP.clientPort), message))
  }

  private func subject(_ transport: Frame.Transport, _ node: String) -> Attempt.Subject {
    var subject = Attempt.Subject(link: link, node: node, transport: .other)
    switch transport {
    case .tcp(let segment):
      subject.transport = .tcp
      subject.port = Int(segment.destination)
    case .udp(let datagram):
      subject.transport = .udp
      subject.port = Int(datagram.destination)
      if datagram.destination == 53 { subject.name = DNSQuery(datagram.payload)?.name }
    case .icmp: subject.transport = .icmp
    case .unread(let number):
      subject.transport = [6: .tcp, 17: .udp, 1: .icmp, 58: .icmp][number] ?? .other
    }
    return subject
  }

  private func reply(to packet: Frame.IPv4, _ writer: FrameWriter) -> [UInt8]? {
    // No answer to what came from no machine, went to many, or is the rest of another packet.
    guard let gateway, packet.source.isHost, packet.destination.isHost, !packet.isLaterPart else {
      return nil
    }
    switch packet.transport {
    case .tcp(let segment):
      guard !segment.flags.contains(.reset) else { return nil }
      return writer.reset(segment, from: packet.destination, to: packet.source)
    case .udp(let datagram) where datagram.destination == 53:
      let answer =
        DNSQuery(datagram.payload)?.denial ?? DNSQuery.refusal(of: datagram.payload)
      // From the server that was asked: nobody listens to another one's answer.
      return answer.map {
        writer.udp(from: (packet.destination, 53), to: (packet.source, datagram.source), $0)
      }
    // Nothing is said about what is an error itself, or two of us would never end.
    case .icmp(let type) where ![8, 13, 15, 17].contains(type):
      return nil
    case .udp, .icmp, .unread:
      return writer.prohibited(packet.packet, from: gateway, to: packet.source)
    }
  }
}

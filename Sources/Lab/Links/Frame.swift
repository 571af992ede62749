import CaseModel

/// The headers of a frame, as far as the sink needs them.
struct Frame: Equatable {
  var destination: MACAddress
  var source: MACAddress
  var content: Content

  enum Content: Equatable {
    case arp(ARP)
    case ipv4(IPv4)
    case ipv6(IPv6)
    case other(UInt16)
    case malformed
  }

  struct ARP: Equatable {
    var operation: UInt16
    var sender: MACAddress
    var from: IPv4Address
    var target: IPv4Address
  }

  struct IPv4: Equatable {
    var source: IPv4Address
    var destination: IPv4Address
    /// Of a packet in pieces, not the first: the port numbers are in another one.
    var isLaterPart: Bool
    var transport: Transport
    /// From the IP header to its last byte.
    var packet: [UInt8]
  }

  struct IPv6: Equatable {
    var source: [UInt8]
    var destination: [UInt8]
    var transport: Transport

    /// The eight groups, in full.
    static func text(_ address: [UInt8]) -> String {
      stride(from: 0, to: address.count - 1, by: 2).map {
        String(UInt16(address[$0]) << 8 | UInt16(address[$0 + 1]), radix: 16)
      }.joined(separator: ":")
    }
  }

  enum Transport: Equatable {
    case tcp(TCP)
    case udp(UDP)
    case icmp(type: UInt8)
    /// By its number; a protocol that is not read, or one whose header is cut off.
    case unread(UInt8)
  }

  struct TCP: Equatable {
    var source: UInt16
    var destination: UInt16
    var sequence: UInt32
    var acknowledgement: UInt32
    var flags: Flags
    /// Bytes of data.
    var length: Int

    struct Flags: OptionSet {
      let rawValue: UInt8
      static let fin = Flags(rawValue: 1)
      static let syn = Flags(rawValue: 2)
      static let reset = Flags(rawValue: 4)
      static let acknowledges = Flags(rawValue: 16)
    }
  }

  struct UDP: Equatable {
    var source: UInt16
    var destination: UInt16
    var payload: [UInt8]
  }
}

/// Bytes that are looked at by offset; nil outside.
struct ByteView {
  private let view: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { view = bytes[...] }
  private init(_ view: ArraySlice<UInt8>) { self.view = view }

  var count: Int { view.count }
  var bytes: [UInt8] { Array(view) }

  func u8(_ offset: Int) -> UInt8? {
    guard offset >= 0, offset < view.count else { return nil }
    return view[view.startIndex + offset]
  }

  func u16(_ offset: Int) -> UInt16? { number(offset, 2).map { UInt16($0) } }
  func u32(_ offset: Int) -> UInt32? { number(offset, 4).map { UInt32($0) } }
  func mac(_ offset: Int) -> MACAddress? { number(offset, 6).map { MACAddress(bits: $0) } }
  func ipv4(_ offset: Int) -> IPv4Address? { u32(offset).map { IPv4Address(bits: $0) } }

  func from(_ offset: Int) -> ByteView { ByteView(view.dropFirst(max(0, offset))) }

  func slice(_ offset: Int, _ length: Int) -> ByteView? {
    guard offset >= 0, length >= 0, offset <= view.count, length <= view.count - offset else {
      return nil
    }
    return ByteView(view.dropFirst(offset).prefix(length))
  }

  private func number(_ offset: Int, _ length: Int) -> UInt64? {
    slice(offset, length).map { $0.view.reduce(0) { $0 << 8 | UInt64($1) } }
  }
}

/// An IPv4 address (RFC 791).
public struct IPv4Address: Hashable, Sendable, CustomStringConvertible, Comparable {
  public var value: UInt32
  public init(_ value: UInt32) { self.value = value }

  /// Dotted decimal; nil for anything else, leading zeros included.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var value: UInt32 = 0
    for part in parts {
      guard let octet = UInt8(part), String(octet) == part else { return nil }
      value = value << 8 | UInt32(octet)
    }
    self.value = value
  }

  public var description: String {
    [24, 16, 8, 0].map { String(value >> $0 & 0xFF) }.joined(separator: ".")
  }

  public static func < (left: IPv4Address, right: IPv4Address) -> Bool { left.value < right.value }
}

/// A network of a link, such as `10.77.0.0/24` (RFC 4632).
public struct IPv4Subnet: Hashable, Sendable, CustomStringConvertible {
  public let network: IPv4Address
  public let prefix: Int

  /// Prefixes of 8 to 29 bits: room for some nodes, and no wider than a private network is.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let address = IPv4Address(parts[0]), let prefix = Int(parts[1]),
      String(prefix) == parts[1], (8...29).contains(prefix)
    else { return nil }
    self.prefix = prefix
    network = address
    guard address.value & ~mask == 0 else { return nil }
  }

  private var mask: UInt32 { ~UInt32(0) << (32 - prefix) }

  /// For a node: neither the network's own address nor its broadcast address.
  public func holds(_ address: IPv4Address) -> Bool {
    address.value & mask == network.value && address != network && address != broadcast
  }

  public var broadcast: IPv4Address { IPv4Address(network.value | ~mask) }
  public var last: IPv4Address { IPv4Address(broadcast.value - 1) }

  public func overlaps(_ other: IPv4Subnet) -> Bool {
    let wider = prefix < other.prefix ? self : other
    return network.value & wider.mask == other.network.value & wider.mask
  }

  public var description: String { "\(network)/\(prefix)" }
}

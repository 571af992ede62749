/// The address of a node on a link, of the link's own kind.
public enum IPAddress: Hashable, Sendable, CustomStringConvertible, Comparable {
  case v4(IPv4Address)
  case v6(IPv6Address)

  public init?(_ text: String) {
    if let address = IPv4Address(text) {
      self = .v4(address)
    } else if let address = IPv6Address(text) {
      self = .v6(address)
    } else {
      return nil
    }
  }

  public var isIPv6: Bool { if case .v6 = self { true } else { false } }

  public var description: String {
    switch self {
    case .v4(let address): address.description
    case .v6(let address): address.description
    }
  }

  public static func < (left: IPAddress, right: IPAddress) -> Bool {
    switch (left, right) {
    case (.v4(let left), .v4(let right)): left < right
    case (.v6(let left), .v6(let right)): left < right
    case (.v4, .v6): true
    case (.v6, .v4): false
    }
  }
}

/// The network of a link: IPv4 or IPv6, and nothing of the other.
public enum IPSubnet: Hashable, Sendable, CustomStringConvertible {
  case v4(IPv4Subnet)
  case v6(IPv6Subnet)

  public init?(_ text: String) {
    if let subnet = IPv4Subnet(text) {
      self = .v4(subnet)
    } else if let subnet = IPv6Subnet(text) {
      self = .v6(subnet)
    } else {
      return nil
    }
  }

  public var description: String {
    switch self {
    case .v4(let subnet): subnet.description
    case .v6(let subnet): subnet.description
    }
  }

  public var prefix: Int {
    switch self {
    case .v4(let subnet): subnet.prefix
    case .v6: IPv6Subnet.prefix
    }
  }

  public var isIPv6: Bool { if case .v6 = self { true } else { false } }

  /// What sorts networks of one kind.
  public var network: IPAddress {
    switch self {
    case .v4(let subnet): .v4(subnet.network)
    case .v6(let subnet): .v6(subnet.network)
    }
  }

  public func holds(_ address: IPAddress) -> Bool {
    switch (self, address) {
    case (.v4(let subnet), .v4(let address)): subnet.holds(address)
    case (.v6(let subnet), .v6(let address)): subnet.holds(address)
    default: false
    }
  }

  public func overlaps(_ other: IPSubnet) -> Bool {
    switch (self, other) {
    case (.v4(let one), .v4(let other)): one.overlaps(other)
    default: self == other
    }
  }

  /// Where what would leave the environment goes, to be recorded: IPv4's last address. With IPv6 a
  /// node's own kernel refuses it.
  public var gateway: IPAddress? {
    if case .v4(let subnet) = self { .v4(subnet.last) } else { nil }
  }

  /// Nodes that have room on it, at most.
  public var room: Int {
    // Network, broadcast and gateway are nobody's.
    if case .v4(let subnet) = self { (1 << (32 - subnet.prefix)) - 3 } else { Int(Self.last) }
  }

  /// Of the decimal digits that a node's number has, an IPv6 address takes the same: `::20`.
  public func address(_ number: UInt32) -> IPAddress? {
    switch self {
    case .v4(let subnet):
      let address = IPv4Address(subnet.network.value &+ number)
      return subnet.holds(address) ? .v4(address) : nil
    case .v6(let subnet):
      guard (1...Self.last).contains(number), let low = UInt64(String(number), radix: 16) else {
        return nil
      }
      return .v6(IPv6Address(high: subnet.network.high, low: low))
    }
  }

  private static let last: UInt32 = 9999
}

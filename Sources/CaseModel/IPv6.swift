/// An IPv6 address (RFC 4291).
public struct IPv6Address: Hashable, Sendable, CustomStringConvertible, Comparable {
  /// The network's half and the interface's.
  public var high: UInt64
  public var low: UInt64

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Groups of hexadecimal digits, with `::` at most once; nil for anything else, such as one with a
  /// zone or with dots.
  public init?(_ text: String) {
    let halves = text.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = halves.map { half in
      half.isEmpty ? [] : half.split(separator: ":", omittingEmptySubsequences: false)
    }
    let given = parts.map(\.count).reduce(0, +)
    guard text.utf8.count <= 39, halves.count == 1 ? given == 8 : given <= 7 else { return nil }
    let zeros = Array(repeating: Substring("0"), count: 8 - given)
    let groups = (parts.count == 1 ? parts[0] : parts[0] + zeros + parts[1]).compactMap { group in
      group.utf8.count <= 4 && group.allSatisfy(\.isHexDigit) ? UInt16(group, radix: 16) : nil
    }
    guard groups.count == 8 else { return nil }
    high = groups[..<4].reduce(0) { $0 << 16 | UInt64($1) }
    low = groups[4...].reduce(0) { $0 << 16 | UInt64($1) }
  }

  /// The short form (RFC 5952): small letters, the first longest run of zero groups as `::`.
  public var description: String {
    let groups = [high, low].flatMap { half in
      [48, 32, 16, 0].map { UInt16(truncatingIfNeeded: half >> UInt64($0)) }
    }
    func run(from start: Int) -> Int { groups[start...].prefix { $0 == 0 }.count }
    func text(_ part: ArraySlice<UInt16>) -> String {
      part.map { String($0, radix: 16) }.joined(separator: ":")
    }
    let longest = (0..<8).map(run).max() ?? 0
    guard longest > 1, let start = (0..<8).first(where: { run(from: $0) == longest }) else {
      return text(groups[...])
    }
    return text(groups[..<start]) + "::" + text(groups[(start + longest)...])
  }

  public static func < (left: IPv6Address, right: IPv6Address) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

/// A network of a link with IPv6, such as `2001:db8:77::/64`.
public struct IPv6Subnet: Hashable, Sendable, CustomStringConvertible {
  /// That of every link: interfaces have the other 64 bits (RFC 4291, 2.5.1).
  public static let prefix = 64

  public let network: IPv6Address

  /// Of 64 bits and for one machine's addresses: neither multicast nor of the link alone.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts[1] == "64", let address = IPv6Address(parts[0]),
      address.low == 0, address.high >> 56 != 0xFF, address.high >> 54 != 0xFE80 >> 6,
      address.high != 0
    else { return nil }
    network = address
  }

  /// For a node: not the network's own, which is every router's (RFC 4291, 2.6.1).
  public func holds(_ address: IPv6Address) -> Bool {
    address.high == network.high && address.low != 0
  }

  public var description: String { "\(network)/64" }
}

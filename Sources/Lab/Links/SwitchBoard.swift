/// The forwarding of one link: which port a frame goes to. A value without sockets.
struct SwitchBoard: Sendable {
  enum Decision: Equatable {
    /// Out of these ports; of none when everybody who could want it is where it came from.
    case ports([Int])
    case sink
    case drop(Drop)
  }

  enum Drop: String, Codable, Sendable, CaseIterable { case length, source, reserved }

  static let lengths = 14...9018
  static let tableSize = 1024

  private struct Seen {
    var port: Int
    var turn: UInt64
  }

  private let own: [MACAddress]
  private let allowsOthers: [Bool]
  private let places: [MACAddress: Int]
  private var learned: [MACAddress: Seen] = [:]
  private var turn: UInt64 = 0

  init(ports: [LinkPlan.Port]) {
    // An address that cannot be read is nobody's: the port then sends nothing.
    own = ports.map { MACAddress($0.mac) ?? MACAddress(bits: 0) }
    allowsOthers = ports.map(\.allowsOthers)
    places = Dictionary(zip(own, own.indices), uniquingKeysWith: { first, _ in first })
  }

  /// Other machines' addresses that are known now.
  var learnedCount: Int { learned.count }

  mutating func decide(_ frame: [UInt8], from ingress: Int) -> Decision {
    guard Self.lengths.contains(frame.count), own.indices.contains(ingress) else {
      return .drop(.length)
    }
    let destination = Self.address(frame[..<6])
    let source = Self.address(frame[6..<12])
    guard accepts(source, from: ingress) else { return .drop(.source) }
    if destination == .sink { return .sink }
    if destination.staysOnPort { return .drop(.reserved) }
    let egress = destination.isGroup ? nil : places[destination] ?? learned[destination]?.port
    guard let egress else { return .ports(own.indices.filter { $0 != ingress }) }
    return .ports(egress == ingress ? [] : [egress])
  }

  /// Learns the address when it is one of others that may come from there.
  private mutating func accepts(_ source: MACAddress, from port: Int) -> Bool {
    if source.isZero || source.isGroup || source == .sink { return false }
    if source == own[port] { return true }
    // A neighbour's own address is his, whoever bridges.
    guard places[source] == nil, source.isVirtualRouter || allowsOthers[port] else { return false }
    turn += 1
    if learned.count >= Self.tableSize, learned[source] == nil,
      let oldest = learned.min(by: { $0.value.turn < $1.value.turn })
    {
      learned[oldest.key] = nil
    }
    learned[source] = Seen(port: port, turn: turn)
    return true
  }

  private static func address(_ bytes: ArraySlice<UInt8>) -> MACAddress {
    MACAddress(bits: bytes.reduce(0) { $0 << 8 | UInt64($1) })
  }
}

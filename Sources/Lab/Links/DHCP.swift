import CaseModel

/// Gives a machine that the lab cannot configure the address that the profile has for it: RFC 2131, as
/// much of it as one machine with one address asks for.
enum DHCP {
  static let serverPort: UInt16 = 67
  static let clientPort: UInt16 = 68
  /// Of the fields before the options.
  static let headerLength = 240
  static let cookie: [UInt8] = [99, 130, 83, 99]
  /// Some machines drop shorter messages: RFC 1542, 2.1.
  private static let shortest = 300
  /// Seconds; longer than an environment is up.
  private static let leaseTime: UInt32 = 365 * 86_400

  enum Kind: UInt8 {
    case discover = 1
    case offer = 2
    case request = 3
    case ack = 5
    case nak = 6
  }

  enum Option {
    static let mask: UInt8 = 1
    static let router: UInt8 = 3
    static let nameServer: UInt8 = 6
    static let address: UInt8 = 50
    static let time: UInt8 = 51
    static let kind: UInt8 = 53
    static let server: UInt8 = 54
    /// RFC 3442; who reads it leaves the router out.
    static let routes: UInt8 = 121
    static let end: UInt8 = 255
  }

  /// The answer and where it goes; nil where there is nothing to say.
  static func answer(
    _ request: Request, _ lease: LinkPlan.Lease, server: IPv4Address
  ) -> (message: [UInt8], to: IPv4Address)? {
    guard let address = IPv4Address(lease.address) else { return nil }
    let isRenewal = request.current.isHost
    let everybody = IPv4Address(bits: .max)
    switch request.kind {
    case .discover:
      return (message(.offer, request, lease, address, server), everybody)
    case .request:
      guard request.server == nil || request.server == server else { return nil }
      guard (request.wanted ?? request.current) == address else {
        return (refusal(request, server), everybody)
      }
      return (
        message(.ack, request, lease, address, server), isRenewal ? request.current : everybody
      )
    case .offer, .ack, .nak: return nil
    }
  }

  private static func message(
    _ kind: Kind, _ request: Request, _ lease: LinkPlan.Lease, _ address: IPv4Address,
    _ server: IPv4Address
  ) -> [UInt8] {
    let mask = IPv4Address(bits: lease.prefix == 0 ? 0 : .max << UInt32(32 - lease.prefix))
    let everywhere = LinkPlan.Lease.Route(network: "0.0.0.0", prefix: 0, via: server.description)
    let routes = (lease.routes + [everywhere]).flatMap(Self.route)
    return message(
      kind, request, yours: address, server,
      option(Option.time, IPv4Address(bits: leaseTime).bytes) + option(Option.mask, mask.bytes)
        + option(Option.router, server.bytes) + option(Option.routes, routes)
        + option(Option.nameServer, (IPv4Address(lease.nameServer) ?? server).bytes))
  }

  private static func refusal(_ request: Request, _ server: IPv4Address) -> [UInt8] {
    message(.nak, request, yours: IPv4Address(bits: 0), server, [])
  }

  private static func message(
    _ kind: Kind, _ request: Request, yours: IPv4Address, _ server: IPv4Address,
    _ options: [UInt8]
  ) -> [UInt8] {
    let current = kind == .ack ? request.current : IPv4Address(bits: 0)
    let header =
      [2, 1, 6, 0] + request.transaction + [0, 0] + request.flags + current.bytes + yours.bytes
      + [UInt8](repeating: 0, count: 8) + request.machine + [UInt8](repeating: 0, count: 192)
    let message =
      header + cookie + option(Option.kind, [kind.rawValue]) + option(Option.server, server.bytes)
      + options + [Option.end]
    return message + [UInt8](repeating: 0, count: max(0, shortest - message.count))
  }

  private static func option(_ code: UInt8, _ value: [UInt8]) -> [UInt8] {
    [code, UInt8(truncatingIfNeeded: value.count)] + value
  }

  /// Of the network's address no more bytes than its prefix has.
  private static func route(_ route: LinkPlan.Lease.Route) -> [UInt8] {
    guard let network = IPv4Address(route.network), let via = IPv4Address(route.via) else {
      return []
    }
    return [UInt8(route.prefix)] + network.bytes.prefix((route.prefix + 7) / 8) + via.bytes
  }
}

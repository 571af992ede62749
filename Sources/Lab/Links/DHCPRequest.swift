import CaseModel

extension DHCP {
  /// What a machine asks.
  struct Request: Equatable {
    var kind: Kind
    var transaction: [UInt8]
    var flags: [UInt8]
    var current: IPv4Address
    var machine: [UInt8]
    var wanted: IPv4Address?
    var server: IPv4Address?

    /// Nil for what no machine of this MAC address sends; the bytes are anybody's.
    init?(_ message: [UInt8], from machine: MACAddress) {
      let bytes = ByteView(message)
      guard bytes.u8(0) == 1, bytes.u8(1) == 1, bytes.u8(2) == 6, bytes.mac(28) == machine,
        let transaction = bytes.slice(4, 4), let flags = bytes.slice(10, 2),
        let current = bytes.ipv4(12), let address = bytes.slice(28, 16),
        bytes.slice(236, 4)?.bytes == DHCP.cookie
      else { return nil }
      let options = Self.options(bytes.from(DHCP.headerLength))
      guard let kind = options[Option.kind]?.u8(0).flatMap(Kind.init(rawValue:)) else { return nil }
      self.kind = kind
      self.transaction = transaction.bytes
      self.flags = flags.bytes
      self.current = current
      self.machine = address.bytes
      wanted = options[Option.address]?.ipv4(0)
      server = options[Option.server]?.ipv4(0)
    }

    private static func options(_ bytes: ByteView) -> [UInt8: ByteView] {
      var options: [UInt8: ByteView] = [:]
      var place = 0
      while let code = bytes.u8(place), code != Option.end {
        guard code != 0 else {
          place += 1
          continue
        }
        guard let length = bytes.u8(place + 1), let value = bytes.slice(place + 2, Int(length))
        else { break }
        options[code] = value
        place += 2 + Int(length)
      }
      return options
    }
  }
}

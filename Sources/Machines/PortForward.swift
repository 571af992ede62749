import CaseModel

/// A TCP port of the host that leads to one of a guest.
public struct PortForward: Hashable, Sendable {
  /// On 127.0.0.0/8.
  public var hostAddress: IPv4Address
  public var hostPort: Int
  public var guestPort: Int

  /// Nil for an address that others than the host's own users could reach, or no TCP port.
  public init?(hostAddress: IPv4Address, hostPort: Int, guestPort: Int) {
    guard hostAddress.value >> 24 == 127, (1...65535).contains(hostPort),
      (1...65535).contains(guestPort)
    else { return nil }
    self.hostAddress = hostAddress
    self.hostPort = hostPort
    self.guestPort = guestPort
  }

  /// `127.0.0.1:2121`
  public var source: String { "\(hostAddress):\(hostPort)" }
}

/// The network device that forwards come in by: QEMU's user-mode network, restricted, so that
/// nothing begun in the guest gets out.
public enum Gate {
  /// Of the addresses for measuring network devices (RFC 2544), which no customer's network has.
  public static let network = "198.18.254.0/24"
  public static let hostSide = "198.18.254.2"
  public static let guestSide = "198.18.254.15"
  public static let prefix = 24
  /// Of no link: those have a fifth byte of at most 31 (and `4c` as the fourth).
  public static let mac = "52:54:00:4d:00:01"
}

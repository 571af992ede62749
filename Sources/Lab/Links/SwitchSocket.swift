import CaseModel
import Foundation

/// A port of the switch: a UDP socket on loopback that hears one machine and nobody else.
final class SwitchSocket {
  let descriptor: Int32
  private let peer: UInt16

  init(_ port: LinkPlan.Port, link: String) throws {
    descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue) | Self.flags, 0)
    peer = UInt16(port.machinePort)
    let what = "UDP port \(port.switchPort) of link \"\(link)\", node \"\(port.node)\","
    guard descriptor >= 0 else { throw Self.failure("\(what) has no socket") }
    var size: Int32 = 4 << 20
    // As much as the host allows; less is only slower.
    for option in [SO_RCVBUF, SO_SNDBUF] {
      setsockopt(descriptor, SOL_SOCKET, option, &size, socklen_t(MemoryLayout<Int32>.size))
    }
    guard LoopbackAddress(port.switchPort).with({ bind(descriptor, $0, $1) }) == 0 else {
      throw Self.failure("\(what) cannot be bound")
    }
    // Connected, so that the kernel itself turns away what others send.
    guard LoopbackAddress(port.machinePort).with({ connect(descriptor, $0, $1) }) == 0 else {
      throw Self.failure("\(what) cannot be connected to port \(port.machinePort)")
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  enum Reception: Equatable {
    case frame(Int)
    case foreign, nothing
  }

  /// One datagram into `buffer`; never waits.
  func receive(into buffer: UnsafeMutableRawBufferPointer) -> Reception {
    var sender = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    while true {
      let count = withUnsafeMutablePointer(to: &sender) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          recvfrom(descriptor, buffer.baseAddress, buffer.count, 0, $0, &length)
        }
      }
      if count < 0 {
        // Refused: an earlier frame found no machine there. It has been told and is over.
        if errno == EINTR || errno == ECONNREFUSED { continue }
        return .nothing
      }
      // What came between bind and connect could still be anybody's.
      let isPeer = sender.sin_port == peer.bigEndian && sender.sin_addr.s_addr == loopback
      return isPeer ? .frame(count) : .foreign
    }
  }

  /// False when the frame was lost: no machine there yet, or one that does not keep up.
  @discardableResult
  func send(_ frame: [UInt8]) -> Bool {
    for _ in 0..<2 {
      let count = frame.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, 0) }
      if count >= 0 { return true }
      // The error of an earlier frame is told in place of sending this one.
      guard errno == ECONNREFUSED || errno == EINTR else { return false }
    }
    return false
  }

  private static let flags = Int32(
    bitPattern: SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)

  private static func failure(_ what: String) -> CaselabError {
    CaselabError(.labFailed, "\(what): \(String(cString: strerror(errno)))")
  }
}

private let loopback = UInt32(0x7F00_0001).bigEndian

/// 127.0.0.1 and a port, as the socket calls take it.
struct LoopbackAddress {
  private var address = sockaddr_in()

  init(_ port: Int) {
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(truncatingIfNeeded: port).bigEndian
    address.sin_addr.s_addr = loopback
  }

  func with<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
    withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }
}

import Foundation
import Synchronization

/// Looks for guests' frames on every interface of the host but loopback (packet(7)); needs root.
final class FrameWatch: Sendable {
  /// `52:54:00:4c`: how every guest's address on a link begins.
  private static let guests: [UInt8] = [0x52, 0x54, 0x00, 0x4C]
  private let socket: Int32
  private let seen = Mutex<Set<String>>([])

  /// Nil for who may not watch.
  init?() {
    let all = UInt16(0x0003).bigEndian  // ETH_P_ALL
    socket = Glibc.socket(
      AF_PACKET, Int32(SOCK_RAW.rawValue | SOCK_CLOEXEC.rawValue), Int32(all))
    guard socket >= 0 else { return nil }
    var patience = timeval(tv_sec: 1, tv_usec: 0)
    setsockopt(
      socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    Thread.detachNewThread { [self] in watch() }
  }

  private func watch() {
    var frame = [UInt8](repeating: 0, count: 2048)
    while true {
      // struct sockaddr_ll, which Glibc's module does not have: the index of the interface at 4, its
      // kind at 8.
      var address = [UInt8](repeating: 0, count: 20)
      var length = socklen_t(address.count)
      let count = address.withUnsafeMutableBytes { bytes in
        recvfrom(
          socket, &frame, frame.count, 0,
          bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self), &length)
      }
      guard count >= 0 || errno == EAGAIN || errno == EINTR else { return }
      // On loopback frames travel inside of datagrams, whose own addresses are zero.
      let isLoopback = UInt16(address[8]) | UInt16(address[9]) << 8 == 772  // ARPHRD_LOOPBACK
      guard count >= 14, !isLoopback else { continue }
      if Array(frame[6..<10]) == Self.guests {
        let text = frame[0..<14].map { String($0, radix: 16) }.joined(separator: " ")
        seen.withLock { _ = $0.insert("interface \(address[4]): \(text)") }
      }
    }
  }

  func end() -> [String] {
    close(socket)
    return seen.withLock { $0.sorted() }
  }
}

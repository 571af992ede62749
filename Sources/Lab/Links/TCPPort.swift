import CaseModel
import Foundation

public enum TCPPort {
  /// A TCP port on 127.0.0.1 that nobody has at this moment.
  public static func free() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    defer { if descriptor >= 0 { close(descriptor) } }
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
        LoopbackAddress(0).with { bind(descriptor, $0, $1) } == 0
          ? getsockname(descriptor, raw, &length) : -1
      }
    }
    guard descriptor >= 0, result == 0 else {
      throw CaselabError(
        .labFailed, "a TCP port cannot be had: \(String(cString: strerror(errno)))")
    }
    return Int(UInt16(bigEndian: address.sin_port))
  }
}

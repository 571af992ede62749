import Foundation

/// TCP of the host, without anything of the tool's.
enum Loopback {
  struct Failure: Error { var what: String }

  /// Takes connections on every address of the host, and says how many came.
  final class Listener: Sendable {
    let port: Int
    private let descriptor: Int32

    init() throws {
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      let descriptor = descriptor
      let result = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(descriptor, $0, length) == 0 && listen(descriptor, 16) == 0
            ? getsockname(descriptor, $0, &length) : -1
        }
      }
      port = Int(UInt16(bigEndian: address.sin_port))
      guard descriptor >= 0, result == 0 else { throw Failure(what: "no port to listen on") }
    }

    deinit { close(descriptor) }

    /// Since the last time that it was asked.
    func knocks() -> Int {
      var count = 0
      while true {
        let connection = accept(descriptor, nil, nil)
        guard connection >= 0 else { return count }
        close(connection)
        count += 1
      }
    }
  }

  static func connects(to port: Int) async throws -> Bool {
    let descriptor = open(port)
    if let descriptor { close(descriptor) }
    return descriptor != nil
  }

  /// What the peer says, up to its end of line; within two minutes.
  static func firstLine(from port: Int) async throws -> String {
    guard let descriptor = open(port) else { throw Failure(what: "port \(port) is not open") }
    defer { close(descriptor) }
    var wait = timeval(tv_sec: 120, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while recv(descriptor, &byte, 1, 0) == 1, byte != UInt8(ascii: "\n") { line.append(byte) }
    return String(decoding: line, as: UTF8.self)
  }

  private static func open(_ port: Int) -> Int32? {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(truncatingIfNeeded: port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, length) }
    }
    guard result == 0 else {
      close(descriptor)
      return nil
    }
    return descriptor
  }
}

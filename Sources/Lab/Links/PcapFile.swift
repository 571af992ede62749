import CaseModel
import Foundation

/// The frames of a link in the classic format of pcap, readable by nobody else; bounded.
final class PcapFile {
  static let limit = 32 << 20

  /// Nothing is added any more: it is full, or the disk is.
  private(set) var isFull = false
  private(set) var size: Int
  private let limit: Int
  private let descriptor: Int32
  private var pending: [UInt8]

  /// Whatever was at `path` is gone.
  init(path: String, limit: Int = PcapFile.limit) throws {
    self.limit = limit
    // Magic, version 2.4, zone, accuracy, longest frame, Ethernet.
    pending = [0xD4, 0xC3, 0xB2, 0xA1, 2, 0, 4, 0] + [UInt8](repeating: 0, count: 8)
    pending += Self.little(65535) + Self.little(1)
    size = pending.count
    unlink(path)
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw LinkFiles.failure(path) }
  }

  deinit {
    flush()
    if descriptor >= 0 { close(descriptor) }
  }

  func append(_ frame: [UInt8], at time: timespec) {
    guard !isFull, size + 16 + frame.count <= limit else {
      isFull = true
      return
    }
    pending += Self.little(UInt32(truncatingIfNeeded: time.tv_sec))
    pending += Self.little(UInt32(truncatingIfNeeded: time.tv_nsec / 1000))
    pending += Self.little(UInt32(frame.count)) + Self.little(UInt32(frame.count))
    pending += frame
    size += 16 + frame.count
    if pending.count >= 1 << 16 { flush() }
  }

  func flush() {
    var done = 0
    while done < pending.count {
      let count = pending[done...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        isFull = true
        break
      }
      done += count
    }
    pending.removeAll(keepingCapacity: true)
  }

  private static func little(_ number: UInt32) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }
}

import CaseModel
import Foundation

/// Splits a program's output into lines, also at carriage returns; a line is cut at 4 KiB.
struct LineSplitter {
  private var pending: [UInt8] = []

  mutating func split(_ bytes: [UInt8]) -> [String] {
    var lines: [String] = []
    for byte in bytes {
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if let line = rest() { lines.append(line) }
      } else if pending.count < 4096 {
        pending.append(byte)
      }
    }
    return lines
  }

  /// What came after the last line end.
  mutating func rest() -> String? {
    guard !pending.isEmpty else { return nil }
    defer { pending.removeAll(keepingCapacity: true) }
    return String(decoding: pending, as: UTF8.self)
  }
}

/// The last lines of a program's output, for the message of its failure.
struct OutputTail {
  private var lines: [String] = []

  mutating func add(_ line: String) {
    lines.append(line.printable(limit: 240))
    if lines.count > 10 { lines.removeFirst() }
  }

  /// Each on a line of its own, indented.
  var text: String { lines.map { "\n  " + $0 }.joined() }
}

/// A log file that stops growing after 16 MiB of one program's output, and says so.
final class BoundedLog {
  private let handle: FileHandle
  private var room = 16 << 20

  init(path: String) throws {
    try Folder.create((path as NSString).deletingLastPathComponent)
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw CaselabError(
        .labFailed, "log \"\(path)\" cannot be opened: \(String(cString: strerror(errno)))")
    }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  func append(_ bytes: [UInt8]) throws {
    guard room > 0 else { return }
    try handle.write(contentsOf: bytes.prefix(room))
    room -= bytes.count
    if room <= 0 { try handle.write(contentsOf: Data("\n[the rest is cut off]\n".utf8)) }
  }
}

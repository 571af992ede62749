import CaseModel

#if canImport(Glibc)
  import Glibc
#endif

/// A file's bytes, from memory or read as needed.
struct FileContent {
  var name: String
  var source: TicketFile.Content

  init(_ file: TicketFile) {
    name = file.name
    source = file.content
  }

  init(name: String, bytes: [UInt8]) {
    self.name = name
    source = .bytes(bytes)
  }

  /// Calls back with each piece until the callback says no; false when the file cannot be read.
  func forEachChunk(_ body: (UnsafeRawBufferPointer) -> Bool) -> Bool {
    switch source {
    case .bytes(let bytes):
      bytes.withUnsafeBytes { _ = body($0) }
      return true
    case .path(let path):
      let file = open(path, O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { return false }
      defer { close(file) }
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
      defer { buffer.deallocate() }
      while true {
        let count = read(file, buffer.baseAddress, buffer.count)
        if count < 0 { return false }
        guard count > 0, body(UnsafeRawBufferPointer(rebasing: buffer[..<count])) else {
          return true
        }
      }
    }
  }

  /// The first bytes, nil when the file cannot be read.
  func head(_ limit: Int) -> [UInt8]? {
    if case .bytes(let bytes) = source, bytes.count <= limit { return bytes }
    var head: [UInt8] = []
    let isRead = forEachChunk { chunk in
      head.append(contentsOf: chunk.prefix(limit - head.count))
      return head.count < limit
    }
    return isRead ? head : nil
  }
}

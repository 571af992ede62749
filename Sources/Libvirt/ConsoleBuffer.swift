/// What is on its way between a console and its user; a value, so that it can be tested alone.
struct ConsoleBuffer {
  /// More than this is left waiting in libvirt: a guest may print without end.
  static let limit = 256 * 1024

  private(set) var incoming: [UInt8] = []
  private(set) var outgoing: [UInt8] = []
  private(set) var end: Result<Void, LibvirtError>?

  var wantsInput: Bool { end == nil && incoming.count < Self.limit }
  var wantsOutput: Bool { end == nil && !outgoing.isEmpty }

  mutating func received(_ bytes: some Sequence<UInt8>) { incoming += bytes }

  mutating func send(_ bytes: [UInt8]) { outgoing += bytes }

  mutating func sent(_ count: Int) { outgoing.removeFirst(count) }

  /// Only the first end counts; what was received before it can still be read.
  mutating func finish(_ result: Result<Void, LibvirtError>) {
    if end == nil { end = result }
    outgoing = []
  }

  enum Reading {
    case bytes([UInt8])
    case end(Result<Void, LibvirtError>)
    case nothingYet
  }

  mutating func read() -> Reading {
    guard incoming.isEmpty else {
      defer { incoming = [] }
      return .bytes(incoming)
    }
    return end.map { .end($0) } ?? .nothingYet
  }
}

/// What is kept of a text while it streams by: all of a letter, of a long log its head and its end.
struct TextParts {
  let name: String
  private(set) var head: [UInt8] = []
  private(set) var tail: [UInt8] = []
  /// After the head.
  private(set) var lineEnds = 0
  private(set) var isCut = false
  /// Of which nobody expects to have each line read.
  private(set) var isLog = false
  private var limit: Int?

  init(name: String) { self.name = name }

  /// - Returns: true, to be given all the rest.
  mutating func add(_ chunk: UnsafeRawBufferPointer) -> Bool {
    if isCut {
      pass(chunk)
      return true
    }
    head.append(contentsOf: chunk)
    if limit == nil, head.count > ReadingLimits.headBytes {
      isLog = AttachmentNames.matches(name) || Self.isStamped(head)
      limit = isLog ? ReadingLimits.headBytes : ReadingLimits.wholeBytes
    }
    if let limit, head.count > limit { cut() }
    return true
  }

  /// Keeps whole lines only, unless there is but one.
  private mutating func cut() {
    isCut = true
    let last = head[..<ReadingLimits.headBytes].lastIndex(of: 10)
    let end = last.map { $0 + 1 } ?? ReadingLimits.headBytes
    let rest = Array(head[end...])
    head.removeSubrange(end...)
    rest.withUnsafeBytes { pass($0) }
  }

  private mutating func pass(_ bytes: some Collection<UInt8>) {
    lineEnds += bytes.count { $0 == 10 }
    tail.append(contentsOf: bytes.suffix(ReadingLimits.tailBytes))
    tail.removeFirst(max(tail.count - ReadingLimits.tailBytes, 0))
  }

  /// Whether most lines at the beginning have a time of day in them: `12:34:56`.
  private static func isStamped(_ bytes: [UInt8]) -> Bool {
    let lines = bytes.prefix(16 << 10).split(separator: 10).dropLast().map { Array($0.prefix(80)) }
    let stamped = lines.count { line in
      line.count >= 8
        && (0...line.count - 8).contains { at in
          line[at + 2] == 58 && line[at + 5] == 58
            && [0, 1, 3, 4, 6, 7].allSatisfy { (48...57).contains(line[at + $0]) }
        }
    }
    return lines.count >= 10 && stamped * 2 > lines.count
  }
}

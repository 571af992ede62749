import CaseModel

/// The start and the end of a text that may be of any length.
struct Excerpt: Sendable {
  private var head: [UInt8] = []
  private var tail: [UInt8] = []
  private var dropped = 0
  private let limit: Int

  /// Keeps `limit` bytes from the start and as many from the end.
  init(limit: Int) {
    self.limit = limit
  }

  var isEmpty: Bool { head.isEmpty }

  mutating func append(_ text: String) {
    append(bytes: Array(text.utf8))
  }

  mutating func append(bytes: some Collection<UInt8>) {
    let room = min(limit - head.count, bytes.count)
    head += bytes.prefix(room)
    tail += bytes.dropFirst(room).suffix(limit)
    dropped += max(0, bytes.count - room - limit)
    // Trimmed in bulk: appending a character at a time stays linear.
    if tail.count > 2 * limit { trim() }
  }

  private mutating func trim() {
    let excess = max(0, tail.count - limit)
    dropped += excess
    tail.removeFirst(excess)
  }

  /// Fit for display: no control characters but line ends and tabs.
  var text: String {
    var whole = self
    whole.trim()
    guard whole.dropped > 0 else {
      return String(decoding: whole.head + whole.tail, as: UTF8.self).withoutControls()
    }
    // A cut may fall into a character: drop what is left of it on either side.
    let start = String(decoding: whole.head.droppingPartialEnd, as: UTF8.self)
    let end = String(decoding: whole.tail.drop { $0 & 0xC0 == 0x80 }, as: UTF8.self)
    return (start + "\n[… \(whole.dropped) bytes left out …]\n" + end).withoutControls()
  }
}

extension [UInt8] {
  /// Without a character at the end whose last bytes are missing.
  fileprivate var droppingPartialEnd: ArraySlice<UInt8> {
    guard let lead = lastIndex(where: { $0 & 0xC0 != 0x80 }), self[lead] >= 0xC0 else {
      return self[...]
    }
    let length = self[lead] >= 0xF0 ? 4 : self[lead] >= 0xE0 ? 3 : 2
    return count - lead < length ? self[..<lead] : self[...]
  }
}

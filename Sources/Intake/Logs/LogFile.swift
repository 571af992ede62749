import CaseModel

/// A log file as bytes, however long: its head and its end are read, its lines are counted.
enum LogFile {
  private static let headLimit = 128 << 10
  private static let tailLimit = 32 << 10

  /// Nil when its head is no log's.
  static func read(_ bytes: [UInt8], name: String) -> (log: LogFiles.Log, claims: [Claim])? {
    let head = lines(bytes.prefix(headLimit), name)
    let document = Document(name: name, kind: .attachment, lines: head)
    guard LogFiles.isWhole(document) else { return nil }
    var tail: [Line] = []
    if bytes.count > headLimit {
      tail = lines(bytes.dropFirst(headLimit).suffix(tailLimit), name)
    }
    let all = Document(name: name, kind: .attachment, lines: head + tail)
    var (logs, claims, _) = LogFiles.read(all)
    guard !logs.isEmpty else { return nil }
    logs[0].attachment.lines = count(bytes)
    return (logs[0], claims)
  }

  /// How many lines are not blank.
  private static func count(_ bytes: [UInt8]) -> Int {
    var (count, isBlank) = (0, true)
    for byte in bytes {
      if byte == 10 || byte == 13 {
        if !isBlank { count += 1 }
        isBlank = true
      } else if byte > 32 {
        isBlank = false
      }
    }
    return isBlank ? count : count + 1
  }

  private static func lines(_ bytes: ArraySlice<UInt8>, _ name: String) -> [Line] {
    bytes.split(maxSplits: 4_000) { $0 == 10 || $0 == 13 }.enumerated().map { index, line in
      Line(
        file: name, number: index + 1,
        text: String(decoding: line.prefix(4_000), as: UTF8.self).withoutControls())
    }
  }
}

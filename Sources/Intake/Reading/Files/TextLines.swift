/// Splits text into lines without controls.
enum TextLines {
  /// Lines ended by LF, CR LF or CR alone; a longer one is cut, and its rest is said to be unread.
  static func split(
    _ bytes: [UInt8], file: String, from first: Int = 1, confidence: Double = 1
  ) -> (lines: [Line], troubles: [Trouble]) {
    var (lines, troubles) = ([Line](), [Trouble]())
    var (start, number) = (bytes.startIndex, first)
    bytes.withUnsafeBufferPointer { buffer in
      while true {
        var end = start
        while end < buffer.count, buffer[end] != 10, buffer[end] != 13 { end += 1 }
        let cut = cutEnd(buffer, start, end)
        if cut < end {
          troubles.append(Trouble(file, line: number, "is longer than \(cut - start) bytes; cut"))
        }
        let cleaned = CleanText.clean(UnsafeBufferPointer(rebasing: buffer[start..<cut]))
        lines.append(
          Line(
            file: file, number: number, text: cleaned.text,
            confidence: cleaned.isSure ? confidence : confidence * 0.9))
        guard end < buffer.count else { return }
        start = end + 1
        if buffer[end] == 13, start < buffer.count, buffer[start] == 10 { start += 1 }
        number += 1
      }
    }
    return (lines, Array(troubles.prefix(ReadingLimits.troubles)))
  }

  /// Where a line that is too long is cut: never within a character.
  private static func cutEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    guard end - start > ReadingLimits.lineBytes else { return end }
    var cut = start + ReadingLimits.lineBytes
    while cut > start, bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
    return cut
  }
}

/// A text file as a document: whole, or its head and end with a count of what lies between.
enum TextFile {
  static func read(_ content: FileContent) -> (document: Document?, troubles: [Trouble]) {
    var parts = TextParts(name: content.name)
    guard content.forEachChunk({ parts.add($0) }) else {
      return (nil, [Trouble(content.name, "cannot be read")])
    }
    return document(of: parts, name: content.name)
  }

  static func document(
    of parts: TextParts, name: String
  ) -> (document: Document?, troubles: [Trouble]) {
    let (text, confidence) = TextEncoding.decode(parts.head)
    if let complaint = complaint(about: text) { return (nil, [Trouble(name, complaint)]) }
    var (lines, troubles) = TextLines.split(text, file: name, confidence: confidence)
    guard parts.isCut else {
      let kind: Document.Kind = AttachmentNames.matches(name) ? .attachment : .letter
      return (Document(name: name, kind: kind, lines: lines), troubles)
    }
    if !parts.isLog {
      troubles.append(Trouble(name, "is long: only its beginning and end were read"))
    }
    lines.removeLast()
    let headCount = lines.count
    let end = TextEncoding.decode(parts.tail.wholeLines).utf8
    let endLines = TextLines.split(end, file: name).lines
    let last = headCount + parts.lineEnds
    let from = max(last - endLines.count + 1, headCount)
    for (index, line) in endLines.enumerated() where !line.text.isEmpty {
      var line = line
      line.number = from + index + 1
      lines.append(line)
    }
    let document = Document(
      name: name, kind: .attachment, lines: lines, omitted: from - headCount)
    return (document, troubles)
  }

  /// Why it is no text.
  private static func complaint(about bytes: [UInt8]) -> String? {
    // One that slipped into words is dropped like other controls.
    let zeros = bytes.count { $0 == 0 }
    if zeros * 50 > bytes.count, let place = bytes.firstIndex(of: 0) {
      let line = 1 + bytes[..<place].count { $0 == UInt8(ascii: "\n") }
      return "is binary: a NUL byte in line \(line), at byte \(place)"
    }
    let controls = bytes.count { $0 < 32 && ![9, 10, 12, 13, 27].contains($0) }
    if controls * 20 > bytes.count {
      return "is binary: \(controls) of \(bytes.count) bytes are control characters"
    }
    return bytes.allSatisfy { $0 <= 32 } ? "is empty" : nil
  }
}

extension [UInt8] {
  /// Without the piece of a line that it begins with.
  fileprivate var wholeLines: [UInt8] { Array(drop { $0 != 10 }.dropFirst()) }
}

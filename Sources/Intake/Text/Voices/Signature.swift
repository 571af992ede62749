/// Finds the ends of letters: `-- ` or a greeting, then a name and how to reach it.
enum Signature {
  private static let lineLimit = 14

  static func mark(_ lines: inout [Line]) {
    var index = 0
    while index < lines.count {
      guard lines[index].voice != .boilerplate, lines[index].text.utf8.count <= 100 else {
        index += 1
        continue
      }
      let end = end(lines, from: index)
      for within in lines[index..<end].indices { lines[within].voice = .boilerplate }
      index = max(end, index + 1)
    }
  }

  /// Behind the signature that begins here; the same place when there is none.
  private static func end(_ lines: [Line], from start: Int) -> Int {
    let text = lines[start].unquoted
    let isMark = text.utf8.elementsEqual("-- ".utf8) || text.utf8.elementsEqual("--".utf8)
    if isMark { return blockEnd(lines, after: start, isNamed: true) ?? start }
    guard Closing.isOne(text) else { return start }
    return blockEnd(lines, after: start, isNamed: false) ?? start
  }

  /// The lines of the same message after the mark or greeting, as long as they look like contacts.
  private static func blockEnd(_ lines: [Line], after start: Int, isNamed: Bool) -> Int? {
    var (index, count, end) = (start + 1, 0, start + 1)
    while index < lines.count, lines[index].message == lines[start].message,
      lines[index].voice == lines[start].voice, count < lineLimit
    {
      let line = lines[index]
      if !line.isVoid {
        // After the greeting comes a name; else the letter goes on.
        if count == 0, !isNamed, !Closing.isName(line.unquoted) { return nil }
        guard Closing.mayFollow(line.unquoted) else { break }
        count += 1
        end = index + 1
      }
      index += 1
    }
    return end
  }
}

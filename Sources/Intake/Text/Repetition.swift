/// Drops what is quoted although the ticket has it already, but for the questions above an answer.
enum Repetition {
  /// Lines of a question that may stand above an inline answer.
  private static let context = 8

  private struct First {
    var message: Int
    var voice: Voice
  }

  static func reduce(_ documents: [Document]) -> [Document] {
    var seen: [Int: First] = [:]
    return documents.map { document in
      guard document.kind == .letter else { return document }
      var document = document
      document.lines = reduce(document.lines, &seen)
      return document
    }
  }

  /// Within one letter, before more is found out about its lines.
  static func reduce(_ lines: [Line]) -> [Line] {
    var seen: [Int: First] = [:]
    return reduce(lines, &seen)
  }

  private static func reduce(_ lines: [Line], _ seen: inout [Int: First]) -> [Line] {
    var lines = lines
    let newest = newestMessages(lines)
    var isRepeated = [Bool](repeating: false, count: lines.count)
    for index in lines.indices where !lines[index].isVoid {
      let text = lines[index].unquoted
      let key = hash(text)
      let isQuote = lines[index].depth > 0 || lines[index].message < newest[index]
      guard let first = seen[key] else {
        seen[key] = First(message: lines[index].message, voice: lines[index].voice)
        continue
      }
      guard isQuote else { continue }
      isRepeated[index] = true
      lines[index].message = min(first.message, lines[index].message)
      // Who says it is known best where it was new; short words recur by chance.
      if text.utf8.count >= 12 { lines[index].voice = first.voice }
    }
    return kept(lines, isRepeated)
  }

  /// Instead of the text itself: seeded anew in each process, so that nobody can make two collide.
  private static func hash(_ text: Substring) -> Int {
    var (hasher, text) = (Hasher(), text)
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    return hasher.finalize()
  }

  /// For each line the newest message of the letter so far: the level of what is not quoted.
  private static func newestMessages(_ lines: [Line]) -> [Int] {
    var newest = Int.min
    return lines.map { line in
      newest = max(newest, line.message)
      return newest
    }
  }

  /// From the end: a line that stays keeps the quoted ones above it.
  private static func kept(_ lines: [Line], _ isRepeated: [Bool]) -> [Line] {
    var kept: [Line] = []
    var (room, depth, wasDropped) = (0, 0, false)
    for index in lines.indices.reversed() {
      let line = lines[index]
      if line.isVoid {
        if !wasDropped { kept.append(line) }
        continue
      }
      if !isRepeated[index] {
        (room, depth) = (context, line.depth)
        wasDropped = false
        kept.append(line)
      } else if room > 0, line.depth > depth {
        room -= 1
        wasDropped = false
        kept.append(line)
      } else {
        (room, wasDropped) = (0, true)
      }
    }
    return kept.reversed()
  }
}

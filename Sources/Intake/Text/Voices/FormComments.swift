#if canImport(Glibc)
  import Glibc
#endif

/// Takes an issue form's comments, `<!-- … -->`, out of what the customer says.
enum FormComments {
  static func mark(_ lines: inout [Line]) {
    guard lines.contains(where: { $0.text.firstRange(ofText: "<!--") != nil }) else { return }
    let fenced = CodeFences.lines(of: lines)
    var index = 0
    while index < lines.count {
      guard !fenced.contains(index), let open = lines[index].text.firstRange(ofText: "<!--"),
        let end = end(lines, from: index, after: open.upperBound)
      else {
        index += 1
        continue
      }
      if end.line == index {
        lines[index].text.removeSubrange(open.lowerBound..<end.place)
        if lines[index].text.isEmpty { lines[index].voice = .boilerplate }
        continue
      }
      // What stands before and behind it on its first and last line is the customer's.
      let before = lines[index].text[..<open.lowerBound]
      if before.trimmed.isEmpty {
        lines[index].voice = .boilerplate
      } else {
        lines[index].text = String(before)
      }
      for within in lines[(index + 1)..<end.line].indices { lines[within].voice = .boilerplate }
      let after = lines[end.line].text[end.place...]
      if after.trimmed.isEmpty {
        lines[end.line].voice = .boilerplate
      } else {
        lines[end.line].text = String(after)
      }
      index = end.line + (after.trimmed.isEmpty ? 1 : 0)
    }
  }

  private static func end(
    _ lines: [Line], from start: Int, after place: String.Index
  ) -> (line: Int, place: String.Index)? {
    if let close = lines[start].text[place...].firstRange(ofText: "-->") {
      return (start, close.upperBound)
    }
    for line in lines[(start + 1)...].indices.prefix(200) {
      if let close = lines[line].text[...].firstRange(ofText: "-->") {
        return (line, close.upperBound)
      }
    }
    return nil
  }
}

extension String {
  fileprivate func firstRange(ofText text: StaticString) -> Range<String.Index>? {
    self[...].firstRange(ofText: text)
  }
}

extension Substring {
  /// Of ASCII text, by its bytes: most lines do not even have the first of them.
  fileprivate func firstRange(ofText text: StaticString) -> Range<String.Index>? {
    let mayBe = utf8.withContiguousStorageIfAvailable { bytes in
      bytes.baseAddress.map { memchr($0, Int32(text.utf8Start.pointee), bytes.count) != nil }
    }
    guard mayBe != .some(.some(false)) else { return nil }
    return text.withUTF8Buffer { wanted in
      var rest = utf8[...]
      while let start = rest.firstIndex(of: wanted[0]) {
        if rest[start...].starts(with: wanted) {
          return start..<utf8.index(start, offsetBy: wanted.count)
        }
        rest = rest[rest.index(after: start)...]
      }
      return nil
    }
  }
}

/// Counts the quote marks before a line: `>`, `> >`, `>>`, and `|` where no table is.
enum QuoteMarks {
  static func mark(_ lines: inout [Line]) {
    let fenced = CodeFences.lines(of: lines)
    for index in lines.indices where !fenced.contains(index) {
      guard let first = lines[index].text.utf8.first(where: { $0 != 32 && $0 != 9 }) else {
        continue
      }
      if first == UInt8(ascii: ">") {
        lines[index].depth = depth(of: lines[index].text, ">")
      } else if first == UInt8(ascii: "|"), isQuotedByBar(lines, index) {
        lines[index].depth = depth(of: lines[index].text, "|")
      }
    }
  }

  private static func depth(of text: String, _ mark: Unicode.Scalar) -> Int {
    var depth = 0
    for byte in text.utf8.prefix(400) {
      if byte == UInt8(ascii: mark) { depth += 1 } else if byte != 32 && byte != 9 { break }
    }
    // `>From ` is how mailboxes write a line that begins with "From "; `> 2026-03-02 08:14:55.123`
    // is a line of a log beside others with `<`.
    let isLog = depth == 1 && text.utf8.dropFirst(2).isDateAndTime
    return text.hasPrefix(">From ") || isLog ? 0 : depth
  }

  /// `| like this`, also on a line beside it; a table has more bars.
  private static func isQuotedByBar(_ lines: [Line], _ index: Int) -> Bool {
    func hasOneBar(_ text: String) -> Bool {
      let bytes = text.utf8.drop { $0 == 32 }
      return bytes.first == UInt8(ascii: "|") && bytes.dropFirst().first != UInt8(ascii: "-")
        && !bytes.dropFirst().contains(UInt8(ascii: "|"))
    }
    return hasOneBar(lines[index].text)
      && [index - 1, index + 1].contains { lines.indices.contains($0) && hasOneBar(lines[$0].text) }
  }
}

extension Collection<UInt8> {
  /// `2026-03-02 08:14:55`
  fileprivate var isDateAndTime: Bool {
    let shape = prefix(19).map { (48...57).contains($0) ? UInt8(ascii: "0") : $0 }
    return shape.elementsEqual("0000-00-00 00:00:00".utf8)
  }
}

extension Line {
  /// After the quote marks that `depth` counts.
  var unquoted: Substring {
    guard depth > 0 else { return text[...] }
    return text[(text.utf8.firstIndex { !$0.isQuoteMark } ?? text.endIndex)...]
  }

  /// Nothing but spaces and quote marks; asked of every line, so by bytes.
  var isVoid: Bool { text.utf8.allSatisfy(\.isQuoteMark) }
}

extension UInt8 {
  fileprivate var isQuoteMark: Bool {
    self == 32 || self == 9 || self == UInt8(ascii: ">") || self == UInt8(ascii: "|")
  }
}

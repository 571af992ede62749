/// A line of a chat's transcript: `[10:14] Mia: Which version is it?`.
struct ChatLine {
  /// As written.
  var speaker: String
  var hasTime: Bool
  /// Where the words begin; nil where they follow on the lines below.
  var start: String.Index?

  init?(_ text: String) {
    guard
      text.utf8.prefix(90).contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ">") })
    else { return nil }
    let trimmed = text.drop { " \t*_".contains($0) }
    let rest = ChatTime.skip(trimmed)
    hasTime = rest.startIndex != trimmed.startIndex
    if let named = Self.named(rest, needsTime: !hasTime) {
      (speaker, start) = (named.speaker, named.start)
      hasTime = hasTime || named.hasTime
    } else if hasTime, let name = Self.name(rest.trimmed) {
      (speaker, start) = (name, nil)
    } else if let header = Self.header(trimmed) {
      (speaker, start, hasTime) = (header, nil, true)
    } else {
      return nil
    }
  }

  /// `Mia: text`, `<mia> text`, `Mia (10:14): text`
  private static func named(
    _ text: Substring, needsTime: Bool
  ) -> (speaker: String, hasTime: Bool, start: String.Index)? {
    if text.first == "<", let close = text.prefix(42).firstIndex(of: ">") {
      guard let name = name(text[text.index(after: text.startIndex)..<close].trimmed) else {
        return nil
      }
      // A channel's `<mia>` is as good as a time.
      return (name, !Self.elements.contains(name.lowercased()), text.index(after: close))
    }
    // The colon of the name, not one of a time beside it.
    var from = text.startIndex
    while let colon = text[from...].prefix(70).firstIndex(of: ":") {
      var after = text.index(after: colon)
      // `*Mia:* text`
      while after < text.endIndex, "*_".contains(text[after]) { after = text.index(after: after) }
      let isSpaced = after == text.endIndex || text[after].isWhitespace
      if isSpaced {
        let label = text[..<colon].filter { $0 != "*" }.trimmed
        if let name = header(label[...]) { return (name, true, after) }
        if let name = name(label) { return (name, false, after) }
        return nil
      }
      from = after
    }
    return nil
  }

  /// `Robin Example  10:14 AM`, `Robin, 10:14`, `Mia (10:14)`
  private static func header(_ text: Substring) -> String? {
    guard let digit = text.prefix(60).firstIndex(where: { $0.isNumber }) else { return nil }
    let start = text[..<digit].lastIndex(where: { $0.isLetter || $0 == "." })
    guard let start else { return nil }
    var name = text[...start]
    for word in [" Today at", " at", " um", " à", " Yesterday at"] where name.hasSuffix(word) {
      name = name.dropLast(word.count)
    }
    let rest = text[text.index(after: start)...].drop { " ,()-–—[\t*_".contains($0) }
    let end = ChatTime.skip(rest)
    guard end.startIndex != rest.startIndex, end.drop(while: { ")]".contains($0) }).trimmed.isEmpty
    else { return nil }
    return Self.name(name.trimmed)
  }

  /// A person's name or role, no log level and no program.
  private static func name(_ text: String) -> String? {
    let words = text.split(separator: " ")
    guard (1...4).contains(words.count), text.utf8.count <= 40, text.first?.isLetter == true,
      !text.contains(where: { "[]{}=<>\"/\\;:|?!".contains($0) }),
      !levels.contains(text.lowercased())
    else { return nil }
    return text
  }

  /// Of HTML, which are no names.
  private static let elements: Set<String> = [
    "a", "b", "body", "br", "code", "details", "div", "em", "head", "html", "i", "img", "kbd", "li",
    "ol", "p", "pre", "span", "strong", "sub", "summary", "sup", "table", "td", "tr", "u", "ul",
  ]

  private static let levels: Set<String> = [
    "alert", "command", "crit", "critical", "debug", "emerg", "err", "error", "fatal", "http",
    "https", "info", "note", "notice", "ps", "response", "status", "sftp", "subject", "trace",
    "warn", "warning",
  ]
}

/// A time of day as chats print it, with or without a date, in brackets or not.
enum ChatTime {
  /// The text after it; the same text when none stands here.
  static func skip(_ text: Substring) -> Substring {
    guard let first = text.first, first.isNumber || "[(".contains(first) else { return text }
    let isBracketed = !first.isNumber
    var rest = isBracketed ? text.dropFirst() : text
    var hasClock = false
    for _ in 0..<6 {
      let word = rest.prefix { !" \t])\u{202F}".contains($0) }
      guard !word.isEmpty, isPart(word, &hasClock) else { break }
      rest = rest[word.endIndex...].drop { $0 == " " || $0 == "\t" }
    }
    guard hasClock else { return text }
    if isBracketed {
      guard let close = rest.first, "])".contains(close) else { return text }
      rest = rest.dropFirst()
    }
    return rest.drop { " \t-–—:".contains($0) }
  }

  private static func isPart(_ word: Substring, _ hasClock: inout Bool) -> Bool {
    let bare = word.filter { $0 != "," }.lowercased()
    if bare.first?.isNumber == true {
      let parts = bare.split(separator: ":", omittingEmptySubsequences: false)
      // `10:14`, `10:14:05`, `10:14am`
      if (2...3).contains(parts.count), parts[0].count <= 2,
        parts.dropFirst().allSatisfy({ $0.count >= 2 && $0.prefix(2).allSatisfy(\.isNumber) })
      {
        hasClock = true
        return parts.last.map { $0.count == 2 || ["am", "pm"].contains($0.suffix(2)) } == true
      }
      return bare.utf8.count <= 10
        && bare.allSatisfy { $0.isNumber || "./-".contains($0) }
    }
    return ["am", "pm", "a.m.", "p.m.", "utc", "uhr", "-", "–"].contains(bare) && hasClock
  }
}

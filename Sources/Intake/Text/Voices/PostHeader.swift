/// The line above what somebody has written on a tracker's page that was saved as text:
/// `alex commented on Mar 7, 2025`, `**alex** · comment · 2025-03-07`, `> **alex**: thanks`.
struct PostHeader: Equatable {
  /// In lower case.
  var author: String
  /// It opens the page: what stands above is the author's as well.
  var opens = false
  /// So much like one that a page needs no second.
  var isSure = true
  /// Where the words begin that follow on the same line.
  var start: String.Index?

  /// - Parameter belowRule: whether the line before is a rule, as between a page's posts.
  init?(_ text: String, belowRule: Bool) {
    guard Self.mayBe(text, belowRule) else { return nil }
    if let author = Self.opener(text) {
      (self.author, opens) = (author, true)
      return
    }
    var rest = text.drop { " \t>#".contains($0) }
    let isDashed = rest.hasPrefix("--")
    rest = rest.drop { "-–— \t".contains($0) }
    if isDashed, rest.lowercased().hasPrefix("comment by ") { rest = rest.dropFirst(11) }
    let isBold = rest.hasPrefix("*")
    rest = rest.drop { $0 == "*" || $0 == "@" }
    let name = rest.prefix { $0.isWordCharacter || "-_.[]".contains($0) }
    guard Self.isHandle(name), let found = Self.tail(rest[name.endIndex...], name) else {
      return nil
    }
    switch found.kind {
    case .said: isSure = found.isSure
    // `Storage: NFS` is a label, `**hart-c**: same here` somebody's words.
    case .colon where belowRule || isBold:
      guard !name.contains(where: \.isUppercase) else { return nil }
      isSure = belowRule && isBold
    case .dated where isBold || isDashed || belowRule: break
    case .dot where isBold: break
    default: return nil
    }
    author = name.lowercased()
    start = found.start
  }

  init(lone author: String) { self.author = author }

  private enum Kind { case said, colon, dated, dot }
  private struct Tail {
    var kind: Kind
    var isSure = true
    var start: String.Index?
  }

  /// What stands behind the name: a verb, a colon, a date, or a dot in the middle of the line.
  private static func tail(_ text: Substring, _ name: Substring) -> Tail? {
    let isClosed = text.hasPrefix("*")
    var rest = text.drop { $0 == "*" }
    rest = rest.drop { $0 == " " }
    if rest.hasPrefix("("), let close = rest.prefix(40).firstIndex(of: ")") {
      rest = rest[rest.index(after: close)...].drop { $0 == " " }
    }
    if rest.first == ":" {
      let start = rest.index(after: rest.startIndex)
      guard start == rest.endIndex || rest[start].isWhitespace else { return nil }
      return Tail(kind: .colon, start: rest[start...].trimmed.isEmpty ? nil : start)
    }
    if rest.first == "·" {
      let parts = rest.split(separator: "·").map(\.trimmed)
      if let last = parts.last, parts.count <= 2, isDate(last) || kinds.contains(last.lowercased()),
        parts.dropLast().allSatisfy({ kinds.contains($0.lowercased()) })
      {
        return Tail(kind: .said)
      }
      return isClosed ? Tail(kind: .dot, start: rest.index(after: rest.startIndex)) : nil
    }
    if rest.first == ",", let end = rest.firstIndex(of: ":") ?? Optional(rest.endIndex),
      rest[..<end].utf8.count <= 24, isDate(rest[..<end].dropFirst().trimmed)
    {
      let start = end == rest.endIndex ? nil : rest.index(after: end)
      let isEmpty = start.map { rest[$0...].trimmed.isEmpty } ?? true
      return Tail(kind: .dated, start: isEmpty ? nil : start)
    }
    let verb = rest.prefix { $0.isLetter }
    guard verbs.contains(verb.lowercased()) else { return nil }
    let after = rest[verb.endIndex...]
    if after.trimmed.isEmpty || after.trimmed == ":" {
      return Tail(kind: .said, isSure: verb != "wrote")
    }
    if after.first == ":" {
      return Tail(kind: .said, start: after.index(after: after.startIndex))
    }
    let words = after.split(separator: " ")
    let isDated = (2...6).contains(words.count) && after.contains { $0.isNumber }
    return isDated && ["on", "at", "this", "last", "am", "le", "el", "em", "op"].contains(words[0])
      ? Tail(kind: .said) : nil
  }

  /// `alex opened this issue on Mar 7`, `opened by alex`, `Reporter: alex`
  private static func opener(_ text: String) -> String? {
    let words = text.split { " \t*@:".contains($0) }
    guard (2...9).contains(words.count) else { return nil }
    let keys = words.prefix(3).map { $0.lowercased() }
    let isBy =
      ["opened", "reported", "posted", "submitted", "created"].contains(keys[0]) && keys[1] == "by"
    if isBy, keys.count > 2, isHandle(words[2]) { return keys[2] }
    if ["reporter", "author"].contains(keys[0]), words.count == 2, isHandle(words[1]) {
      return keys[1]
    }
    let opens = ["opened", "created"].contains(keys[1]) && keys.count > 2 && keys[2] == "this"
    return opens && isHandle(words[0]) ? keys[0] : nil
  }

  /// Most lines of a long mail are none, and their bytes tell.
  private static func mayBe(_ text: String, _ belowRule: Bool) -> Bool {
    guard (2...400).contains(text.utf8.count) else { return false }
    let first = text.utf8.first { $0 != 32 && $0 != 9 && $0 != 62 && $0 != 35 }
    guard let first, first.isWord || first == UInt8(ascii: "*") || first == UInt8(ascii: "-")
    else { return false }
    return belowRule || first == UInt8(ascii: "*") || first == UInt8(ascii: "-")
      || text.utf8.prefix(60).contains(0xB7)
      || hasVerb(text.utf8.prefix(60))
  }

  /// Whether the second word is one of `verbs`, by its first letters, or the first one opens.
  private static func hasVerb(_ bytes: Substring.UTF8View) -> Bool {
    let line = bytes.drop { $0.isBlank || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "#") }
    guard let space = line.firstIndex(where: \.isBlank) else { return false }
    if "opcrsa".utf8.contains((line.first ?? 0) | 0x20),
      line[..<space].last.map(endsOpening) == true
    {
      return true
    }
    let word = line[space...].drop(while: \.isBlank).prefix(3)
    return openings.contains { word.starts(with: $0.utf8) }
  }

  /// Of `verbs`, and of `opened` and `created`.
  private static let openings = ["com", "rep", "wro", "ans", "res", "sai", "add", "ope", "cre"]

  /// `opened`, `Reporter:`, `author:`
  private static func endsOpening(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "d") || byte == UInt8(ascii: ":")
  }

  /// A name as one signs in with, or a person's first name.
  private static func isHandle(_ name: Substring) -> Bool {
    (2...39).contains(name.utf8.count) && name.first?.isLetter == true
      && !noNames.contains(name.lowercased())
  }

  static func isDate(_ text: String) -> Bool {
    guard (4...40).contains(text.utf8.count), text.contains(where: \.isNumber) else { return false }
    let numbers = text.split { !$0.isNumber }
    let isISO = text.first?.isNumber == true && text.contains("-")
    // `12 Mar`, `21 nov. 2023`, `Mar 7, 2025`
    let words = text.split { !$0.isLetter }
    return isISO
      || (1...5).contains(numbers.count) && (1...3).contains(words.count)
        && numbers.allSatisfy { $0.count <= 4 }
        && words.contains { months.contains($0.prefix(3).lowercased()) }
  }

  private static let kinds: Set<String> = [
    "description", "comment", "review", "reply", "answer", "author",
  ]
  private static let verbs: Set<String> = [
    "commented", "replied", "wrote", "answered", "responded", "said", "comments", "added",
  ]
  private static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mär",
    "mai", "okt", "dez", "fév", "fev", "avr", "jui", "aoû", "déc", "ene", "abr", "ago", "dic",
    "set", "out", "mrt", "mei", "sty", "lut", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź",
    "lis", "gru",
  ]
  /// Words that labels and sentences begin with.
  private static let noNames: Set<String> = [
    "comment", "comments", "status", "version", "os", "description", "environment", "steps",
    "expected", "actual", "edit", "update", "note", "error", "logs", "log", "server", "client",
    "he", "she", "i", "we", "they", "who", "nobody", "somebody", "someone", "it", "this", "that",
    "product", "subject", "from", "to", "date", "cc", "title", "labels", "host", "system",
    "summary",
    "workaround", "result", "reproduction", "details", "config", "configuration", "answer",
    "question", "re", "ps", "regards", "thanks", "hello", "hi", "protocols", "integrations",
    "network", "name", "url", "browser", "platform", "installation", "setup", "hardware",
    "database",
    "proxy", "firewall", "ldap", "architecture", "arch", "kernel", "component", "priority",
  ]
}

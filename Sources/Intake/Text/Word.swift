/// A word of a line: what stands between spaces and punctuation.
struct Word {
  /// As written.
  var text: String
  /// Lower case.
  var key: String
  /// The punctuation and spaces before it, and after the last one of a line all that follows.
  var before: String
  var after = ""
  var range: Range<String.Index>

  /// `1.3.8b`, `x86_64`, `sign-on` and `don't` are one word each, `FTP/FTPS` is two.
  static func words(of text: Substring) -> [Word] {
    var words: [Word] = []
    var rest = text
    while true {
      let gap = rest.prefix { !$0.isWordCharacter }
      rest = rest[gap.endIndex...]
      var word = rest.prefix { $0.isWordCharacter || ".-_+~'’@".contains($0) }
      while let last = word.last, !last.isWordCharacter { word = word.dropLast() }
      if let previous = words.indices.last { words[previous].after = String(gap) }
      guard !word.isEmpty else { return words }
      words.append(
        Word(
          text: String(word), key: word.lowercased(), before: String(gap),
          range: word.startIndex..<word.endIndex))
      rest = rest[word.endIndex...]
    }
  }

  /// Whether what stands before it ends a clause.
  var startsClause: Bool {
    followsDash || before.contains { ",;()[]!?|".contains($0) } || before.hasPrefix(". ")
      || before.hasPrefix(".\t")
  }

  /// `LDAP - no`
  var followsDash: Bool {
    before.utf8.count > 1 && [" - ", " – ", " — "].contains { before.contains($0) }
  }
}

extension Character {
  /// A letter or digit; most are ASCII, which is quicker to see.
  var isWordCharacter: Bool {
    guard let ascii = asciiValue else { return isLetter || isNumber }
    return (48...57).contains(ascii) || (65...90).contains(ascii & 0xDF)
  }
}

extension Collection<Word> {
  /// Whether the words here are these, in lower case.
  func starts(with keys: [String]) -> Bool {
    count >= keys.count && zip(self, keys).allSatisfy { $0.key == $1 }
  }
}

/// A sentence of a passage, by its tokens.
struct Sentence {
  var range: Range<Int>
  /// It ends with a question mark.
  var asks: Bool
  var clauses: [Range<Int>]

  /// `1. ` and `e.g. ` end no sentence, since what follows is no capital or what stands before is short.
  static func split(_ tokens: [Token], trailing: Token.Gap) -> [Sentence] {
    var (sentences, start) = ([Sentence](), 0)
    for index in tokens.indices.dropFirst() {
      let gap = tokens[index].gap
      let ends =
        gap.has(.sentenceEnds)
        || (gap.contains(.period) && gap.has([.space, .line, .close, .quote])
          && !isAbbreviation(tokens[index - 1], before: tokens[index]))
      // Nobody writes such sentences; what reads them looks at all of one.
      let isEndless = index - start >= 60 && (gap.has([.comma, .line]) || index - start >= 120)
      if ends || isEndless {
        sentences.append(Sentence(tokens, start..<index, asks: gap.contains(.question)))
        start = index
      }
    }
    if start < tokens.count {
      sentences.append(Sentence(tokens, start..<tokens.count, asks: trailing.contains(.question)))
    }
    return sentences
  }

  private static func isAbbreviation(_ token: Token, before next: Token) -> Bool {
    // `No. 5` is one, `proxy no. F5 distributes` is none.
    if token.key == "no" { return next.key.first?.isNumber == true }
    return [
      "e.g", "eg", "i.e", "z.b", "vs", "bzw", "ca", "approx", "incl", "resp", "ver", "v", "nr",
      "p.ej", "d.h", "np", "bijv", "inkl", "z",
    ]
    .contains(token.key)
  }

  private init(_ tokens: [Token], _ range: Range<Int>, asks: Bool) {
    self.range = range
    self.asks = asks
    var starts = range.filter { index in
      index == range.lowerBound || Self.startsClause(tokens, index, range)
    }
    starts.append(range.upperBound)
    clauses = zip(starts, starts.dropFirst()).map { $0..<$1 }
  }

  private static func startsClause(_ tokens: [Token], _ index: Int, _ range: Range<Int>) -> Bool {
    let token = tokens[index]
    if isAbbreviated(tokens, index, range) { return false }
    if token.gap.has(.clauseEnds) {
      // `LDAP - no` and `LDAP (no)` are one clause.
      let isAnswer = Cues.none.contains(token.key) || Cues.not.contains(token.key)
      return !(isAnswer && token.gap.has([.dash, .open, .pipe]) && !token.gap.contains(.comma))
    }
    let isNegated = index > 0 && Cues.not.contains(tokens[index - 1].key)
    // `our sftp-only host`
    if joiners.contains(token.key), !isNegated, !token.gap.contains(.hyphen) { return true }
    // `LDAP-a nie używamy`: an ending.
    guard ands.contains(token.key), token.gap != .hyphen, index + 1 < range.upperBound else {
      return false
    }
    let next = tokens[index + 1].key
    // Spanish `en el` and `a la`, unlike Dutch `en de`.
    if ["en", "a"].contains(token.key), ["el", "la", "los", "las", "un", "una"].contains(next) {
      return false
    }
    return Cues.none.contains(next) || beginners.contains(next)
  }

  /// `jednokrotne logowanie (SSO) nie`: the same thing again, within its clause.
  private static func isAbbreviated(_ tokens: [Token], _ index: Int, _ range: Range<Int>) -> Bool {
    let name = tokens[index].gap.contains(.open) ? index : index - 1
    let next = name + 1
    return range.contains(next) && name > range.lowerBound
      && tokens[name].gap.isSubset(of: [.open, .space, .line]) && tokens[name].gap.contains(.open)
      && tokens[name].isCapital && tokens[name].key.utf8.allSatisfy { $0 > 57 }
      && !Cues.yes.contains(tokens[name].key) && tokens[name].key.utf8.count > 1
      && !Cues.none.contains(tokens[name].key) && !Cues.not.contains(tokens[name].key)
      && tokens[next].gap.isSubset(of: [.close, .space, .line]) && tokens[next].gap.contains(.close)
  }

  private static let joiners: Set<String> = [
    "but", "however", "though", "although", "only", "yes", "whereas", "while", "aber", "jedoch",
    "sondern", "nur", "waehrend", "mais", "cependant", "seulement", "pero", "sino", "solo", "mas",
    "porem", "apenas", "maar", "echter", "alleen", "ale", "lecz", "tylko", "natomiast", "ma", "men",
    "because", "since", "weil", "which", "where", "then", "lecz",
  ]
  private static let ands: Set<String> = [
    "and", "und", "et", "y", "e", "en", "i", "oraz", "och", "a",
  ]
  private static let beginners: Set<String> = [
    "a", "an", "the", "we", "there", "our", "they", "i", "it", "ein", "eine", "einen", "der", "die",
    "das", "wir", "es", "nous", "un", "une", "il", "notre", "nosotros", "una", "el", "la", "um",
    "uma", "wij", "een", "de", "het", "my", "users", "clients", "client",
  ]
}

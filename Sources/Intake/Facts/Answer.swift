/// One line of an answer while facts are read from it: its words, and which of them were used.
struct Answer {
  var line: Line
  let words: [Word]
  /// The clauses of the line, as ranges of its words.
  let clauses: [Range<Int>]
  private var used: Set<Int> = []
  private let isCut: Bool

  /// Nobody writes longer lines by hand; what is beyond is kept, but no fact is read from it.
  private static let lengthLimit = 1000

  init(_ line: Line) {
    self.line = line
    let (body, read) = (line.body, line.body.prefix(Self.lengthLimit))
    isCut = read.endIndex != body.endIndex
    words = Word.words(of: read)
    clauses = Self.clauses(of: words)
  }

  var isPartlyUsed: Bool { !used.isEmpty }

  mutating func use(_ range: Range<Int>) { used.formUnion(range) }
  func isUsed(_ index: Int) -> Bool { used.contains(index) }

  /// Whether it says more than the facts that were read from it.
  var hasLeftover: Bool {
    if used.isEmpty || isCut { return !line.body.trimmed.isEmpty }
    return words.indices.contains { !used.contains($0) && !Self.fillers.contains(words[$0].key) }
  }

  /// Words that add nothing to a fact beside them.
  private static let fillers: Set<String> = [
    "a", "an", "and", "are", "currently", "for", "i", "is", "it", "on", "only", "our", "plain",
    "product", "protocol",
    "protocols", "release", "running", "s", "server", "the", "this", "use", "used", "uses", "using",
    "v", "ver", "version", "via", "we", "with",
  ]

  private static func clauses(of words: [Word]) -> [Range<Int>] {
    var starts = words.indices.filter { index in
      let word = words[index]
      return index == 0 || (word.startsClause && !(word.followsDash && word.isNegator))
        || ["but", "however", "though", "although", "only", "yes"].contains(word.key)
        || (word.key == "and" && words.dropFirst(index + 1).first?.isNegator == true)
    }
    starts.append(words.count)
    return zip(starts, starts.dropFirst()).map { $0..<$1 }
  }
}

extension Word {
  var isNegator: Bool {
    [
      "no", "not", "without", "none", "never", "neither", "nor", "don't", "don’t", "dont",
      "doesn't",
      "doesn’t", "isn't", "isn’t", "aren't", "aren’t", "disabled", "unused", "n/a", "nein", "kein",
      "keine", "keinen", "nicht", "ohne",
    ].contains(key)
  }

  var isDoubt: Bool {
    ["maybe", "perhaps", "possibly", "probably", "think", "unsure", "unknown", "might", "unclear"]
      .contains(key)
  }

  /// Marks a value that held earlier: `upgraded from 1.3.7`.
  var isFormerly: Bool {
    ["from", "formerly", "previously", "was", "were", "old", "until", "before"].contains(key)
  }
}

/// Whether a clause says yes, no or neither.
enum Stance: Equatable {
  case present, absent, doubtful

  init(of words: ArraySlice<Word>) {
    let notOnly = words.contains { $0.key == "not" } && words.contains { $0.key == "only" }
    // `n/a` is two words to the tokenizer.
    let notApplicable = zip(words, words.dropFirst()).contains { a, b in
      a.key == "n" && b.key == "a" && b.before == "/"
    }
    let asks = words.contains { $0.after.contains("?") }
    if words.contains(where: \.isDoubt) || asks || words.contains(where: { $0.key == "sure" }) {
      self = .doubtful
    } else if (words.contains(where: \.isNegator) && !notOnly) || notApplicable {
      self = .absent
    } else {
      self = .present
    }
  }
}

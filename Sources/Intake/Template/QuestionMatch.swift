/// Where a question of the template stands in the lines: it may be wrapped over several.
struct QuestionMatch {
  var question: Question
  /// The line where the answer may begin, and the place in it.
  var line: Int
  var place: String.Index

  /// The question that begins with this line; the longest wording wins.
  static func find(in lines: [Line], at index: Int) -> QuestionMatch? {
    let first = lines[index].body.prefix { $0.isWordCharacter }.prefix(20).lowercased()
    var best: (match: QuestionMatch, words: Int)?
    for (question, wording) in Question.wordings[first] ?? [] {
      var cursor = Cursor(lines: lines, index: index)
      let matched = cursor.match(wording)
      guard matched > (best?.words ?? 0), cursor.endsQuestion(matched, of: wording.count) else {
        continue
      }
      best = (QuestionMatch(question: question, line: cursor.index, place: cursor.place), matched)
    }
    return best?.match
  }
}

/// Reads the words of lines one after the other.
private struct Cursor {
  let lines: [Line]
  var index: Int
  var place: String.Index

  init(lines: [Line], index: Int) {
    self.lines = lines
    self.index = index
    place = lines[index].body.startIndex
  }

  private var rest: Substring { lines[index].text[place...] }

  /// The number of leading words of the wording that stand here; moves behind them.
  mutating func match(_ wording: [String]) -> Int {
    var (matched, after) = (0, self)
    for expected in wording {
      guard let word = after.nextWord(), word == expected else { break }
      matched += 1
      self = after
    }
    return matched
  }

  /// The next word, on this line or, within a long question, on the next one.
  private mutating func nextWord() -> String? {
    var from = rest.firstIndex { $0.isWordCharacter }
    if from == nil, index + 1 < lines.count, !lines[index + 1].isBlank {
      index += 1
      place = lines[index].body.startIndex
      from = rest.firstIndex { $0.isWordCharacter }
    }
    guard let from else { return nil }
    let word = lines[index].text[from...].prefix { $0.isWordCharacter }
    place = word.endIndex
    return word.lowercased()
  }

  /// Whether what was matched is a question, not the beginning of a sentence; moves to the answer.
  ///
  /// A short wording needs a sign that it is one: `Version: 2` is, `Version 2 crashes` is not.
  mutating func endsQuestion(_ matched: Int, of total: Int) -> Bool {
    guard matched == total || matched >= 4 else { return false }
    skipPlural()
    skipExamples()
    let gap = rest.prefix { !$0.isWordCharacter }
    let isMarked =
      gap.endIndex == rest.endIndex || gap.contains { "?:=|–—".contains($0) } || gap.contains(" - ")
    if isMarked {
      place = gap.endIndex
      return true
    }
    let reworded = matched < total ? rest.prefix(100).firstIndex(of: "?") : nil
    if let end = reworded ?? rest.endOfRemark {
      place = lines[index].text.index(after: end)
      return true
    }
    place = gap.lastIndex(of: "(") ?? gap.endIndex
    return matched >= 3
  }

  /// `protocol(s)`, `logs` and `details` where the wording has no s.
  private mutating func skipPlural() {
    for ending in ["(s)", "s"] where rest.lowercased().hasPrefix(ending) {
      let after = lines[index].text.index(place, offsetBy: ending.count)
      if after == rest.endIndex || !(lines[index].text[after].isLetter) { place = after }
      return
    }
  }

  /// `e.g. firewalls, proxy, LDAP` and `(such as …)` belong to the question, over wrapped lines too.
  private mutating func skipExamples() {
    let words = Question.words(rest.prefix(40)).prefix(2)
    guard
      ["e g", "eg", "for example", "such as", "including"].contains(where: { sign in
        words.joined(separator: " ") == sign || words.first == sign
      })
    else { return }
    if let end = rest.firstIndex(where: { "?:".contains($0) }) {
      place = end
      return
    }
    place = lines[index].text.endIndex
    while index + 1 < lines.count, lines[index + 1].isTemplateText(atLeast: 1) {
      index += 1
      place = lines[index].text.endIndex
    }
  }
}

extension Substring {
  /// The end of a remark in parentheses that closes the question: `(if known):`.
  fileprivate var endOfRemark: Index? {
    let start = drop { $0.isWhitespace }
    guard start.first == "(", let close = start.firstIndex(of: ")") else { return nil }
    let after = start[start.index(after: close)...].drop { $0.isWhitespace }
    return after.first.map { "?:".contains($0) } == true ? after.startIndex : nil
  }
}

extension Line {
  /// Whether it is a piece of the template, word for word.
  func isTemplateText(atLeast count: Int) -> Bool {
    guard body.utf8.count < 400 else { return false }
    let words = Question.words(body)
    guard words.count >= count, let first = words.first, Question.templateWords.contains(first)
    else { return false }
    return Question.templateTexts.contains { text in
      text.indices.contains { text[$0...].starts(with: words) }
    }
  }
}

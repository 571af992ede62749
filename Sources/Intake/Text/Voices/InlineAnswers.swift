/// Answers typed into the mail that is answered, without quote marks: `my replies are in blue`.
///
/// The colour is lost, so a line below a question of the quoted mail is taken for its answer.
enum InlineAnswers {
  static func mark(_ lines: inout [Line]) {
    unmark(&lines)
    guard let newest = lines.lazy.map(\.message).max(), isAnnounced(lines, newest) else { return }
    var isAsked = false
    for index in lines.indices where lines[index].message == newest - 1 {
      guard lines[index].voice == .support, lines[index].depth == 0 else {
        isAsked = false
        continue
      }
      let text = lines[index].text.trimmed
      if text.isEmpty {
        isAsked = isAsked && index > 0 && lines[index - 1].asks
      } else if lines[index].asks {
        isAsked = true
      } else if isAsked && !lines[index].isAddressed || lines[index].isAnswered {
        lines[index].voice = .customer
        lines[index].message = newest
      }
    }
  }

  /// `[LH] Debian 12`: takes away what the answers are marked with, where two or more are.
  private static func unmark(_ lines: inout [Line]) {
    let marks = lines.indices.compactMap { index -> (Int, Substring)? in
      let text = lines[index].text
      guard text.first == "[", lines[index].depth == 0,
        let close = text.prefix(8).firstIndex(of: "]"), text[close...].hasPrefix("] ")
      else { return nil }
      let mark = text[..<close].dropFirst()
      return mark.count >= 2 && mark.allSatisfy(\.isUppercase) ? (index, mark) : nil
    }
    for (index, mark) in marks where marks.count(where: { $0.1 == mark }) >= 2 {
      lines[index].text = String(lines[index].text.dropFirst(mark.count + 3))
    }
  }

  /// It is said, or nothing else is.
  private static func isAnnounced(_ lines: [Line], _ newest: Int) -> Bool {
    let new = lines.filter {
      $0.message == newest && $0.voice == .customer && !$0.text.hasPrefix("Subject: ")
    }
    // Whoever writes more than a few lines says it at their beginning.
    let text = new.prefix(40).map { $0.text.prefix(300) }.joined(separator: " ").lowercased()
    return text.split(separator: " ").count <= 6 || signs.contains { text.contains($0) }
  }

  private static let signs = [
    "in blue", "in red", "in green", "in bold", "in colour", "in color", "inline", "in-line",
    "answers below", "replies below", "answered below", "see below", "between the lines",
    "in blau", "in rot", "in grün", "in fett", "im text", "unten", "zwischen den zeilen",
    "en bleu", "en rouge", "en vert", "en gras", "ci-dessous", "dans le texte", "en azul",
    "en rojo", "en verde", "en negrita", "abajo", "em azul", "em vermelho", "em verde",
    "em negrito", "abaixo", "het blauw", "het rood", "hieronder", "na niebiesko", "na czerwono",
    "poniżej", "w tekście", "in blu", "in rosso", "in grassetto", "qui sotto", "di seguito",
  ]
}

extension Line {
  /// `1. Product version (e.g. 8.0):`
  fileprivate var asks: Bool {
    text.utf8.count < 300 && text.trimmed.last.map { ":?".contains($0) } == true
  }

  /// `If it is older, please update.`: still our own words.
  fileprivate var isAddressed: Bool {
    text.lowercased().split { !$0.isLetter }.contains {
      [
        "please", "you", "your", "bitte", "sie", "ihr", "ihre", "ihren", "vous", "votre", "vos",
        "usted", "ustedes", "você", "vocês", "favor", "proszę", "państwo", "graag",
      ].contains(String($0))
    }
  }

  /// `Product version: 8.1`, with a number or mark before it as the questions of a list have.
  fileprivate var isAnswered: Bool {
    let body = text.afterMarks
    guard body.startIndex > text.startIndex,
      let sign = body.firstIndex(where: { ":?".contains($0) })
    else { return false }
    return body[..<sign].utf8.count < 120
      && body[body.index(after: sign)...].first?.isWhitespace == true
  }
}

import CaseModel

/// What no fact could be made of: kept as it is, since nothing that a customer says is dropped.
struct Leftovers {
  private struct Left {
    var question: Question?
    var line: Line
    /// Some of its words are part of no fact.
    var isCut: Bool
  }
  private var left: [Left] = []

  mutating func keep(_ reader: PassageReader) {
    let passage = reader.passage
    guard passage.first?.voice == .customer else { return }
    let cut = Set(
      passage.tokens.indices.filter { index in
        index >= passage.labelCount && !reader.isUsed(index)
          && !Self.fillers.contains(passage.tokens[index].key)
      }.map { passage.tokens[$0].line })
    for (index, line) in passage.lines.enumerated() where !line.isBlank {
      let isCut = cut.contains(index) || passage.tokens.isEmpty
      left.append(Left(question: passage.question, line: line, isCut: isCut))
    }
  }

  /// Sentences that stand in no passage, such as `Product crashes, why?` and what follows a fence
  /// that is never closed; no headings, boxes, or words of a form.
  mutating func keepUnread(of prose: [Line], _ passages: [Passage]) {
    let read = Set(passages.flatMap { $0.lines.map(Place.init) })
    for (index, line) in prose.enumerated() where line.voice == .customer && !line.isBlank {
      let shape = LineShape(line.text)
      guard !shape.isHeading, !shape.isTableRow, !shape.isRule, Choices(line.text[...]) == nil,
        !line.text.lowercased().contains("[e.g"), !read.contains(Place(line)),
        !line.isTemplateText(atLeast: 1) || line.text.trimmed.last == "?"
      else { continue }
      let words = Question.words(line.body.prefix(400))
      if let end = line.text.trimmed.last, ":?".contains(end), words.count <= 8,
        prose[(index + 1)...].first?.file == line.file || end == ":"
      {
        continue
      }
      if Question.wordings[words.first ?? ""]?.contains(where: { $0.words == words }) == true {
        continue
      }
      left.append(Left(question: nil, line: line, isCut: true))
    }
  }

  /// Adds what is not told whole by a fact: also a claim that lost against a better one.
  func add(to detail: inout InstallationDetail) {
    let evidence = Set(detail.evidence.values.map(Place.init))
    let details = Set(detail.integrations.compactMap(\.detail))
    var last: Left?
    for one in left {
      let body = one.line.body.trimmed
      let isTold = evidence.contains(Place(one.line))
      guard one.isCut ? !(isTold && details.contains(body)) : !isTold else { continue }
      if let before = last, before.question == one.question, before.line.file == one.line.file,
        before.line.number + 1 >= one.line.number, !detail.other.isEmpty
      {
        if before.line.number != one.line.number {
          detail.other[detail.other.count - 1].text += "\n" + body
        }
      } else {
        detail.evidence["other[\(detail.other.count)]"] = one.line.evidence()
        detail.other.append(.init(question: one.question?.title, text: body))
      }
      last = one
    }
  }

  private struct Place: Hashable {
    var file: String
    var line: Int
    init(_ evidence: InstallationDetail.Evidence) {
      file = evidence.file
      line = evidence.line
    }
    /// The same as of the line's evidence, without its words.
    init(_ line: Line) {
      file = line.file.printable(limit: 200)
      self.line = line.number
    }
  }

  /// Words that add nothing to a fact beside them.
  private static let fillers: Set<String> = [
    "a", "an", "and", "are", "any", "bit", "currently", "for", "i", "in", "is", "it", "on", "only",
    "or", "our", "place", "plain",
    "product", "protocol", "protocols", "release", "running", "s", "server", "the", "this", "use",
    "used", "uses", "using",
    "v", "ver", "version", "via", "we", "with", "no", "not", "64", "explicit", "implicit", "21",
    "22", "990", "port", "client", "arch", "architecture", "time", "zone", "timezone", "locale",
    "t", "don't", "none",
  ]
}

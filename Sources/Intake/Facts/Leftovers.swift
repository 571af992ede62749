import CaseModel

/// What no fact could be made of: kept as it is, since nothing that a customer says is dropped.
struct Leftovers {
  private var kept: [(question: String?, lines: [Line])] = []

  mutating func keep(_ reader: PassageReader) {
    let passage = reader.passage
    guard passage.first?.voice == .customer else { return }
    let cut = Set(
      passage.tokens.indices.filter { index in
        index >= passage.labelCount && !reader.isUsed(index)
          && !Self.fillers.contains(passage.tokens[index].key)
      }.map { passage.tokens[$0].line })
    let lines = passage.lines.indices.filter { cut.contains($0) || passage.tokens.isEmpty }.map {
      passage.lines[$0]
    }
    guard !lines.isEmpty else { return }
    let title = passage.question?.title
    if let last = kept.last, last.question == title, let before = last.lines.last,
      let next = lines.first,
      before.file == next.file, before.number + 1 >= next.number
    {
      kept[kept.count - 1].lines += lines.filter { $0.number != before.number }
    } else {
      kept.append((title, lines))
    }
  }

  func add(to detail: inout InstallationDetail) {
    for (question, lines) in kept {
      guard let first = lines.first else { continue }
      detail.evidence["other[\(detail.other.count)]"] = first.evidence()
      detail.other.append(
        .init(question: question, text: lines.map { $0.body.trimmed }.joined(separator: "\n")))
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

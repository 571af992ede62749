import CaseModel

/// Tables: a label a row, or a label a column.
extension Segmenter {
  /// `| | Production | Test |`: a column for each machine; those of trials are left out.
  func isByMachine(_ cells: [String]) -> Bool {
    let keys = cells.map { Folding.key($0.split(separator: " ").first.map(String.init) ?? "") }
    return keys.contains(where: Self.trials.contains)
      && keys.contains {
        [
          "production", "prod", "produktion", "live", "productie", "produccion", "producao",
          "produkcja",
        ].contains($0)
      }
  }

  /// `| | Server | Client |`: whose machine each column tells of.
  private func bySide(_ cells: [String]) -> [Claim.Side]? {
    let sides = cells.map { cell -> Claim.Side in
      let keys = Set(Lexicon.keys(cell))
      guard keys.count <= 2 else { return .unknown }
      return !keys.isDisjoint(with: LabelWords.serverWords)
        ? .server : keys.isDisjoint(with: LabelWords.clientWords) ? .unknown : .client
    }
    return sides.contains(.server) && sides.contains(.client) && sides[0] == .unknown ? sides : nil
  }

  /// A row for each of the two; of the client only what it is.
  private mutating func addRow(_ cells: [String], _ sides: [Claim.Side], _ line: Line) -> Bool {
    guard let label = cells.first, !label.isEmpty else { return false }
    defer { self.sides = sides }
    for (cell, side) in zip(cells, sides).dropFirst() where !cell.isEmpty && side != .unknown {
      var tokenizer = Tokenizer()
      tokenizer.add(label[...].prefix(100), line: 0)
      let asked = labels.read(Self.withoutRemark(tokenizer.tokens[...]))
      if side == .client {
        guard var asked, !asked.topics.isDisjoint(with: [.os, .product, .version]) else { continue }
        asked.side = .client
        if !asked.topics.contains(.os) { asked.topics.insert(.client) }
        tokenizer = Tokenizer()
        tokenizer.add(cell[...], line: 0)
        open = (Passage(lines: [line], label: asked, isAnswer: true), tokenizer)
        close()
      } else {
        var copy = line
        (copy.text, copy.start) = ("\(label): \(cell)", nil)
        add(copy)
        close()
      }
    }
    return true
  }

  static let trials: Set<String> = [
    "test", "staging", "dev", "development", "qa", "uat", "testsystem", "preprod",
  ]

  /// A row of a table whose columns are known, or whose first cell is a label.
  mutating func addRow(_ line: Line) -> Bool {
    let cells = line.text.drop { $0.isWhitespace || $0 == ">" }.split(
      separator: "|", omittingEmptySubsequences: false
    ).dropFirst().map(\.trimmed)
    guard cells.count >= 2 else { return false }
    if columns.isEmpty, cells.count >= 3, let found = bySide(cells) {
      close()
      sides = found
      return true
    }
    if let sides { return addRow(cells, sides, line) }
    if columns.isEmpty, cells.count >= 3, isByMachine(cells) {
      close()
      machines = cells.map { cell in
        Self.trials.contains(Folding.key(cell.split(separator: " ").first.map(String.init) ?? ""))
      }
      return true
    }
    if let trials = machines {
      let kept = zip(cells, trials + Array(repeating: false, count: cells.count)).filter { !$0.1 }
        .map(\.0)
      guard kept.count < cells.count else { return false }
      var copy = line
      copy.text = "| " + kept.joined(separator: " | ")
      copy.start = nil
      add(copy)
      return true
    }
    let read = cells.prefix(20).map { cell -> Label? in
      var tokenizer = Tokenizer()
      tokenizer.add(cell[...].prefix(100), line: 0)
      return labels.read(tokenizer.tokens[...])
    }
    if columns.isEmpty {
      let known = read.compactMap { $0 }.filter { !$0.topics.isEmpty }.count
      if known >= 2, known * 2 >= cells.count(where: { !$0.isEmpty }) {
        close()
        columns = read
        return true
      }
      return false
    }
    for (cell, label) in zip(cells, columns) where !cell.isEmpty {
      var tokenizer = Tokenizer()
      tokenizer.add(cell[...], line: 0)
      open = (Passage(lines: [line], label: label ?? Label(), isAnswer: true), tokenizer)
      close()
    }
    return true
  }
}

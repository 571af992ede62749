/// How far a question reaches that no looks tell from an answer.
extension Segmenter {
  /// A field that was left empty asks nothing of the field below it.
  mutating func endEmptyField(before cut: Cut) {
    guard let topics = heading?.topics, !isHeadingMark, !isTemplate else { return }
    let isField =
      topics.isSubset(of: [.timezone, .locale, .arch, .protocols])
      || !cut.label.isPair && topics.isSubset(of: [.product, .version, .os])
        && !cut.label.topics.isEmpty && cut.label.topics.isDisjoint(with: [.version])
    if isField { heading = nil }
  }

  /// Text further below `This is in the log:` is not of the log, which was taken out.
  func isBelowLog(_ line: Line) -> Bool {
    guard let topics = heading?.topics, !isHeadingMark, !isTemplate else { return false }
    return topics.isSubset(of: [.logs, .clientLog]) && !topics.isEmpty
      && line.number > headingLine + 2
  }
}

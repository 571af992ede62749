/// Turns what only a form has into lines that read like anybody's: `Platform: Linux`.
enum FormLines {
  static func read(_ lines: [Line]) -> [Line] {
    Underlines.mark(PairLines.split(ChoiceLines.read(WrappedLabels.join(lines))))
  }
}

/// Turns what only a form has into lines that read like anybody's: `Platform: Linux`.
enum FormLines {
  static func read(_ lines: [Line]) -> [Line] {
    let ticked = ChoiceLines.read(WrappedLabels.join(lines))
    return Underlines.mark(VersionLines.read(LoneLabels.mark(PairLines.split(ticked))))
  }
}

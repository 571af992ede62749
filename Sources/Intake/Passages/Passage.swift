/// Words that belong together, with what was asked before them.
struct Passage {
  var lines: [Line]
  var label = Label()
  /// Whether it is the answer to its label, rather than words further below it.
  var isAnswer = false
  /// The tokens of a label that names something stand before those of the answer.
  var tokens: [Token] = []
  var sentences: [Sentence] = []
  /// How many of the tokens are the label's.
  var labelCount = 0
  /// In Portuguese `no FTP` is `in the FTP`.
  var isPortuguese = false
  /// An answer to all that was asked at once.
  var reply: Reply?
  /// The question of the template that it answers, if it is one.
  var question: Question?

  func has(_ topic: Topic) -> Bool { label.topics.contains(topic) }
  var first: Line? { lines.first }
}

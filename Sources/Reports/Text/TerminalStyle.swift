/// Colours of a terminal (ECMA-48 SGR), or none.
struct TerminalStyle {
  var color: Bool

  func bold(_ text: String, _ tone: Headline.Tone) -> String { wrap(text, "1;\(code(tone))") }
  func color(_ text: String, _ tone: Headline.Tone) -> String { wrap(text, code(tone)) }
  func dim(_ text: String) -> String { wrap(text, "2") }

  private func code(_ tone: Headline.Tone) -> String {
    switch tone {
    case .good: "32"
    case .bad: "31"
    case .lab: "33"
    case .idle: "36"
    }
  }

  private func wrap(_ text: String, _ code: String) -> String {
    color ? "\u{1b}[\(code)m\(text)\u{1b}[0m" : text
  }
}

import CaseModel

/// Text of any origin, fit to be shown in a report.
enum Shown {
  /// One line; line ends become spaces.
  static func line(_ text: String, limit: Int = 1000) -> String {
    let parts = text.split(whereSeparator: \.isNewline)
    return separate(parts.joined(separator: " ").printable(limit: limit))
  }

  /// Many lines: terminal colours are dropped, lone carriage returns end a line, every other control
  /// character is made visible.
  static func block(_ text: String) -> String {
    let lines = withoutTerminalSequences(text).split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    )
    return lines.map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false)
        .map { separate(String($0).printable(limit: .max)) }.joined(separator: "\t")
    }.joined(separator: "\n")
  }

  /// Without ECMA-48 control sequences: ESC `[`, parameters, one final byte.
  private static func withoutTerminalSequences(_ text: String) -> String {
    guard text.utf8.contains(0x1b) else { return text }
    var out = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\u{1b}", rest.first == "[" else {
        out.append(scalar)
        continue
      }
      let parameters = rest.dropFirst().prefix { (0x20...0x3f).contains($0.value) }
      if let final = rest.dropFirst(1 + parameters.count).first, (0x40...0x7e).contains(final.value)
      {
        rest = rest.dropFirst(2 + parameters.count)
      } else {
        out.append(scalar)
      }
    }
    return String(out)
  }

  /// Keeps markup characters from hiding in a grapheme cluster: the template engine escapes by
  /// `Character`, and a quotation mark with a combining accent is a different `Character`.
  private static func separate(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    var out = ""
    for character in text {
      let scalars = character.unicodeScalars
      guard scalars.count > 1, scalars.contains(where: isMarkup) else {
        out.append(character)
        continue
      }
      for scalar in scalars {
        out += isMarkup(scalar) ? String(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
      }
    }
    return out
  }

  private static func isMarkup(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "<", ">", "&", "\"", "'": true
    default: false
    }
  }
}

/// A heading with a rule below it: `Expected behavior` / `-----------------`.
enum Underlines {
  static func mark(_ lines: [Line]) -> [Line] {
    var lines = lines
    for index in lines.indices.dropFirst() where lines[index].isUnderline {
      let above = index - 1
      if lines[above].isTitle, index < 2 || lines[index - 2].isBlank || index == 1 {
        lines[above].isUnderlined = true
      }
    }
    return lines
  }
}

extension Line {
  fileprivate var isUnderline: Bool {
    let text = unquoted.trimmed
    return text.utf8.count >= 4
      && (text.utf8.allSatisfy { $0 == UInt8(ascii: "-") }
        || text.utf8.allSatisfy { $0 == UInt8(ascii: "=") })
  }

  fileprivate var isTitle: Bool {
    let text = unquoted.trimmed
    return !isBlank && text.utf8.count <= 80 && !text.contains("|")
      && text.last.map { !".,;".contains($0) } == true
  }
}

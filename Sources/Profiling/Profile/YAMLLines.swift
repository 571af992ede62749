/// A YAML text in lines as libyaml counts them, each with its end.
///
/// A line ends at LF, CR, CR LF, and by YAML 1.1 also at NEL, U+2028 and U+2029.
enum YAMLLines {
  static func split(_ text: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      line.append(scalar)
      switch scalar.value {
      case 0x0D:
        if rest.first == "\n", let feed = rest.popFirst() { line.append(feed) }
      case 0x0A, 0x85, 0x2028, 0x2029: break
      default: continue
      }
      lines.append(String(line))
      line = String.UnicodeScalarView()
    }
    return line.isEmpty ? lines : lines + [String(line)]
  }
}

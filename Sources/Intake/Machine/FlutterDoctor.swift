/// `flutter doctor -v`: the machine on which an application is built.
enum FlutterDoctor {
  /// `[✓] Flutter (Channel stable, 3.16.5, on macOS 14.2.1 23C71 darwin-arm64, locale de-DE)`
  static func read(_ printout: inout Printout) -> Int {
    let text = printout.text
    guard text.has("Flutter (Channel "), let on = text.place(of: ", on ") else { return 0 }
    let parts = text[on.upperBound...].prefix { $0 != ")" }.split(separator: ",")
    if let words = parts.first?.words(limit: 10) {
      let named = (2...4).lazy.compactMap { OSTitle(words.prefix($0).joined(separator: " ")[...]) }
      if let title = named.first { printout.claim(title.subject) }
      let arch = words.lazy.compactMap { word in
        word.split(separator: "-").last.flatMap(Architecture.name)
      }
      if let arch = arch.first { printout.claim(.arch(arch)) }
    }
    for part in parts {
      if let locale = part.trimmedSpace.after("locale ").flatMap(LocaleLines.name) {
        printout.claim(.locale(locale))
      }
    }
    let version = text[..<on.lowerBound].split(separator: " ").last.flatMap(PrintedVersion.plain)
    if let version {
      printout.claim(.product(name: "flutter", version: version), place: .list)
    }
    var count = 1
    while count < 60, let line = printout.line(count), isRow(line) { count += 1 }
    return count
  }

  private static func isRow(_ line: Substring) -> Bool {
    line.isEmpty || line.starts("[") || ["•", "!", "✗", "·"].contains(line.first)
  }
}

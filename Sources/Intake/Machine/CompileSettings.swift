/// What `proftpd -V` prints; the modules it lists were compiled in, not used.
enum CompileSettings {
  static let heads = ["compile-time"]

  static func read(_ printout: inout Printout) -> Int {
    guard printout.text.starts("Compile-time Settings:") else { return 0 }
    let indent = printout.indent(1)
    var (count, end) = (1, 1)
    while count < 300, let line = printout.line(count) {
      // Where the indentation got lost, the first blank line ends it.
      if line.isEmpty ? indent == 0 : printout.indent(count) < indent { break }
      if let taken = release(at: count, line, &printout) {
        count += taken
        end = count
        continue
      }
      if let (label, value) = line.labelled { claim(label, value, at: count, &printout) }
      count += 1
      if !line.isEmpty { end = count }
    }
    return end
  }

  /// `OS/Release:` is followed by the machine's os-release.
  private static func release(at offset: Int, _ line: Substring, _ printout: inout Printout) -> Int?
  {
    guard OSRelease.heads.contains(String(line.head)) else { return nil }
    let (index, text) = (printout.index, printout.text)
    printout.index += offset
    printout.text = line
    defer { (printout.index, printout.text) = (index, text) }
    let taken = OSRelease.read(&printout)
    return taken > 0 ? taken : nil
  }

  private static func claim(
    _ label: String, _ value: Substring, at offset: Int, _ printout: inout Printout
  ) {
    let words = value.words(limit: 12)
    switch label {
    case "version":
      guard let version = words.first.flatMap(PrintedVersion.plain) else { return }
      printout.claim(.product(name: "proftpd", version: version), at: offset)
    case "platform":
      // `LINUX [Linux 5.14.0-362.8.1.el9_3.x86_64 x86_64]`
      guard let word = words.last?.dropLast(), let arch = Architecture.name(of: word) else {
        return
      }
      printout.claim(.arch(arch), at: offset)
    default: break
    }
  }
}

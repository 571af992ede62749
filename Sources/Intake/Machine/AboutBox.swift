/// FileZilla's own report: its version, what it was built with, and the system it runs on.
enum AboutBox {
  static let heads = ["filezilla"]

  static func read(_ printout: inout Printout) -> Int {
    guard printout.text == "FileZilla Client" || printout.text == "FileZilla Server" else {
      return 0
    }
    var (count, end, section) = (1, 1, "")
    var isKnown = false
    while count < 60, count - end < 3, let line = printout.line(count), !PasteHeading.isFence(line)
    {
      if let (label, value) = line.labelled {
        claim(label, value, section, at: count, &printout)
        isKnown = isKnown || label == "build information" || label == "compiled for"
        if value.isEmpty { section = label }
        end = count + 1
      } else if line.starts("---") {
        end = count + 1
      }
      count += 1
    }
    return isKnown ? end : 0
  }

  private static func claim(
    _ label: String, _ value: Substring, _ section: String, at offset: Int,
    _ printout: inout Printout
  ) {
    switch (section, label) {
    case ("", "version"):
      guard let version = PrintedVersion.plain(value) else { return }
      printout.claim(
        printout.text.hasSuffix("Client")
          ? .software(name: "filezilla", version: version)
          : .product(name: "filezilla server", version: version), at: offset)
    case ("operating system", "name"):
      // `Windows NT 10.0 (build 19045)`, `Mac OS X 14.4.1`, `Linux 6.5.0-15-generic x86_64`
      if value.starts("Windows "), let build = value.place(of: "(build ") {
        let number = value[build.upperBound...].prefix { $0.isNumber }
        guard let version = WindowsBuild.desktop(number) else { return }
        printout.claim(.os(id: "windows", versions: [version]), at: offset)
      } else if let title = OSTitle(value) {
        printout.claim(title.subject, at: offset)
      }
      if let arch = value.words(limit: 8).last.flatMap(Architecture.name) {
        printout.claim(.arch(arch), at: offset)
      }
    case (_, "compiled for"):
      guard let arch = Architecture.name(of: value.prefix { $0 != "-" }) else { return }
      printout.claim(.arch(arch), at: offset, source: .sentence)
    default: break
    }
  }
}

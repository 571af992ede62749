/// `neofetch` and its kin beside their picture, and the line that `inxi` begins with.
enum NeofetchOutput {
  /// `       _,met$$$$$gg.          OS: Debian GNU/Linux 12 (bookworm) x86_64`
  static func read(_ printout: inout Printout) -> Int {
    let text = printout.text
    guard text.utf8.count <= 200, let mark = text.place(of: "OS: "),
      text[..<mark.lowerBound].isEmpty || text[..<mark.lowerBound].hasSuffix("  ")
    else { return inxi(&printout) }
    guard hasKernel(printout) else { return 0 }
    let value = text[mark.upperBound...]
    var title = OSTitle(value)
    if title == nil, let space = value.lastIndex(of: " ") {
      title = OSTitle(value[..<space])
      if let arch = Architecture.name(of: value[value.index(after: space)...]) {
        printout.claim(.arch(arch))
      }
    }
    guard let title else { return 0 }
    printout.claim(title.subject)
    var count = 1
    while count < 40, let line = printout.line(count), !line.isEmpty, !PasteHeading.isFence(line) {
      count += 1
    }
    return count
  }

  /// Within a few lines, as the tools print it.
  private static func hasKernel(_ printout: Printout) -> Bool {
    (1...3).contains { printout.line($0)?.has("Kernel: ") == true }
  }

  /// `System: Host: nas Kernel: 6.1.0-17-amd64 arch: x86_64 … Distro: Debian GNU/Linux 12 (bookworm)`
  private static func inxi(_ printout: inout Printout) -> Int {
    let text = printout.text
    guard let mark = text.place(of: "Distro: "), text.has("Kernel: ") || isBelowSystem(printout)
    else { return 0 }
    guard let title = OSTitle(text[mark.upperBound...]) else { return 0 }
    printout.claim(title.subject)
    for label in ["arch: ", "Kernel: "] {
      guard let range = text.place(of: label) else { continue }
      let words = text[range.upperBound...].words(limit: 2)
      if let arch = words.lazy.compactMap({ Architecture.name(of: $0) }).first {
        printout.claim(.arch(arch))
        break
      }
    }
    return 1
  }

  private static func isBelowSystem(_ printout: Printout) -> Bool {
    (1...2).contains { back in
      let at = printout.index - back
      return at >= 0 && printout.lines[at].printed.has("Kernel: ")
    }
  }
}

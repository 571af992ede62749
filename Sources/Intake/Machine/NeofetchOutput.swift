/// `neofetch` and its kin beside their picture, and the line that `inxi` begins with.
enum NeofetchOutput {
  /// `       _,met$$$$$gg.          OS: Debian GNU/Linux 12 (bookworm) x86_64`
  static func read(_ printout: inout Printout) -> Int {
    let text = printout.text
    guard text.utf8.count <= 200, let mark = text.place(of: "OS: "),
      text[..<mark.lowerBound].isEmpty || text[..<mark.lowerBound].hasSuffix("  ")
    else { return 0 }
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

  static let heads = ["system", "desktop", "distro", "console"]

  /// `System: Host: nas Kernel: 6.1.0-17-amd64 arch: x86_64 … Distro: Debian GNU/Linux 12 (bookworm)`,
  /// in one line or in a few, with what the system is based on in the last.
  static func inxi(_ printout: inout Printout) -> Int {
    let first = printout.text
    guard first.starts("System:") || first.has("Distro: ") else { return 0 }
    var (count, hasKernel, isTold) = (0, false, false)
    while count < 6, let line = printout.line(count), !line.isEmpty {
      hasKernel = hasKernel || line.has("Kernel: ") || (count == 0 && isBelowKernel(printout))
      if let mark = line.place(of: "Distro: "), hasKernel {
        guard let title = title(line[mark.upperBound...]) else { return 0 }
        printout.claim(title.subject, at: count)
        isTold = true
      } else if isTold {
        if line.starts("base: ") { count += 1 }
        return count
      }
      if let arch = arch(line) { printout.claim(.arch(arch), at: count) }
      count += 1
    }
    return isTold ? count : 0
  }

  /// `Linux Mint 21.3 Virginia`: the code name may stand bare.
  private static func title(_ text: Substring) -> OSTitle? {
    let words = text.words(limit: 8)
    return (0...2).lazy.compactMap { less in
      words.count > less ? OSTitle(words.dropLast(less).joined(separator: " ")[...]) : nil
    }.first
  }

  private static func arch(_ line: Substring) -> String? {
    for label in ["arch: ", "Kernel: "] {
      guard let range = line.place(of: label) else { continue }
      let words = line[range.upperBound...].words(limit: 2)
      if let arch = words.lazy.compactMap({ Architecture.name(of: $0) }).first { return arch }
    }
    return nil
  }

  private static func isBelowKernel(_ printout: Printout) -> Bool {
    (1...2).contains { back in
      let at = printout.index - back
      return at >= 0 && printout.lines[at].printed.has("Kernel: ")
    }
  }
}

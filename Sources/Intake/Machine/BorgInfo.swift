/// Borg's report of a machine: `Linux: CentOS Linux 7.6.1810 Core` above
/// `Borg: 1.1.9  Python: 2.7.5`.
enum BorgInfo {
  static let heads = ["platform", "linux"]

  static func read(_ printout: inout Printout) -> Int {
    let count = (0..<4).first { printout.line($0)?.starts("Borg: ") == true }
    guard let count, let words = printout.line(count)?.words(limit: 2), words.count == 2,
      let version = PrintedVersion.plain(words[1])
    else { return 0 }
    for offset in 0..<count {
      guard let value = printout.line(offset)?.labelled?.value else { continue }
      // `CentOS Linux 7.6.1810 Core`: the code name without brackets.
      let title =
        OSTitle(value) ?? OSTitle(value.prefix(upTo: value.lastIndex(of: " ") ?? value.endIndex))
      if let title { printout.claim(title.subject, at: offset) }
    }
    printout.claim(.product(name: "borgbackup", version: version), at: count)
    return count + 1
  }
}

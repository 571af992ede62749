/// What `rclone version` prints.
enum RcloneVersion {
  static let heads = ["rclone"]

  static func read(_ printout: inout Printout) -> Int {
    let words = printout.text.words(limit: 4)
    guard words.count == 2, words[1].starts("v"), let version = PrintedVersion.plain(words[1]),
      printout.line(1)?.starts("- ") == true
    else { return 0 }
    printout.claim(.software(name: "rclone", version: version))
    var count = 1
    while count < 16, let line = printout.line(count), let field = line.after("- "),
      let (label, value) = field.labelled, label.contains("/")
    {
      claim(label, value, at: count, &printout)
      count += 1
    }
    return count
  }

  /// `- os/version: Microsoft Windows 11 Pro 22H2 (64 bit)`
  private static func claim(
    _ label: String, _ value: Substring, at offset: Int, _ printout: inout Printout
  ) {
    switch label {
    case "os/version":
      guard let title = OSTitle(value) else { return }
      printout.claim(.os(id: title.id, versions: title.version.map { [$0] } ?? []), at: offset)
    case "os/arch", "os/kernel":
      let word = value.split(separator: " ").last?.filter { !"()".contains($0) } ?? ""
      guard let arch = Architecture.name(of: word[...]) else { return }
      printout.claim(.arch(arch), at: offset)
    default: break
    }
  }
}

/// What `curl --version` prints; the protocols it lists are those it was built with.
enum CurlVersion {
  static let heads = ["curl"]

  static func read(_ printout: inout Printout) -> Int {
    let words = printout.text.words(limit: 4)
    guard words.count == 4, words[2].starts("("), words[3].starts("libcurl/"),
      let version = PrintedVersion.plain(words[1])
    else { return 0 }
    printout.claim(.software(name: "curl", version: version))
    if let arch = Architecture.name(of: words[2].dropFirst().prefix { $0 != "-" }) {
      printout.claim(.arch(arch))
    }
    var count = 1
    while count < 6, let line = printout.line(count),
      ["release-date", "protocols", "features"].contains(line.head)
    {
      count += 1
    }
    return count
  }
}

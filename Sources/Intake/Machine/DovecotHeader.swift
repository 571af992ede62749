/// What `doveconf -n` says above the configuration: `# 2.3.21 (47349e2482): /etc/dovecot/…`,
/// `# OS: FreeBSD 14.0-RELEASE-p4 amd64  zfs`.
enum DovecotHeader {
  static let heads = ["#"]

  static func read(_ printout: inout Printout) -> Int {
    if let rest = printout.text.after("# OS: ") { return system(rest, &printout) }
    let words = printout.text.words(limit: 4)
    guard words.count == 4, words[2].hasSuffix("):"), words[3].hasSuffix("dovecot.conf"),
      let version = PrintedVersion.plain(words[1])
    else { return 0 }
    printout.claim(.product(name: "dovecot", version: version))
    return 1
  }

  /// `Linux 5.10.0-28-amd64 x86_64 Debian 11.8 ext4`: the kernel, its machine and the system.
  private static func system(_ rest: Substring, _ printout: inout Printout) -> Int {
    let words = rest.words(limit: 10)
    guard words.count >= 3, let at = words.firstIndex(where: { Architecture.name(of: $0) != nil }),
      let arch = Architecture.name(of: words[at])
    else { return 0 }
    printout.claim(.arch(arch))
    let name = words[0] == "Linux" ? words[(at + 1)...].prefix(2) : words[..<2]
    let title = OSTitle(name.joined(separator: " ")[...]) ?? name.first.flatMap { OSTitle($0) }
    if let title { printout.claim(title.subject) }
    return 1
  }
}

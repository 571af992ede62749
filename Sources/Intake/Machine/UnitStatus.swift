/// What `systemctl status` prints of a service, and other words on whether a firewall is on.
enum UnitStatus {
  /// `● firewalld.service - firewalld - dynamic firewall daemon` and the indented lines below.
  static func read(_ printout: inout Printout) -> Int {
    let words = printout.text.words(limit: 3)
    guard words.count >= 2, let unit = words[1].hasSuffix(".service") ? words[1].dropLast(8) : nil
    else { return 0 }
    var (count, isRunning, isKnown) = (1, Bool?.none, false)
    while count < 30, let line = printout.line(count), let first = line.utf8.first,
      !line.starts("●"), !ShellPrompt.mayStart(line, first) || ShellPrompt(line) == nil
    {
      if let (label, value) = line.labelled, label == "active" {
        isRunning = self.isRunning(value.words(limit: 3))
        isKnown = true
      }
      guard line.labelled != nil || printout.indent(count) > 0 || line.has("└") || line.has("├")
      else { break }
      count += 1
    }
    // `failed` tells neither.
    if let isRunning { claim(String(unit), isRunning: isRunning, at: 0, &printout) }
    return isKnown ? count : 0
  }

  /// `Status: inactive` of `ufw status`, which stands alone.
  static func readUFW(_ printout: inout Printout) -> Int {
    guard printout.command == .plain, printout.text.utf8.count <= 40,
      let (label, value) = printout.text.labelled, label == "status", value == "inactive"
    else { return 0 }
    claim("ufw", isRunning: false, at: 0, &printout)
    return 1
  }

  /// Nil for a word that tells neither.
  static func isRunning(_ words: [Substring]) -> Bool? {
    switch words.first {
    case "active", "running", "enabled": true
    case "inactive", "dead", "not", "disabled", "unknown": false
    default: nil
    }
  }

  /// Only of firewalls is it a fact that none runs: other services may be somewhere else.
  static func claim(
    _ unit: String, isRunning: Bool, at offset: Int, _ printout: inout Printout
  ) {
    let name = unit.hasSuffix(".service") ? String(unit.dropLast(8)) : unit
    if firewalls.contains(name) {
      printout.claim(
        .integration(kind: "firewall", name: isRunning ? name : nil, detail: nil), at: offset,
        stance: isRunning ? .present : .absent)
    } else if let (kind, title) = others[name], isRunning {
      printout.claim(.integration(kind: kind, name: title, detail: nil), at: offset)
    } else if NamedSoftware(name[...]).isKnown, isRunning {
      printout.claim(
        .product(name: NamedSoftware(name[...]).product, version: nil), at: offset, source: .aside)
    }
  }

  private static let firewalls: Set<String> = [
    "firewalld", "ufw", "iptables", "nftables", "ip6tables", "netfilter-persistent", "shorewall",
  ]
  private static let others = [
    "keepalived": ("ha", "keepalived"), "pacemaker": ("ha", "Pacemaker"),
    "docker": ("container", "Docker"), "clamd@scan": ("antivirus", "ClamAV"),
    "clamav-daemon": ("antivirus", "ClamAV"),
  ]
}

/// The support string of Vaultwarden: `* Vaultwarden version: v1.30.1` and what it found of itself.
enum VaultwardenReport {
  static let heads = ["*"]

  static func read(_ printout: inout Printout) -> Int {
    guard printout.text.starts("* Vaultwarden version: ") else { return 0 }
    var count = 0
    // From `Clients used:` on its user fills it in.
    while count < 40, let (label, value) = printout.line(count)?.after("* ")?.labelled,
      label != "clients used"
    {
      claim(label, value, at: count, &printout)
      count += 1
    }
    return count
  }

  private static func claim(
    _ label: String, _ value: Substring, at offset: Int, _ printout: inout Printout
  ) {
    func integration(_ kind: String, _ name: String?) {
      printout.claim(.integration(kind: kind, name: name, detail: nil), at: offset)
    }
    switch label {
    case "vaultwarden version":
      guard let version = PrintedVersion.plain(value) else { return }
      printout.claim(.product(name: "vaultwarden", version: version), at: offset)
    case "os/arch":
      if let arch = value.split(separator: "/").last.flatMap(Architecture.name) {
        printout.claim(.arch(arch), at: offset)
      }
    case "running within a container" where value.starts("true"): integration("container", nil)
    case "uses a reverse proxy" where value == "true": integration("proxy", nil)
    case "database type": integration("database", String(value))
    default: break
    }
  }
}

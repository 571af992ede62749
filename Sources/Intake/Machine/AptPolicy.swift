/// `apt-cache policy vsftpd`: the installed version among those that could be.
enum AptPolicy {
  static func read(_ printout: inout Printout) -> Int {
    let name = printout.text.dropLast()
    guard printout.text.hasSuffix(":"), !name.contains(" "),
      let installed = printout.line(1)?.labelled, labels.contains(installed.label),
      printout.line(2)?.labelled != nil
    else { return 0 }
    if let version = PrintedVersion.upstream(installed.value) {
      let product = KnownPackages.product(of: name)?.name ?? NamedSoftware(name).product
      printout.claim(
        .product(name: product, version: version), at: 1, place: .list)
    }
    var count = 2
    while count < 40, let line = printout.line(count), !line.isEmpty, printout.indent(count) > 0 {
      count += 1
    }
    return count
  }

  private static let labels: Set<String> = [
    "installed", "installiert", "installé", "instalados", "instalado", "installato",
    "zainstalowana", "geïnstalleerd",
  ]
}

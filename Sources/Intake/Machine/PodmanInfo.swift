/// `podman info`: `host:` with indented keys, among them the distribution's own.
enum PodmanInfo {
  static let heads = ["host"]

  static func read(_ printout: inout Printout) -> Int {
    guard printout.text == "host:", printout.line(1)?.labelled?.label == "arch" else { return 0 }
    var (count, end, section) = (1, 1, "")
    var id: String?
    while count < 160, let line = printout.line(count) {
      guard line.isEmpty || printout.indent(count) > 0 || line.hasSuffix(":") else { break }
      if let (label, value) = line.labelled {
        let word = value.filter { !"\"'".contains($0) }[...]
        switch (section, label) {
        case ("", "arch"):
          if let arch = Architecture.name(of: word) { printout.claim(.arch(arch), at: count) }
        case ("distribution", "distribution"): id = word.isEmpty ? nil : String(word)
        case ("distribution", "version"):
          guard let id, PrintedVersion.isNumeric(word) else { break }
          printout.claim(.os(id: id, versions: [String(word)]), at: count)
        case ("version", "version"):
          guard let version = PrintedVersion.plain(word) else { break }
          printout.claim(.product(name: "podman", version: version), at: count, place: .list)
        default: break
        }
        if value.isEmpty { section = label }
        end = count + 1
      }
      count += 1
    }
    return end
  }
}

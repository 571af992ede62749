/// `drakkan/sftpgo:v2.5.6-alpine`, and what it says of the installation.
struct ContainerImage {
  var name: String
  /// Nil for `latest` and other words.
  var version: String?
  var software: NamedSoftware

  init(_ text: Substring) {
    let path = text.prefix { $0 != "@" && $0 != " " }.split(separator: "/")
    let parts = (path.last ?? "").split(separator: ":", maxSplits: 1)
    name = parts.first.map { $0.lowercased() } ?? ""
    // `2.5.6-alpine`: the variant is the image's.
    version = parts.count < 2 ? nil : PrintedVersion.plain(parts[1].prefix { $0 != "-" })
    software = NamedSoftware(name[...])
    // `gotify/server`, `linuxserver/nextcloud`
    if !software.isKnown, Self.roles.contains(name), path.count > 1 {
      software = NamedSoftware(path[path.count - 2])
    }
  }

  /// The subjects it names, and whether only in passing.
  var subjects: [(subject: Claim.Subject, source: Claim.Source, place: Claim.Place)] {
    let product = Claim.Subject.product(name: software.product, version: productVersion)
    guard let (kind, name) = software.integration else {
      return [(product, .machine, software.isKnown && !software.isHelper ? .text : .list)]
    }
    let integration = Claim.Subject.integration(
      kind: kind, name: name, detail: version)
    let beside: (Claim.Subject, Claim.Source, Claim.Place) =
      software.isHelper ? (product, .machine, .list) : (product, .sentence, .text)
    // What only watches the others is no part of them.
    return kind == "management" ? [beside] : [beside, (integration, .machine, .text)]
  }

  private static let roles: Set<String> = ["server", "app", "web", "backend", "core", "api"]

  /// Nil where the image is numbered by those who made it.
  private var productVersion: String? {
    ["sftp", "alpine-ftp-server", "openssh-server"].contains(name) ? nil : version
  }

  func claim(at offset: Int, _ printout: inout Printout) {
    for (subject, source, place) in subjects {
      printout.claim(subject, at: offset, source: source, place: place)
    }
  }
}

/// `occ status` of Nextcloud and ownCloud: `- installed: true`, `- versionstring: 27.1.5`, …
enum OccStatus {
  static let heads = ["-"]

  static func read(_ printout: inout Printout) -> Int {
    guard printout.text.starts("- installed: ") else { return 0 }
    var (count, name) = (0, "nextcloud")
    var version: (text: String, offset: Int)?
    while count < 14, let field = printout.line(count)?.after("- "),
      let (label, value) = field.labelled
    {
      switch label {
      case "versionstring": version = PrintedVersion.plain(value).map { ($0, count) }
      case "productname" where !value.isEmpty: name = value.lowercased()
      case "edition" where value == "Community" || value == "Enterprise": name = "owncloud"
      default: break
      }
      count += 1
    }
    guard let version else { return 0 }
    printout.claim(.product(name: name, version: version.text), at: version.offset)
    return count
  }
}

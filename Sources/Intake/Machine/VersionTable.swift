/// A table of what runs: `Component | Version` and rows such as `LibreNMS  | 21.9.0`.
enum VersionTable {
  static let heads = ["component"]

  static func read(_ printout: inout Printout) -> Int {
    guard let (_, title) = cells(printout.text),
      ["version", "versions"].contains(title.lowercased())
    else { return 0 }
    var (count, isFirst) = (1, true)
    while count < 60, let line = printout.line(count), let (name, value) = cells(line) {
      // `Database | MariaDB 10.11.11`
      let words = value.words(limit: 2)
      let own = words.first.flatMap(PrintedVersion.plain)
      if let version = own ?? words.last.flatMap(PrintedVersion.plain) {
        let software = NamedSoftware(own == nil ? words[0] : name)
        claim(software, version, isFirst: isFirst, at: count, &printout)
        isFirst = false
      }
      count += 1
    }
    return isFirst ? 0 : count
  }

  /// The first row is the application's, the others what it needs.
  private static func claim(
    _ software: NamedSoftware, _ version: String, isFirst: Bool, at offset: Int,
    _ printout: inout Printout
  ) {
    printout.claim(
      .product(name: software.product, version: version), at: offset,
      place: isFirst && software.isKnown ? .text : .list)
    guard let (kind, name) = software.integration, kind == "database", !isFirst else { return }
    let make = version.contains("MariaDB") ? "MariaDB" : name
    printout.claim(.integration(kind: kind, name: make, detail: nil), at: offset)
  }

  private static func cells(_ line: Substring) -> (Substring, Substring)? {
    guard let bar = line.place(of: "|"), bar.lowerBound > line.startIndex else { return nil }
    let rest = line[bar.upperBound...].prefix { $0 != "|" }
    return (line[..<bar.lowerBound].trimmedSpace, rest.trimmedSpace)
  }
}

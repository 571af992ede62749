/// What databases answer when they are asked for their version.
enum DatabaseVersion {
  static let heads = [
    "postgresql", "version", "server_version", "@@version", "microsoft", "version_full", "oracle",
  ]

  static func read(_ printout: inout Printout) -> Int {
    let text = printout.text
    if let version = row(text) { return claimRow(version, &printout) }
    if let rest = text.after("PostgreSQL ") { return postgreSQL(rest, &printout) }
    if let rest = text.after("Microsoft SQL Server ") { return sqlServer(rest, &printout) }
    return column(&printout)
  }

  /// `version | 10.5.23-MariaDB-0+deb11u1`, of `SHOW VARIABLES`.
  private static func row(_ text: Substring) -> Substring? {
    let words = text.words(limit: 4)
    guard words.count >= 3, words[0] == "version", words[1] == "|", words[2].has("MariaDB") else {
      return nil
    }
    return words[2]
  }

  private static func claimRow(_ word: Substring, _ printout: inout Printout) -> Int {
    guard let version = PrintedVersion.upstream(word) else { return 0 }
    claim("mariadb", version, &printout)
    return 1
  }

  /// `PostgreSQL 15.6 (Debian 15.6-0+deb12u1) on x86_64-pc-linux-gnu, compiled by gcc …`
  private static func postgreSQL(_ rest: Substring, _ printout: inout Printout) -> Int {
    let words = rest.words(limit: 12)
    guard let version = words.first.flatMap(PrintedVersion.plain),
      let on = words.firstIndex(of: "on"),
      on + 1 < words.count, words.contains("compiled")
    else { return 0 }
    claim("postgresql", version, &printout)
    if let arch = Architecture.name(of: words[on + 1].prefix { $0 != "-" }) {
      printout.claim(.arch(arch), source: .sentence)
    }
    return 1
  }

  /// `Microsoft SQL Server 2019 (RTM-CU22) - 15.0.4322.2 (X64)` and three more lines.
  private static func sqlServer(_ rest: Substring, _ printout: inout Printout) -> Int {
    guard rest.has(") - "), rest.has("(X64)"), let version = rest.words(limit: 1).first else {
      return 0
    }
    claim("sql server", String(version), &printout)
    var count = 1
    while count < 4, let line = printout.line(count), !line.isEmpty { count += 1 }
    return count
  }

  /// A column's head, a rule and the value: `version()`, `@@version`, `server_version`.
  private static func column(_ printout: inout Printout) -> Int {
    let head = printout.text.lowercased().trimmed
    guard
      ["version()", "version() |", "@@version", "@@version |", "server_version", "version_full"]
        .contains(head)
    else { return 0 }
    for offset in 1...3 {
      guard let line = printout.line(offset), let word = line.words(limit: 2).first else {
        continue
      }
      if line.starts("PostgreSQL ") || line.starts("Microsoft ") { return 0 }
      guard let version = PrintedVersion.upstream(word) else { continue }
      let name =
        head == "version_full"
        ? "oracle database"
        : line.has("MariaDB") ? "mariadb" : head == "server_version" ? "postgresql" : "mysql"
      claim(name, version, at: offset, &printout)
      return offset + 1
    }
    return 0
  }

  /// A database of its own, or what another product keeps its data in.
  private static func claim(
    _ name: String, _ version: String, at offset: Int = 0, _ printout: inout Printout
  ) {
    let software = NamedSoftware(name[...])
    printout.claim(
      .product(name: software.product, version: version), at: offset, source: .sentence)
    guard let (kind, name) = software.integration else { return }
    printout.claim(
      .integration(kind: kind, name: name, detail: version), at: offset, source: .sentence)
  }
}

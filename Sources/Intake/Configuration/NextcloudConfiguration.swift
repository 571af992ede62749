/// `config.php` of Nextcloud and ownCloud: a PHP array, `'dbtype' => 'pgsql',` line by line.
enum NextcloudConfiguration {
  static let heads = ["$config"]

  static func read(_ printout: inout Printout) -> Int {
    guard printout.text.starts("$CONFIG"), printout.text.has("=") else { return 0 }
    var count = 1
    while count < 300, let line = printout.line(count), isArray(line) {
      count += 1
      if line.starts(");") || line.starts("];") { break }
      if let (key, value) = pair(line) { claim(key, value, at: count - 1, &printout) }
    }
    return count
  }

  /// What may stand in the array; a part that was pasted without its end is followed by prose.
  private static func isArray(_ line: Substring) -> Bool {
    guard let first = line.utf8.first else { return true }
    return "'\")]/*#".utf8.contains(first) || first.isDigitByte || line.starts("array")
  }

  private static func pair(_ line: Substring) -> (Substring, Substring)? {
    guard let arrow = line.place(of: "=>") else { return nil }
    func bare(_ text: Substring) -> Substring {
      var text = text.trimmedSpace
      while let last = text.last, "',\"".contains(last) { text = text.dropLast() }
      return text.drop { "'\"".contains($0) }
    }
    return (bare(line[..<arrow.lowerBound]), bare(line[arrow.upperBound...]))
  }

  private static func claim(
    _ key: Substring, _ value: Substring, at offset: Int, _ printout: inout Printout
  ) {
    func integration(_ kind: String, _ name: String?) {
      printout.claim(.integration(kind: kind, name: name, detail: nil), at: offset)
    }
    switch key {
    case "version":
      // The fourth number is the build's.
      let parts = value.split(separator: ".")
      guard parts.count >= 3, parts.allSatisfy({ Int($0) != nil }) else { return }
      let version = parts.prefix(3).joined(separator: ".")
      printout.claim(.product(name: "nextcloud", version: version), at: offset, place: .list)
    case "dbtype":
      let names = ["pgsql": "PostgreSQL", "mysql": "MySQL", "sqlite3": "SQLite", "oci": "Oracle"]
      if let name = names[String(value)] { integration("database", name) }
    case "trusted_proxies": integration("proxy", nil)
    case "overwriteprotocol" where value == "https":
      printout.claim(.protocol("https"), at: offset, source: .sentence)
    case "ldapProviderFactory": integration("ldap", nil)
    case "objectstore": integration("network-storage", nil)
    case "logtimezone", "default_timezone":
      if let zone = ZoneText.name(value) { printout.claim(.timezone(zone), at: offset) }
    default: break
    }
  }
}

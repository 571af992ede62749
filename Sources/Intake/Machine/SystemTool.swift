/// A program whose output is labelled lines, and what its labels mean.
struct SystemTool: Sendable {
  enum Field: Hashable {
    case title, name, version, arch, zone, locale, machine, host
    /// Only nodes of a Kubernetes cluster have it.
    case cluster
    /// Said by the tool, of no matter here; told apart so that they count.
    case other(String)
  }
  typealias Values = [Field: (text: Substring, offset: Int)]

  var labels: [String: Field]
  /// How many of its labels together cannot be a person's.
  var minimum = 3
  var indent = Int.max
  /// Whether one such line alone is the tool's.
  var isOwn: @Sendable (Field, Substring) -> Bool = { _, _ in false }

  init(
    _ fields: [(Field, [String])], other: [String], minimum: Int = 3, indent: Int = .max,
    isOwn: @escaping @Sendable (Field, Substring) -> Bool = { _, _ in false }
  ) {
    labels = Dictionary(uniqueKeysWithValues: other.map { ($0, Field.other($0)) })
    for (field, names) in fields {
      for name in names { labels[name] = field }
    }
    self.minimum = minimum
    self.indent = indent
    self.isOwn = isOwn
  }

  /// A line that belongs to the block though its label is not known: those of `systeminfo` are of
  /// many languages, but their values stand in one column.
  func continues(_ line: Substring, indent: Int, column: Int) -> Bool {
    indent >= self.indent || self.indent < .max && column > 12 && line.valueColumn == column
  }

  func claim(_ values: Values, _ printout: inout Printout) {
    if let host = values[.host] { printout.printedHost = PrintedMachine.host(host.text) }
    if let (id, versions, offset) = Self.system(values) {
      printout.claim(.os(id: id, versions: versions), at: offset)
    }
    if let (text, offset) = values[.arch] ?? values[.machine], let arch = Self.arch(text) {
      printout.claim(.arch(arch), at: offset)
    }
    if let (text, offset) = values[.zone], let zone = ZoneText.zone(text) {
      printout.claim(.timezone(zone), at: offset)
    }
    if let (_, offset) = values[.cluster] {
      printout.claim(.integration(kind: "container", name: "Kubernetes", detail: nil), at: offset)
    }
    if let (text, offset) = values[.locale], let locale = LocaleLines.name(text) {
      printout.claim(.locale(locale), at: offset)
    }
  }

  private static func system(_ values: Values) -> (String, [String], Int)? {
    let title = values[.title].flatMap { OSTitle($0.text) }
    guard let name = values[.name] else {
      guard let title, let offset = values[.title]?.offset else { return nil }
      return (title.id, title.version.map { [$0] } ?? [], offset)
    }
    // `7 (Core)`
    guard var version = values[.version] else {
      return title.map { ($0.id, $0.version.map { [$0] } ?? [], values[.title]?.offset ?? 0) }
    }
    version.text = version.text.prefix { $0 != " " }
    guard PrintedVersion.isNumeric(version.text) else {
      return title.map { ($0.id, $0.version.map { [$0] } ?? [], values[.title]?.offset ?? 0) }
    }
    let key = name.text.lowercased()
    let ids = [
      "redhatenterprise": "rhel", "redhatenterpriseserver": "rhel", "oracleserver": "ol",
      "mac os x": "macos", "amazon": "amzn", "suse": "sles", "suse linux": "sles",
      "opensuse": "opensuse-leap", "centosstream": "centos",
    ]
    let id = ids[key] ?? title?.id ?? OSTitle(name.text)?.id ?? (key.contains(" ") ? nil : key)
    guard let id, (1...40).contains(id.utf8.count),
      id.utf8.allSatisfy({ $0.isNameByte || $0 == UInt8(ascii: "-") })
    else {
      return nil
    }
    return (id, [String(version.text)], version.offset)
  }

  /// `x86-64`, `x64-based PC`, `x64-basierter PC`, `PC à base de x64`
  private static func arch(_ text: Substring) -> String? {
    if text.starts("PowerPC_") { return "ppc64" }
    // Windows has no other of so many bits that says no more.
    if text.lowercased().hasPrefix("64-bit") { return "x86_64" }
    return text.split { $0 == " " || $0 == "/" }.lazy.compactMap { word in
      Architecture.name(of: word) ?? Architecture.name(of: word.prefix { $0 != "-" })
    }.first
  }
}

extension Substring {
  /// Where the value behind the first colon begins, in characters; nil without a value.
  var valueColumn: Int? {
    guard let colon = firstIndex(of: ":") else { return nil }
    let behind = self[index(after: colon)...]
    guard behind.first == " ", let value = behind.firstIndex(where: { $0 != " " }) else {
      return nil
    }
    return distance(from: startIndex, to: value)
  }
}

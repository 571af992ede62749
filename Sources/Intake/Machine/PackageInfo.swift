/// One package told in labelled lines: `rpm -qi`, `dnf info`, `dpkg -s`, `apt show`, `pkg info x`.
enum PackageInfo {
  static let heads = ["name", "package"]
  private static let labels: Set<String> = [
    "name", "package", "version", "release", "architecture", "arch", "size", "source", "repository",
    "summary", "license", "install date", "group", "vendor", "build date", "from repo",
    "maintainer", "section", "priority", "installed-size", "depends", "status", "source rpm",
    "url", "packager", "epoch", "relocations", "build host", "signature", "from repository",
    "installed on", "origin", "categories", "licenses", "prefix", "homepage", "provides",
  ]

  /// A form may ask for a name, a version and a status too.
  private static let own: Set<String> = [
    "release", "architecture", "arch", "repository", "from repo", "from repository", "source rpm",
    "installed-size", "maintainer", "packager", "origin", "categories", "licenses", "installed on",
  ]

  static func read(_ printout: inout Printout) -> Int {
    var values: [String: (text: Substring, offset: Int)] = [:]
    var count = 0
    while count < 40, let line = printout.line(count), let (label, value) = line.labelled,
      labels.contains(label)
    {
      if values[label] == nil { values[label] = (value, count) }
      count += 1
    }
    guard values.count >= 3, values.keys.contains(where: own.contains),
      let name = values["name"] ?? values["package"],
      let version = values["version"], name.text.words(limit: 2).count == 1,
      let number = PrintedVersion.upstream(version.text.prefix { $0 != "_" && $0 != "," }),
      version.offset > name.offset
    else { return 0 }
    let software = NamedSoftware(name.text)
    printout.claim(
      .product(name: software.product, version: number), at: version.offset,
      place: software.isKnown && !software.isHelper ? .text : .list)
    if let (text, offset) = values["architecture"] ?? values["arch"],
      let arch = text.split(separator: ":").last.flatMap(Architecture.name)
    {
      printout.claim(.arch(arch), at: offset)
    }
    return count
  }
}

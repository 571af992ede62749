/// `/etc/os-release` and `/etc/lsb-release`: lines of `KEY="value"`.
///
/// https://www.freedesktop.org/software/systemd/man/os-release.html
enum OSRelease {
  private static let keys: Set<String> = [
    "NAME", "VERSION", "ID", "ID_LIKE", "VARIANT", "VARIANT_ID", "VERSION_ID", "VERSION_CODENAME",
    "PLATFORM_ID", "PRETTY_NAME", "ANSI_COLOR", "CPE_NAME", "HOME_URL", "SUPPORT_URL",
    "BUG_REPORT_URL", "PRIVACY_POLICY_URL", "DOCUMENTATION_URL", "VENDOR_NAME", "VENDOR_URL",
    "LOGO", "UBUNTU_CODENAME", "DISTRIB_ID", "DISTRIB_RELEASE", "DISTRIB_CODENAME",
    "DISTRIB_DESCRIPTION", "IMAGE_ID", "IMAGE_VERSION", "BUILD_ID", "SUPPORT_END",
    "DEFAULT_HOSTNAME", "LSB_VERSION", "PATCHLEVEL",
  ]
  static let heads =
    keys.map { $0.lowercased() } + [
      "redhat_bugzilla_product", "redhat_bugzilla_produc", "redhat_support_product",
      "centos_mantisbt_project", "oracle_bugzilla_product", "rocky_support_product",
      "almalinux_mantisbt_projec", "/etc/os-release", "/etc/lsb-release",
    ]

  static func read(_ printout: inout Printout) -> Int {
    var values: [String: (value: Substring, offset: Int)] = [:]
    var count = 0
    while count < 60, let line = printout.line(count), let (key, value) = pair(line) {
      if values[key] == nil { values[key] = (value, count) }
      count += 1
    }
    guard isRelease(values.mapValues(\.value)) else { return 0 }
    claim(values, &printout)
    return count
  }

  /// A key of the file, or one that a vendor adds to it.
  private static func pair(_ line: Substring) -> (String, Substring)? {
    // `/etc/os-release:NAME="Debian"`, as grep prints it.
    var line = line
    if line.starts("/etc/"), let colon = line.place(of: "release:") {
      line = line[colon.upperBound...]
    }
    guard let (key, value) = line.assigned else { return nil }
    let name = String(key)
    guard
      keys.contains(name) || name.hasSuffix("_BUGZILLA_PRODUCT") || name.contains("_PRODUCT")
        || name.contains("_MANTISBT_")
    else { return nil }
    return (name, value)
  }

  /// One line is enough where its key or value is nobody else's.
  private static func isRelease(_ values: [String: Substring]) -> Bool {
    if let name = values["NAME"], let version = values["VERSION"], OSTitle(name) != nil {
      return version.utf8.first?.isDigitByte == true
    }
    if values.count >= 2 { return !values.keys.allSatisfy { ["NAME", "VERSION"].contains($0) } }
    if let title = values["PRETTY_NAME"] ?? values["DISTRIB_DESCRIPTION"] {
      return OSTitle(title) != nil
    }
    return values["VERSION_ID"].map(PrintedVersion.isNumeric) == true
      || values["DISTRIB_RELEASE"] != nil || values["DISTRIB_ID"] != nil
  }

  private static func claim(
    _ values: [String: (value: Substring, offset: Int)], _ printout: inout Printout
  ) {
    let titled = values["PRETTY_NAME"] ?? values["DISTRIB_DESCRIPTION"] ?? values["NAME"]
    let title = titled.flatMap { OSTitle($0.value) }
    // `VERSION="8.9 (Green Obsidian)"` where no more was asked for.
    var version = values["VERSION_ID"] ?? values["DISTRIB_RELEASE"]
    if version == nil, let (text, offset) = values["VERSION"] {
      version = (text.prefix { $0 != " " }, offset)
    }
    let named = values["ID"] ?? values["DISTRIB_ID"]
    let id = named.flatMap { identifier($0.value) } ?? title?.id
    let versions = [version.map { String($0.value) } ?? title?.version].compactMap { $0 }
    guard let id, versions.allSatisfy({ PrintedVersion.isNumeric($0[...]) }) else { return }
    let offset = version?.offset ?? titled?.offset ?? named?.offset ?? 0
    printout.claim(.os(id: id, versions: versions), at: offset)
  }

  private static func identifier(_ value: Substring) -> String? {
    let id = value.lowercased()
    guard (1...40).contains(id.utf8.count),
      id.utf8.allSatisfy({ $0.isNameByte || ".-".utf8.contains($0) })
    else { return nil }
    return ["redhatenterpriseserver": "rhel", "redhatenterprise": "rhel", "oracleserver": "ol"][id]
      ?? id
  }
}

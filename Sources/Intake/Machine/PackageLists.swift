/// Lines of `dpkg -l` and `apt list --installed`.
enum DebianPackages {
  static let heads =
    [
      "ii", "rc", "hi", "desired=unknown/install/re", "desired=unknown/install/r", "||/", "+++-",
      "desired", "|", "listing...",
    ] + ["proftpd-core/stable", "vsftpd/stable", "openssh-server/stable"]

  static func read(_ printout: inout Printout) -> Int {
    let words = printout.text.words(limit: 5)
    guard words.count >= 3, ["ii", "hi", "rc"].contains(words[0]),
      let version = PrintedVersion.upstream(words[2]) ?? (Int(words[2].prefix(1)) == nil ? nil : "")
    else { return 0 }
    // `rc`: removed, its configuration left.
    guard words[0] != "rc" else { return 1 }
    let name = words[1].prefix { $0 != ":" }
    PackageClaims.claim(
      name, version, arch: words.count > 3 ? words[3] : "", revision: words[2], &printout)
    return 1
  }
}

/// Lines of `rpm -qa`: `vsftpd-3.0.3-36.el8.x86_64`.
enum RPMPackages {
  private static let suffixes = [".x86_64", ".noarch", ".aarch64", ".i686", ".ppc64le", ".s390x"]

  static func read(_ printout: inout Printout) -> Int {
    let word = printout.text.prefix { $0 != " " && $0 != "\t" }
    guard word.utf8.count <= 200, let dot = word.lastIndex(of: "."),
      suffixes.contains(String(word[dot...]))
    else { return 0 }
    let parts = word[..<dot].split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[parts.count - 2].utf8.first?.isDigitByte == true,
      parts[parts.count - 1].utf8.first?.isDigitByte == true
    else { return 0 }
    let name = parts.dropLast(2).joined(separator: "-")
    let version = PrintedVersion.upstream(parts[parts.count - 2]) ?? ""
    PackageClaims.claim(
      name[...], version, arch: word[dot...].dropFirst(), revision: parts[parts.count - 1],
      &printout)
    return 1
  }
}

/// Lines of `apt list --installed`: `vsftpd/stable,now 3.0.3-13+b2 amd64 [installed]`.
enum AptPackages {
  static func read(_ printout: inout Printout) -> Int {
    let text = printout.text
    guard text.has(" [installed") || text.has("now ") else { return 0 }
    let words = text.words(limit: 5)
    guard words.count >= 3, let slash = words[0].firstIndex(of: "/"),
      let version = PrintedVersion.upstream(words[1])
    else { return 0 }
    PackageClaims.claim(
      words[0][..<slash], version, arch: words[2], revision: words[1], &printout)
    return 1
  }
}

/// What one line of a package list tells.
enum PackageClaims {
  static func claim(
    _ name: Substring, _ version: String, arch: Substring, revision: Substring,
    _ printout: inout Printout
  ) {
    printout.packages += 1
    // The second architecture of a system is that of its old libraries.
    if let arch = Architecture.name(of: arch), arch != "i686", printout.packages <= 200 {
      printout.claim(.arch(arch))
    }
    guard !version.isEmpty else { return }
    guard let product = KnownPackages.product(of: name) else {
      return list(NamedSoftware(name), version, &printout)
    }
    printout.claim(
      .product(name: product.name, version: version), source: product.isCommon ? .aside : .machine)
    if let range = revision.place(of: "deb"),
      let major = Int(revision[range.upperBound...].prefix { $0.isNumber })
    {
      printout.claim(.os(id: "debian", versions: [String(major)]), source: .aside)
    }
  }

  /// `jenkins-2.426.3`: the version of what the ticket is about, if it is about that, as it is where
  /// the package was asked for by its name.
  static func list(_ software: NamedSoftware, _ version: String, _ printout: inout Printout) {
    guard printout.packages <= 300, PrintedVersion.plain(version[...]) != nil else { return }
    let isMeant = software.isKnown && !software.isHelper && printout.isQueried(software.product)
    printout.claim(
      .product(name: software.product, version: version),
      source: isMeant ? .sentence : .machine, place: isMeant ? .text : .list)
  }
}

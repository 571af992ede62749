/// Lines of `pkg info`, `apk info -v`, `pacman -Q`, `lslpp -l`: a package in its first words.
enum PackageColumns {
  static func read(_ printout: inout Printout) -> Int {
    let words = printout.text.words(limit: 3)
    guard let first = words.first, let (name, version) = joined(first) ?? pair(words) else {
      return 0
    }
    printout.packages += 1
    if let product = KnownPackages.product(of: name) {
      printout.claim(
        .product(name: product.name, version: version),
        source: product.isCommon ? .aside : .machine)
    } else {
      PackageClaims.list(NamedSoftware(name), version, &printout)
    }
    return 1
  }

  /// `samba416-4.16.11_2,1`, `vsftpd-3.0.5-r2`
  private static func joined(_ word: Substring) -> (Substring, String)? {
    var parts = word.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count > 2, let last = parts.last, last.first == "r", Int(last.dropFirst()) != nil {
      parts.removeLast()
    }
    guard parts.count >= 2, let last = parts.last, last.utf8.first?.isDigitByte == true,
      let version = PrintedVersion.plain(last.prefix { $0 != "_" && $0 != "," })
    else { return nil }
    let end = parts.dropLast().map(\.utf8.count).reduce(parts.count - 2, +)
    return (word.prefix(end), version)
  }

  /// `vsftpd 3.0.5-1`, `openssh.base.server  8.1.102.2106  COMMITTED`
  private static func pair(_ words: [Substring]) -> (Substring, String)? {
    guard words.count >= 2, words[0].utf8.first?.isLetterByte == true,
      words[0].utf8.allSatisfy({ $0.isNameByte || "-.+/:@".utf8.contains($0) }),
      words[1].utf8.first?.isDigitByte == true, let version = PrintedVersion.upstream(words[1])
    else { return nil }
    return (words[0], version)
  }
}

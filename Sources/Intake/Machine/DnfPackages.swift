/// Lines of `dnf list`: `vsftpd.x86_64   3.0.5-5.el9   @appstream`.
enum DnfPackages {
  static func read(_ printout: inout Printout) -> Int {
    let name = printout.text.utf8.prefix(80).prefix { $0 != 32 && $0 != 9 }
    guard name.contains(UInt8(ascii: ".")) else { return 0 }
    let words = printout.text.words(limit: 4)
    guard words.count == 3, let dot = words[0].lastIndex(of: "."),
      Architecture.name(of: words[0][dot...].dropFirst()) != nil || words[0].hasSuffix(".noarch"),
      words[1].utf8.first?.isDigitByte == true, words[1].contains("-")
    else { return 0 }
    PackageClaims.claim(
      words[0][..<dot], PrintedVersion.upstream(words[1]) ?? "",
      arch: words[0][dot...].dropFirst(), revision: words[1], &printout)
    return 1
  }
}

/// An operating system's name as its files and tools print it: `Debian GNU/Linux 12 (bookworm)`.
struct OSTitle: Equatable {
  var id: String
  var version: String?

  /// Nil unless the text is a name, a version and what vendors add to them, and nothing else.
  init?(_ text: Substring) {
    var words = text.words(limit: 16)
    guard words.count < 16 else { return nil }
    if words.first?.lowercased() == "microsoft" { words.removeFirst() }
    if words.first?.lowercased() == "windows" {
      guard let windows = WindowsTitle.read(words.dropFirst()) else { return nil }
      (id, version) = windows
      return
    }
    let keys = words.map { $0.lowercased() }
    guard let name = Self.names[keys.first ?? ""]?.first(where: { keys.starts(with: $0.keys) })
    else { return nil }
    id = name.id
    var rest = words.dropFirst(name.keys.count)
    while let word = rest.first, ["release", "version"].contains(word.lowercased()) {
      rest = rest.dropFirst()
    }
    if let word = rest.first, let version = Self.version(word, of: name.id) {
      self.version = version
      rest = rest.dropFirst()
    }
    guard version != nil || rest.isEmpty, Self.isTail(rest) else { return nil }
  }

  var subject: Claim.Subject { .os(id: id, versions: version.map { [$0] } ?? []) }

  /// `7.9.2009` of CentOS is 7.9, built in 2009.
  private static func version(_ word: Substring, of id: String) -> String? {
    var word = word.first == "v" ? word.dropFirst() : word
    if let dash = word.firstIndex(of: "-"), id == "freebsd" || id == "openbsd" {
      word = word[..<dash]
    }
    guard PrintedVersion.isNumeric(word) else { return nil }
    let parts = word.split(separator: ".")
    if id == "centos", parts.count == 3, parts[2].count == 4 {
      return parts[..<2].joined(separator: ".")
    }
    return String(word)
  }

  /// `(Ootpa)`, `LTS`, `SP5`, `(64 bit)`, `\n \l`
  private static func isTail(_ words: ArraySlice<Substring>) -> Bool {
    var isInside = false
    for word in words {
      if word.hasPrefix("(") || word.hasPrefix("[") { isInside = true }
      let key = word.lowercased()
      let isKnown =
        ["lts", "\\n", "\\l", "\\r", "\\m", "-", "beta", "gnu/linux", "x86", "sparc"].contains(key)
        || (key.hasPrefix("sp") && key.dropFirst(2).allSatisfy(\.isNumber))
      guard isInside || isKnown else { return false }
      if word.hasSuffix(")") || word.hasSuffix("]") { isInside = false }
    }
    return !isInside
  }

  private struct Name {
    var id: String
    var keys: [String]
  }

  /// By first word, the longer name before the shorter one.
  private static let names: [String: [Name]] = {
    var names: [String: [Name]] = [:]
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: ":")
      for title in parts[1].split(separator: ",") {
        let keys = title.split(separator: " ").map(String.init)
        names[keys[0], default: []].append(Name(id: String(parts[0]), keys: keys))
      }
    }
    return names.mapValues { $0.sorted { $0.keys.count > $1.keys.count } }
  }()

  /// As os-release's `ID`: as titles have it.
  private static let table = """
    rhel:redhat,red hat enterprise linux,red hat enterprise linux server,red hat enterprise linux workstation
    centos:centos linux,centos stream,centos
    rocky:rocky linux,rocky
    almalinux:almalinux
    ol:oracle linux server,oracle linux
    fedora:fedora linux,fedora
    debian:debian gnu/linux,debian
    raspbian:raspbian gnu/linux,raspbian
    ubuntu:ubuntu
    sles:suse linux enterprise server,sles
    opensuse-leap:opensuse leap,opensuse-leap
    opensuse-tumbleweed:opensuse tumbleweed
    amzn:amazon linux,amazon linux ami
    alpine:alpine linux,alpine
    arch:arch linux
    manjaro:manjaro linux,manjaro
    gentoo:gentoo linux,gentoo base system
    linuxmint:linux mint,linuxmint
    kali:kali gnu/linux,kali
    nixos:nixos
    macos:macos,mac os x,darwin
    freebsd:freebsd
    openbsd:openbsd
    solaris:oracle solaris,solaris
    """
}

/// The words behind `Windows`.
enum WindowsTitle {
  private static let editions: Set<String> = [
    "standard", "datacenter", "essentials", "evaluation", "edition", "server", "core", "pro",
    "professional", "home", "enterprise", "education", "ultimate", "n", "ltsc", "ltsb", "for",
    "workstations", "version", "x64", "azure", "business", "famille", "entreprise", "single",
    "language", "insider", "preview", "iot",
  ]

  /// The id and version; a feature release such as `22H2` belongs to the version.
  static func read(_ words: ArraySlice<Substring>) -> (id: String, version: String?)? {
    var rest = words.map { $0.lowercased() }
    let isServer = rest.first == "server"
    if isServer { rest.removeFirst() }
    guard let number = rest.first else { return nil }
    let known =
      isServer
      ? number.count == 4 && number.hasPrefix("20") && number.allSatisfy(\.isNumber)
      : ["7", "8", "8.1", "10", "11", "xp", "vista"].contains(number)
    guard known else { return nil }
    rest.removeFirst()
    var version = number
    var isInside = false
    for word in rest {
      if word.hasPrefix("(") || word.hasPrefix("[") { isInside = true }
      if word == "r2", isServer {
        version += " R2"
      } else if !isServer, isFeature(word) {
        version += " " + word.uppercased()
      } else if !isInside, !editions.contains(word), !word.hasPrefix("sp") {
        return nil
      }
      if word.hasSuffix(")") || word.hasSuffix("]") { isInside = false }
    }
    return (isServer ? "windows-server" : "windows", version)
  }

  /// `22h2`, `1809`
  private static func isFeature(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    guard bytes.count == 4, bytes[0].isDigitByte, bytes[1].isDigitByte, bytes[3].isDigitByte else {
      return false
    }
    return bytes[2] == UInt8(ascii: "h")
      || (bytes[2].isDigitByte && (15...20).contains((bytes[0] - 48) * 10 + bytes[1] - 48))
  }
}

import CaseModel

/// Where os-release and osinfo-db name the same thing differently.
enum OSNaming {
  /// What osinfo-db's file names begin with.
  static func prefixes(of id: String) -> [String] {
    switch id {
    case "alpine": ["alpinelinux"]
    case "centos": ["centos", "centos-stream"]
    case "macos": ["macosx"]
    case "opensuse-leap": ["opensuse"]
    case "sles": ["sles", "sle"]
    case "windows", "windows-server": ["win"]
    default: [id]
    }
  }

  /// What an OS is like by its own os-release(5) `ID_LIKE`, where osinfo-db says nothing.
  static func likes(of id: String) -> [String] {
    switch id {
    case "ubuntu", "raspbian", "kali", "devuan": ["debian"]
    case "linuxmint", "pop", "elementary", "zorin": ["ubuntu", "debian"]
    case "amzn": ["fedora", "centos", "rhel"]
    case "manjaro", "endeavouros": ["arch"]
    default: []
    }
  }

  /// The versions to look for, most exact first: `22.04.3`, `22.04`, `22`; `7` is also `7.0`.
  static func versions(of os: EnvironmentProfile.OSWanted) -> [String] {
    if os.id == "windows-server" { return windowsServer(os.version) }
    let parts =
      os.version.lowercased().split(separator: " ").first.map(String.init)?
      .split(separator: ".", omittingEmptySubsequences: true) ?? []
    let versions = (1...max(1, parts.count)).reversed().map {
      parts.prefix($0).joined(separator: ".")
    }
    return versions + (parts.count == 1 ? ["\(parts[0]).0"] : [])
  }

  /// `2019` is `2k19`, `2012 R2` is `2k12r2`.
  private static func windowsServer(_ version: String) -> [String] {
    let text = version.lowercased().filter { !$0.isWhitespace }
    return text.hasPrefix("20") ? ["2k" + text.dropFirst(text.hasPrefix("200") ? 3 : 2)] : [text]
  }
}

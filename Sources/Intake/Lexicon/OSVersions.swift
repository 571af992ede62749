/// Which numbers may be a version of an OS: `Debian 12`, but not `Debian 64` or `Windows 3`.
enum OSVersions {
  static func isPlausible(_ version: String, of id: String) -> Bool {
    guard let major = Int(version.prefix { $0 != "." }) else { return false }
    let hasDot = version.contains(".")
    switch id {
    case "windows":
      return ["7", "8", "8.1", "10", "11", "2000", "xp", "vista"].contains(version)
        || version.hasPrefix("10.0.")
    case "windows-server": return (2000...2030).contains(major)
    case "debian": return (3...15).contains(major)
    case "ubuntu": return (4...27).contains(major)
    case "rhel", "centos", "rocky", "almalinux", "ol": return (3...10).contains(major)
    case "fedora": return (1...50).contains(major)
    case "sles": return (9...16).contains(major)
    case "opensuse-leap": return [10, 11, 12, 13, 15, 16, 42].contains(major)
    case "macos": return (10...27).contains(major)
    case "amzn": return [1, 2, 2018, 2023].contains(major) || hasDot
    case "alpine": return major == 3 || version == "edge"
    case "freebsd": return (4...16).contains(major)
    case "openbsd": return (3...8).contains(major)
    case "aix": return (4...7).contains(major)
    case "solaris": return (2...11).contains(major)
    case "hpux": return major == 11 || major == 10
    case "linuxmint": return (10...23).contains(major)
    case "raspbian": return (7...14).contains(major)
    case "synology-dsm": return (5...8).contains(major)
    case "arch", "gentoo", "void", "kali": return major >= 2000
    default: return true
    }
  }
}

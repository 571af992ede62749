/// Lines that are known by more than their first word.
enum ConfigurationShapes {
  private static let fileSystems: Set<Substring> = [
    "nfs", "nfs4", "cifs", "smb3", "ceph", "glusterfs",
  ]

  private static let kernelAreas = ["net.", "fs.", "vm.", "kernel."]

  static func signs(of line: ConfigurationLine) -> [ConfigurationWords.Sign] {
    let text = line.text
    // `:INPUT DROP [12:720]`
    if line.key == ":" {
      return text.last == "]" && text.has(" [") ? [.init(kind: .iptables, weight: 3)] : []
    }
    guard let first = text.utf8.first else { return [] }
    if first.isDigitByte || first == UInt8(ascii: ":") || text.starts("::1") {
      if isHost(text) {
        return [.init(kind: .hosts, weight: text.starts("127.") || text.starts("::1") ? 3 : 2)]
      }
      if isUFWRule(text) { return [.init(kind: .ufw, weight: 3)] }
    }
    if kernelAreas.contains(where: text.starts), isKernelParameter(text) {
      return [.init(kind: .sysctl, weight: 3)]
    }
    if text.starts("//") || text.has(":/"), isMount(text) {
      return [.init(kind: .fstab, weight: 4)]
    }
    return []
  }

  /// Whether a line with a known first word is really that kind's.
  static func fits(_ line: ConfigurationLine, _ kind: ConfigurationKind) -> Bool {
    let text = line.text
    switch kind {
    case .iptables:
      switch line.key {
      case "-a", "-p", "-n": return text.has(" -j ") || line.key != "-a"
      case "commit": return text == "COMMIT"
      default: return text.utf8.count <= 10
      }
    case .firewalld:
      return text.starts("<") ? text.hasSuffix(">") : text.utf8.contains(UInt8(ascii: ":"))
    case .rsyslog: return !line.value.isEmpty
    default: return false
    }
  }

  /// `192.0.2.7 db1.example.com db1`
  private static func isHost(_ text: Substring) -> Bool {
    let words = text.words(limit: 8)
    guard (2...7).contains(words.count), !words[1].isEmpty else { return false }
    let parts = words[0].split(separator: ".", omittingEmptySubsequences: false)
    let isIPv4 = parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    guard
      isIPv4 || words[0] == "::1" || words[0].hasPrefix("fe00::") || words[0].hasPrefix("ff02::")
    else { return false }
    return words.dropFirst().allSatisfy { word in
      word.utf8.first?.isLetterByte == true
        && word.utf8.allSatisfy { $0.isNameByte || ".-".utf8.contains($0) }
    }
  }

  /// `21/tcp    ALLOW    Anywhere`
  private static func isUFWRule(_ text: Substring) -> Bool {
    let words = text.words(limit: 8)
    return words.count >= 3 && words.contains { ["ALLOW", "DENY", "LIMIT", "REJECT"].contains($0) }
  }

  /// `net.ipv4.tcp_keepalive_time = 600`
  private static func isKernelParameter(_ text: Substring) -> Bool {
    guard let sign = text.utf8.prefix(96).firstIndex(of: UInt8(ascii: "=")) else { return false }
    return text[..<sign].trimmedSpace.utf8.allSatisfy { $0.isNameByte || ".-/".utf8.contains($0) }
  }

  /// `nas:/export /srv/data nfs4 defaults 0 0`
  private static func isMount(_ text: Substring) -> Bool {
    let words = text.words(limit: 8)
    return (4...6).contains(words.count) && fileSystems.contains(words[2]) && words[1].starts("/")
      && (words[0].contains(":") || words[0].starts("//"))
  }
}

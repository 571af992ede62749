/// The text of a configuration that a node of the lab can load as it is, or that the product's
/// settings can be read from.
enum WholeConfiguration {
  /// Bytes of one file; a larger one is kept with the case alone.
  static let limit = 256 << 10

  /// Nil for an excerpt, an example, what is too large, and for kinds that are of no use.
  static func text(of piece: ConfigurationPiece, in lines: ArraySlice<Line>) -> String? {
    guard !piece.isWeak, lines.lazy.map(\.text.utf8.count).reduce(0, +) <= limit else { return nil }
    let end = lines.lastIndex { !$0.text.isEmpty }.map { $0 + 1 } ?? lines.startIndex
    let text = lines[..<end].map { ($0.written ?? $0.text) + "\n" }.joined()
    return text.utf8.count <= limit && piece.kind.isWhole(text) ? text : nil
  }
}

extension ConfigurationKind {
  /// Whether nothing is cut off at either end, as far as the format shows it.
  fileprivate func isWhole(_ text: String) -> Bool {
    let lines = text.split(separator: "\n").lazy.map { $0.trimmed }
      .filter { !$0.isEmpty && !$0.hasPrefix("#") }
    switch self {
    case .iptables:
      let tables = lines.count { $0.hasPrefix("*") }
      return tables > 0 && tables == lines.count { $0 == "COMMIT" }
    case .nft:
      let (open, close) = (text.count { $0 == "{" }, text.count { $0 == "}" })
      return open > 0 && open == close && lines.contains { $0.hasPrefix("table ") }
    case .firewalld:
      return (lines.first?.hasPrefix("<") ?? false) && text.contains("<zone")
        && text.contains("</zone>")
    case .ldif:
      let first = lines.first ?? ""
      return first.hasPrefix("dn:") || first.hasPrefix("version:")
    case .squid:
      return lines.contains { $0.hasPrefix("http_port") }
        && lines.contains { $0.hasPrefix("http_access") }
    // More than a person writes is what `sysctl -a` prints: the kernel's own values.
    case .sysctl: return lines.count <= 200 && lines.allSatisfy { $0.contains("=") }
    // Of these a part says something too.
    case .haproxy, .certificate: return true
    default: return product != nil
    }
  }
}

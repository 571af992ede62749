/// Facts of packet filters' rules.
enum FirewallConfiguration {
  static func read(
    _ kind: ConfigurationKind, _ file: Directives, _ facts: inout FactCollector
  ) {
    let names: [ConfigurationKind: String] = [
      .iptables: "iptables", .nft: "nftables", .firewalld: "firewalld", .ufw: "ufw",
    ]
    guard let first = file.all.first, filters(kind, file) else { return }
    facts.add("firewall", names[kind], nil, first.line)
    let translation = file.all.first { rule in
      let text = rule.text
      switch kind {
      case .iptables:
        return [" MASQUERADE", " SNAT", " DNAT"].contains { text.has("-j" + $0) }
      case .nft:
        return text.has("masquerade") || text.has("dnat to ") || text.has("snat to ")
          || text.has("dnat ip ") || text.has("snat ip ")
      case .firewalld: return rule.key == "masquerade" && rule.value == "yes"
      default: return false
      }
    }
    if let translation { facts.add("nat", names[kind], nil, translation.line) }
  }

  /// Tables that accept all are there on any machine.
  private static func filters(_ kind: ConfigurationKind, _ file: Directives) -> Bool {
    guard kind == .iptables || kind == .nft else { return true }
    return file.all.contains { rule in
      rule.key == "-a" || rule.text.has(" DROP") || rule.text.has("policy drop")
        || rule.text.has("accept") || rule.text.has("drop") || rule.text.has("nat")
    }
  }
}

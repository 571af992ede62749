import Lab

/// The links of a plan as lines of text, from the clients to the product.
enum LinkDrawing {
  /// `outside 198.51.100.0/24: client .20 ── firewall .1`; none for a machine alone.
  static func lines(of plan: RunPlan) -> [String] {
    plan.links.map { link in
      let nodes = plan.nodes.compactMap { node in node.addresses[link.name].map { (node, $0) } }
        .sorted { rank($0.0) < rank($1.0) }
        .map { node, address in "\(node.name) \(suffix(address))" }
      return "link \(link.name) \(link.subnet): " + nodes.joined(separator: " ── ")
    }
  }

  /// Clients left, then what stands between two links, then the product and what serves it.
  private static func rank(_ node: RunPlan.PlannedNode) -> (Int, String) {
    switch node.role {
    case "client": (0, node.name)
    case "product": (2, node.name)
    default: (node.addresses.count > 1 ? 1 : 3, node.name)
    }
  }

  private static func suffix(_ address: String) -> String {
    let sign = address.contains(":") ? ":" : "."
    return sign + (address.split(separator: Character(sign)).last.map(String.init) ?? "")
  }
}

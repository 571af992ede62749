/// What a node is for.
public enum NodeRole: String, Codable, Sendable, CaseIterable, Comparable {
  // In the order in which nodes are configured and started: each after what it relies on.
  case names, time, firewall, storage, directory, identity, proxy, mail, logs, product, balancer
  case client

  public static func < (left: NodeRole, right: NodeRole) -> Bool { left.order < right.order }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

import CaseModel
import Lab
import Synchronization

/// A node that runs.
struct UpNode: Sendable {
  var built: BuiltNode
  var node: Node
  var deployment: Deployment

  var name: String { built.plan.node.name }
  var role: NodeRole { built.plan.node.role }
  var isMain: Bool { name == EnvironmentProfile.productNode }
  /// Whether the lab has no way into it.
  var isClosed: Bool { built.image.isClosed }
  var title: String { built.plan.deployable.title }
}

/// The nodes that run now, in the order in which they are configured; others after each reset.
final class UpNodes: Sendable {
  private let nodes: Mutex<[UpNode]>

  init(_ nodes: [UpNode]) { self.nodes = Mutex(nodes) }

  var all: [UpNode] { nodes.withLock { $0 } }
  var main: UpNode? { all.first(where: \.isMain) }

  func replace(with others: [UpNode]) { nodes.withLock { $0 = others } }
}

import CaseModel
import Lab

/// A node that runs.
struct UpNode: Sendable {
  var built: BuiltNode
  var node: Node
  var deployment: Deployment

  var name: String { built.plan.node.name }
  var role: NodeRole { built.plan.node.role }
  var isMain: Bool { name == EnvironmentProfile.productNode }
  var title: String { built.plan.deployable.title }
}

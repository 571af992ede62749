import CaseModel
import Lab

/// A node whose layers are there.
struct BuiltNode: Sendable {
  var plan: NodePlan
  var image: ImageManifest
  var source: BootSource
  /// Digest of its topmost layer, or of the image.
  var top: String
  /// Disks of the image and of each layer, lowest first.
  var disks: [String]
  /// The layer that the product was installed in; nil when there is none.
  var version: LayerManifest?
}

extension NodePlan {
  /// Package managers need more memory than many a small node has.
  var buildSize: EnvironmentProfile.NodeSize {
    var size = size
    size.memoryMiB = max(size.memoryMiB, 1024)
    size.cpus = max(size.cpus, 2)
    return size
  }
}

extension RunEnvironment {
  /// As it is recorded; nil for a machine alone.
  init?(_ topology: Topology, _ built: [BuiltNode]) {
    guard !topology.isAlone else { return nil }
    self.init(
      links: topology.links.map { Link(name: $0.name, subnet: $0.subnet.description) },
      nodes: built.map { each in
        let node = each.plan.node
        return Node(
          name: node.name, role: node.role, title: each.plan.deployable.title,
          os: "\(each.image.os.id) \(each.image.os.version)", host: node.host,
          addresses: Dictionary(
            uniqueKeysWithValues: node.interfaces.map { ($0.link, $0.address.description) }))
      })
  }
}

import CaseModel
import Foundation
import Machines

/// What a ready state is made of: any difference in it makes another one.
///
/// Everything that a node's templates and scripts get is in it but the case and the run, which a
/// restored node is told anew.
public struct ReadyStateRecipe: Equatable, Sendable {
  /// Raised when the way a ready state is made changes, so that older ones are not taken for new.
  public static let formatVersion = 2

  public private(set) var inputs: [LayerInput]
  /// Digests of the images and layers that its disks stand on.
  public let standsOn: [String]

  /// One machine and what it boots from.
  public struct Ingredient: Sendable {
    var plan: NodePlan
    var source: BootSource
    /// Digest of its topmost layer, or of the image.
    var top: String
    /// Disks of the image and of each layer, lowest first.
    var disks: [String]

    public init(plan: NodePlan, source: BootSource, top: String, disks: [String]) {
      self.plan = plan
      self.source = source
      self.top = top
      self.disks = disks
    }
  }

  /// - Parameter host: with its acceleration.
  public init(
    _ layout: EnvironmentLayout, _ nodes: [Ingredient], host: HostFacts, place: HostIdentity
  ) throws {
    inputs = [
      LayerInput("format of ready states", String(Self.formatVersion)),
      LayerInput("tool", place.tool), LayerInput("host", place.host),
      LayerInput("QEMU", "\(host.qemu) \(place.emulator)"), LayerInput("libvirt", host.libvirt),
      LayerInput("acceleration", host.acceleration),
    ]
    // An emulated processor is the same on every host.
    if host.acceleration == Acceleration.kvm.rawValue {
      inputs.append(LayerInput("processor", place.processor))
    }
    inputs += try Self.inputs(of: layout.profile)
    for node in nodes { inputs += try Self.inputs(of: node) }
    inputs += try Self.inputs(of: layout.product)
    for name in layout.companions.keys.sorted() {
      guard let companion = layout.companions[name] else { continue }
      inputs += try Self.inputs(of: companion)
    }
    standsOn = Set(nodes.map(\.top)).sorted()
  }

  /// `sha256:` over all inputs.
  public var digest: String {
    LayerRecipe.digest(of: ["caselab.ready-state"] + inputs.flatMap { [$0.name, $0.value] })
  }

  /// A row for each field, so that `layer why` names the one that differs.
  private static func inputs(of profile: EnvironmentProfile) throws -> [LayerInput] {
    // Suites that run in a node are part of its layers; their files are copied where they differ.
    let elsewhere: Set = ["case", "fidelity", "suites"]
    let fields = try JSONSerialization.jsonObject(with: JSONEncoder().encode(profile))
    let rows = (fields as? [String: Any] ?? [:]).filter { !elsewhere.contains($0.key) }
    return try rows.sorted { $0.key < $1.key }.map { name, value in
      let text = try JSONSerialization.data(
        withJSONObject: value, options: [.sortedKeys, .fragmentsAllowed])
      return LayerInput("profile \(name)", script: String(decoding: text, as: UTF8.self))
    }
  }

  private static func inputs(of node: Ingredient) throws -> [LayerInput] {
    let (plan, size) = (node.plan, node.plan.size)
    let boot =
      if case .kernel(_, _, let arguments) = node.source.boot { "kernel \(arguments)" } else {
        "disk"
      }
    let name = "node \(plan.node.name)"
    return [
      LayerInput("\(name) stands on", node.top),
      // A layer that was built again may hold other files under the same digest.
      LayerInput(
        "\(name) disks",
        script: node.disks.map { FileStamp($0)?.text ?? "?" }.joined(separator: "\n")),
      LayerInput("\(name) boots", boot),
      LayerInput("\(name) size", "\(size.memoryMiB) MiB, \(size.cpus), \(size.diskGiB) GiB"),
    ]
  }

  /// Its definition and its templates.
  private static func inputs(of deployable: some Deployable & Encodable) throws -> [LayerInput] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let definition = String(decoding: try encoder.encode(deployable), as: UTF8.self)
      .replacingOccurrences(of: deployable.folder, with: "")
    let templates = Set(deployable.files.map(\.template)).sorted().map { name in
      let data = FileManager.default.contents(atPath: deployable.folder + "/" + name) ?? Data()
      return LayerInput(
        "template \(deployable.name)/\(name)", script: String(decoding: data, as: UTF8.self))
    }
    return [LayerInput("definition of \(deployable.name)", script: definition)] + templates
  }
}

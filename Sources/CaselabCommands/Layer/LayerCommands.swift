import ArgumentParser
import CaseModel
import Foundation
import Lab

struct LayerCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layer",
    abstract: "List, explain and remove layers: what is installed on an image, once for all cases.",
    discussion: """
      A ready state is the topmost layer of an environment: disks and memories of all its machines, as
      they were when all was healthy.
      """,
    subcommands: [
      LayerListCommand.self, LayerShowCommand.self, LayerWhyCommand.self, LayerPruneCommand.self,
    ])
}

struct LayerListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the layers and ready states that are here.")
  @OptionGroup var output: OutputOptions

  func run() throws {
    let layers = try ListedLayer.all(in: Context.make())
    try Render.output(Listing(schema: "caselab.layers/1", items: layers), output) {
      Table(
        header: ["LAYER", "STANDS ON", "VERSION", "SIZE", "BUILT IN", "LAST USED", "DIGEST"],
        rows: layers.map {
          [
            $0.name, $0.below, $0.productVersion ?? "-", Wording.size($0.size),
            $0.buildTime.map(Wording.duration) ?? "-", Wording.time($0.lastUse),
            Digest.short($0.digest),
          ]
        }
      ).text()
    }
  }
}

/// A row of `layer list`.
struct ListedLayer: Encodable {
  var name: String
  /// Name of the image or layer that it stands on; its digest where that is gone.
  var below: String
  var digest: String
  /// Digest of that; nil of a ready state, which stands on as many as it has nodes.
  var parent: String?
  var productVersion: String?
  /// Bytes.
  var size: Int64
  /// Seconds; nil of a ready state.
  var buildTime: Double?
  var lastUse: String

  static func all(in context: Context) throws -> [ListedLayer] {
    let store = LayerStore(home: context.home)
    let layers = try store.list()
    var names = layers.reduce(into: [String: String]()) { $0[$1.digest] = $1.name }
    for image in try ImageStore(home: context.home).list() { names[image.digest] = image.name }
    let states = ReadyStateStore(home: context.home)
    let ready = states.list().map { state in
      ListedLayer(
        name: "ready-state " + state.nodes.map(\.name).joined(separator: ","),
        below: state.standsOn.map { names[$0] ?? Digest.short($0) }.joined(separator: ", "),
        digest: state.digest, productVersion: state.findings.product?.running,
        size: states.size(state.digest), lastUse: Timestamp.text(states.lastUse(state.digest)))
    }
    let listed = layers.map { layer in
      ListedLayer(
        name: layer.name, below: names[layer.parent] ?? Digest.short(layer.parent),
        digest: layer.digest, parent: layer.parent, productVersion: layer.productVersion,
        size: store.size(layer.digest), buildTime: layer.buildTime,
        lastUse: Timestamp.text(store.lastUse(layer.digest)))
    }
    return (listed + ready).sorted {
      ($0.name, $0.below, $0.digest) < ($1.name, $1.below, $1.digest)
    }
  }
}

struct LayerShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what went into a layer.",
    discussion: "Example:\n  caselab layer show sha256:20bd673c81")
  @Argument(help: "Its digest, or as much of it as is unique.", completion: .none)
  var digest: String
  @OptionGroup var output: OutputOptions

  func run() throws {
    let home = try Context.make().home
    if let state = LayerChoice.readyState(digest, in: ReadyStateStore(home: home)) {
      return try Render.output(state, output) { state.text }
    }
    let layer = try LayerChoice.layer(digest, in: LayerStore(home: home))
    try Render.output(layer, output) {
      let inputs = (layer.inputs ?? []).map { [$0.name, $0.value.printable(limit: 80)] }
      let note = layer.inputs == nil ? "\nmade before its inputs were kept" : ""
      return "\(layer.name) \(layer.digest)\nmade \(Wording.time(layer.madeAt)) in "
        + Wording.duration(layer.buildTime)
        + (layer.chroot == true ? ", on the host" : ", in a machine") + note + "\n\n"
        + Table(header: ["INPUT", "VALUE"], rows: inputs).text()
    }
  }
}

extension ReadyStateManifest {
  fileprivate var text: String {
    "ready state \(digest)\nmade \(Wording.time(madeAt)) of "
      + nodes.map { "\($0.name) (\($0.memoryMiB) MiB)" }.joined(separator: ", ") + "\n\n"
      + Table(
        header: ["INPUT", "VALUE"], rows: inputs.map { [$0.name, $0.value.printable(limit: 80)] }
      ).text()
  }
}

/// A layer as a person names it.
enum LayerChoice {
  /// Nil when no digest of a ready state begins like that, or more than one does.
  static func readyState(_ name: String, in store: ReadyStateStore) -> ReadyStateManifest? {
    let start = name.hasPrefix("sha256:") ? name : "sha256:" + name
    let found = store.list().filter { $0.digest.hasPrefix(start) }
    return found.count == 1 ? found[0] : nil
  }

  static func layer(_ name: String, in store: LayerStore) throws -> LayerManifest {
    let start = name.hasPrefix("sha256:") ? name : "sha256:" + name
    let found = try store.list().filter { $0.digest.hasPrefix(start) || $0.name == name }
    guard let layer = found.first else {
      throw CaselabError(
        .badInput, "layer \"\(name.printable(limit: 80))\" is not here", hint: "caselab layer list")
    }
    guard found.count == 1 else {
      throw CaselabError(
        .badInput, "\(found.count) layers are called \"\(name.printable(limit: 80))\"",
        hint: "name one by its digest: "
          + found.prefix(5).map { Digest.short($0.digest) }.joined(separator: ", "))
    }
    return layer
  }
}

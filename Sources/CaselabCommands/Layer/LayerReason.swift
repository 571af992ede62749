import CaseModel
import Lab

/// A row of `layer why`.
struct LayerReason: Encodable {
  var node: String
  var layer: String
  /// `here`, `to be built`, `differs`, `only there`.
  var state: String
  var why: String
  var digest: String?
  var differences: [LayerDifference] = []

  /// Each layer of a case: here, or what makes it another than the newest here of its name.
  static func all(_ case: LayerChains, in context: Context) throws -> [LayerReason] {
    let store = LayerStore(home: context.home)
    let sealed = try store.list().sorted { $0.madeAt > $1.madeAt }
    return try `case`.chains.flatMap { chain -> [LayerReason] in
      guard let layers = chain.layers else {
        return [
          LayerReason(
            node: chain.node, layer: "-", state: "to be built",
            why: "image \(chain.image) is not here yet")
        ]
      }
      return try layers.map { recipe in
        if let manifest = try store.manifest(recipe.digest) {
          return LayerReason(
            node: chain.node, layer: recipe.name, state: "here",
            why:
              "built \(Wording.time(manifest.madeAt)) in \(Wording.duration(manifest.buildTime))",
            digest: recipe.digest)
        }
        guard let nearest = sealed.first(where: { $0.name == recipe.name }) else {
          return LayerReason(
            node: chain.node, layer: recipe.name, state: "to be built",
            why: "there is none of this name", digest: recipe.digest)
        }
        let differences = LayerDifference.between(nearest.inputs ?? [], recipe.inputs)
        let names = differences.map(\.input).joined(separator: ", ")
        return LayerReason(
          node: chain.node, layer: recipe.name, state: "to be built",
          why: nearest.inputs == nil
            ? "\(Digest.short(nearest.digest)) does not tell what it was made of"
            : "other than \(Digest.short(nearest.digest)): \(names)",
          digest: recipe.digest, differences: differences)
      }
    }
  }

  /// What two cases have otherwise; the lowest layer that differs tells why, not those on it.
  static func between(_ here: LayerChains, _ there: LayerChains) -> [LayerReason] {
    var rows: [LayerReason] = []
    for chain in here.chains {
      guard let other = there.chains.first(where: { $0.node == chain.node }) else {
        rows.append(
          LayerReason(node: chain.node, layer: "-", state: "only here", why: "no such node there"))
        continue
      }
      if chain.image != other.image {
        rows.append(
          LayerReason(
            node: chain.node, layer: "-", state: "differs",
            why: "image \(chain.image) here, \(other.image) there"))
        continue
      }
      rows += differences(chain, other)
    }
    rows += there.chains.filter { chain in !here.chains.contains { $0.node == chain.node } }.map {
      LayerReason(node: $0.node, layer: "-", state: "only there", why: "no such node here")
    }
    return rows
  }

  private static func differences(
    _ here: LayerChains.Chain, _ there: LayerChains.Chain
  ) -> [LayerReason] {
    let (mine, theirs) = (here.layers ?? [], there.layers ?? [])
    let names =
      mine.map(\.name)
      + theirs.map(\.name).filter { name in
        !mine.contains { $0.name == name }
      }
    return names.compactMap { name in
      let (one, other) = (mine.first { $0.name == name }, theirs.first { $0.name == name })
      guard let one, let other else {
        return LayerReason(
          node: here.node, layer: name, state: one == nil ? "only there" : "only here",
          why: "no layer of this name \(one == nil ? "here" : "there")", digest: one?.digest)
      }
      guard one.digest != other.digest else { return nil }
      let found = LayerDifference.between(one.inputs, other.inputs)
        .filter { $0.input != LayerInput.below }
      // What it stands on has a row of its own.
      guard !found.isEmpty else { return nil }
      return LayerReason(
        node: here.node, layer: name, state: "differs",
        why: found.map(\.input).joined(separator: ", "), digest: one.digest, differences: found)
    }
  }
}

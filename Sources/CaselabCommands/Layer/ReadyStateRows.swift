import CaseModel
import Lab

/// The rows of `layer why` for ready states, which are of all nodes together. What a case has is
/// known by its runs: a profile that was edited since has another one, and its next run says so.
extension LayerReason {
  static func readyState(_ id: CaseID, in context: Context) throws -> LayerReason {
    guard let (run, manifest) = try newest(id, in: context) else {
      return LayerReason(
        node: "-", layer: name, state: "to be made", why: "no run of the case has one that is here")
    }
    return LayerReason(
      node: "-", layer: name, state: "here",
      why: "of run \(run), made \(Wording.time(manifest.madeAt))", digest: manifest.digest)
  }

  /// No row where both have the same one, or none.
  static func readyStates(
    _ here: CaseID, _ there: CaseID, in context: Context
  ) throws -> [LayerReason] {
    let (mine, theirs) = try (newest(here, in: context), newest(there, in: context))
    switch (mine?.manifest, theirs?.manifest) {
    case (nil, nil): return []
    case (let one?, nil):
      return [
        LayerReason(
          node: "-", layer: name, state: "only here", why: "no run there has one",
          digest: one.digest)
      ]
    case (nil, _):
      return [LayerReason(node: "-", layer: name, state: "only there", why: "no run here has one")]
    case (let one?, let other?):
      guard one.digest != other.digest else { return [] }
      let found = LayerDifference.between(one.inputs, other.inputs)
      return [
        LayerReason(
          node: "-", layer: name, state: "differs",
          why: found.map(\.input).joined(separator: ", ").printable(limit: 400),
          digest: one.digest, differences: found)
      ]
    }
  }

  private static let name = ReadyStateManifest.layerName

  private static func newest(
    _ id: CaseID, in context: Context
  ) throws -> (run: Int, manifest: ReadyStateManifest)? {
    try ReadyStateReason(
      store: context.store(), states: ReadyStateStore(home: context.home)
    ).newest(of: id)
  }
}

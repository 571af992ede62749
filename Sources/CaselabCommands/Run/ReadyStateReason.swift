import CaseModel
import Lab
import Record

/// Why a case that went on from a ready state before is booted now.
struct ReadyStateReason {
  let store: RecordStore
  let states: ReadyStateStore

  /// Nil when there is a ready state of that digest, or none that the case's last runs went on from.
  ///
  /// - Parameters:
  ///   - number: of the run that is to start.
  ///   - inputs: what its ready state would be made of.
  func whyBooted(
    _ id: CaseID, run number: Int, _ digest: String, _ inputs: [LayerInput]
  ) throws -> String? {
    guard states.manifest(digest) == nil else { return nil }
    for earlier in (1..<max(number, 1)).suffix(20).reversed() {
      guard let run = try store.run(id, earlier),
        let used = run.layers.first(where: { $0.name == ReadyStateManifest.layerName }),
        let before = states.manifest(used.digest)
      else { continue }
      let changed = LayerDifference.between(before.inputs, inputs).map(\.input)
      return "boots: the ready state of run \(earlier) is of another "
        + changed.joined(separator: ", ").printable(limit: 400)
    }
    return nil
  }
}

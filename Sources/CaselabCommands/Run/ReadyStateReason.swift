import CaseModel
import Lab
import Record

/// Which ready state a case has, and why one that went on from it before is booted now.
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
    guard states.manifest(digest) == nil,
      let (earlier, before) = try newest(of: id, before: number)
    else { return nil }
    let changed = LayerDifference.between(before.inputs, inputs).map(\.input)
    return "boots: the ready state of run \(earlier) is of another "
      + changed.joined(separator: ", ").printable(limit: 400)
  }

  /// That of the case's newest run that has one which is still here; older than 20 runs is none.
  ///
  /// - Parameter before: of all runs without it.
  func newest(
    of id: CaseID, before number: Int? = nil
  ) throws -> (run: Int, manifest: ReadyStateManifest)? {
    let end = try number ?? (store.runs(id).first?.number ?? 0) + 1
    for earlier in (1..<max(end, 1)).suffix(20).reversed() {
      guard let run = try store.run(id, earlier),
        let used = run.layers.first(where: { $0.name == ReadyStateManifest.layerName }),
        let manifest = states.manifest(used.digest)
      else { continue }
      return (earlier, manifest)
    }
    return nil
  }
}

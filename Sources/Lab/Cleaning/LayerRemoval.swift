import CaseModel
import Foundation
import Machines

/// Removes layers that nobody used for a while, unless a machine may use them.
public struct LayerRemoval: Sendable {
  let store: LayerStore

  public init(home: Home) { store = LayerStore(home: home) }

  /// Those last used before `date` that no other layer stands on, but for such as go with them;
  /// the topmost first, so that what is left at any moment still has what it stands on.
  public func unused(since date: Date) throws -> [LayerManifest] {
    var left = try store.list()
    var doomed: [LayerManifest] = []
    while let next = left.firstIndex(where: { layer in
      store.lastUse(layer.digest) < date && !left.contains { $0.parent == layer.digest }
    }) {
      doomed.append(left.remove(at: next))
    }
    return doomed
  }

  /// The least recently used whose removal brings all layers down to `limit` bytes; the topmost first.
  public func beyond(_ limit: Int64) throws -> [LayerManifest] {
    var left = try store.list()
    var total = left.reduce(0) { $0 + store.size($1.digest) }
    var doomed: [LayerManifest] = []
    while total > limit {
      let tops = left.indices.filter { top in !left.contains { $0.parent == left[top].digest } }
      guard
        let next = tops.min(by: { store.lastUse(left[$0].digest) < store.lastUse(left[$1].digest) })
      else { break }
      total -= store.size(left[next].digest)
      doomed.append(left.remove(at: next))
    }
    return doomed
  }

  /// - Parameter resources: the ledger; any machine in it keeps everything.
  public func remove(_ layers: [LayerManifest], resources: [LabResource]) throws {
    guard !layers.isEmpty else { return }
    if let user = resources.first(where: { $0.kind == .machine }) {
      throw CaselabError(
        .labFailed, "a layer may be in use by machine \"\(user.name)\"",
        hint: "caselab down its case, or caselab gc, then try again")
    }
    for layer in layers { try Folder.remove(store.folder(layer.digest)) }
  }
}

import CaseModel
import Foundation
import Machines

/// Removes an image together with the layers and ready states that stand on it, unless a machine may use them.
public struct ImageRemoval: Sendable {
  let home: Home

  public init(home: Home) { self.home = home }

  /// - Parameter resources: the ledger; any machine in it keeps everything.
  /// - Returns: what was removed.
  public func remove(_ name: String, resources: [LabResource]) throws -> [String] {
    let images = ImageStore(home: home)
    guard let image = try images.image(named: name) else {
      throw CaselabError(
        .badInput, "image \"\(name.printable())\" is not here", hint: "caselab image list")
    }
    if let user = resources.first(where: { $0.kind == .machine }) {
      throw CaselabError(
        .labFailed, "image \"\(name)\" may be in use by machine \"\(user.name)\"",
        hint: "caselab down its case, or caselab gc, then try again")
    }
    let store = LayerStore(home: home)
    var doomed: [String] = []
    var below: Set = [image.digest]
    var layers = try store.list()
    while let next = layers.firstIndex(where: { below.contains($0.parent) }) {
      let layer = layers.remove(at: next)
      below.insert(layer.digest)
      doomed.append(layer.digest)
    }
    let readyStates = ReadyStateStore(home: home)
    let states = readyStates.list().filter { !below.isDisjoint(with: $0.standsOn) }
    for state in states { try readyStates.remove(state.digest) }
    // The topmost first: whatever is left at any moment still has what it stands on.
    for digest in doomed.reversed() { try Folder.remove(store.folder(digest)) }
    try Folder.remove(images.folder(of: image))
    return states.map { "ready state \($0.digest)" } + doomed.reversed().map { "layer \($0)" }
      + ["image \(name)"]
  }
}

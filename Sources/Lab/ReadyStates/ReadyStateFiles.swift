import CaseModel
import Crypto
import Foundation
import Machines

/// The files of one node in a ready state's folder.
struct ReadyStateFiles {
  let folder: String
  let node: String
  let hasSeed: Bool

  var disk: String { path("qcow2") }
  /// An empty overlay of `disk` as it lies in its place: a copy of it is a clone's disk.
  var overlay: String { path("overlay") }
  var seed: String? { hasSeed ? path("seed") : nil }
  /// What the console had printed until then.
  var console: String { path("console") }
  var saved: SavedMachine { SavedMachine(memory: path("memory"), state: path("state")) }

  private func path(_ ending: String) -> String { folder + "/\(node).\(ending)" }

  /// The state of the devices by its content, and the large files by what changes with any write:
  /// to read them would take longer than to boot. A copy is another file, too.
  ///
  /// - Throws: `labFailed` when one is not there.
  func seals() throws -> [String: String] {
    var seals = ["state": try digest(of: saved.state), "overlay": try digest(of: overlay)]
    for (name, path) in [("disk", disk), ("memory", saved.memory)] { seals[name] = try stamp(path) }
    if let seed { seals["seed"] = try stamp(seed) }
    return seals
  }

  private func digest(of path: String) throws -> String {
    // Some 500 KB; a damaged one may be anything.
    guard let file = FileHandle(forReadingAtPath: path),
      let data = try file.read(upToCount: 64 << 20)
    else { throw missing(path) }
    return "sha256:" + SHA256.hash(data: data).map { String(format: "%02x", $0) }.joined()
  }

  private func stamp(_ path: String) throws -> String {
    guard let stamp = FileStamp(path) else { throw missing(path) }
    return stamp.text
  }

  private func missing(_ path: String) -> CaselabError {
    CaselabError(
      .labFailed, "\"\((path as NSString).lastPathComponent)\" of the ready state is missing")
  }
}

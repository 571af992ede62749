import CaseModel
import Foundation
import Lab
import Record

/// Copies a run's artifacts out of the record, by their names.
struct ArtifactExport {
  let store: RecordStore

  /// Existing files are replaced; names come from the record and stay below `folder`.
  func export(_ run: RunRecord, to folder: String) throws {
    let files = FileManager.default
    for artifact in run.artifacts {
      guard !artifact.name.split(separator: "/").contains(".."), !artifact.name.hasPrefix("/")
      else {
        throw CaselabError(
          .labFailed, "artifact \"\(artifact.name.printable())\" has an unsafe name")
      }
      let target = URL(filePath: folder).appending(path: artifact.name)
      do {
        try files.createDirectory(
          at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try? files.removeItem(at: target)
        try files.copyItem(at: URL(filePath: store.artifactPath(artifact)), to: target)
      } catch {
        throw CaselabError(
          .labFailed, "artifact \"\(artifact.name.printable())\" cannot be saved in \"\(folder)\"",
          hint: "name a folder that you may write to", cause: error)
      }
    }
    Terminal.say("\(run.artifacts.count) artifacts of run \(run.name) saved in \(folder)")
  }
}

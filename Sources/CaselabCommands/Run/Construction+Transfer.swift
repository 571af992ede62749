import CaseModel
import Lab
import Machines
import Record

/// The stage that only machines of another host have.
extension Construction {
  /// Copies what the machines' host has not yet.
  func transfer(
    _ built: [BuiltNode], by hosted: HostedFiles, for record: RunRecord
  ) async throws {
    var files: [String] = []
    for each in built {
      for file in try await each.source.files() where !files.contains(file) { files.append(file) }
    }
    let missing = try await hosted.missing(files)
    let size = missing.reduce(0) { $0 + DiskUse.bytes(ofFile: $1) }
    let owner = Owner(
      home: runner.store.homeTag, caseKey: runner.id.key, run: record.number, node: "transfer")
    try await stages.stage(
      "transfer",
      missing.isEmpty
        ? "images and layers are there"
        : "\(missing.count) of \(files.count) files of images and layers, \(Wording.size(size))"
    ) {
      // Those that others stand on come later in each list.
      for file in missing.reversed() { _ = try await hosted.ensure(file, for: owner) }
    }
  }
}

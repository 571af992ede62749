import CaseModel
import Foundation
import Lab
import Record
import Suites

/// Puts files on the run; what cannot be kept is told and does not end the run.
struct ArtifactShelf: Sendable {
  let store: RecordStore
  let run: RunName
  let folder: String

  func keep(_ file: CollectedFile) async { await keep(file.path, name: file.name, kind: file.kind) }

  func keep(definition: String) async {
    let path = folder + "/domain.xml"
    guard FileManager.default.createFile(atPath: path, contents: Data(definition.utf8)) else {
      return Terminal.say("caselab: artifact domain.xml not kept: \"\(path)\" cannot be written")
    }
    await keep(path, name: "domain.xml", kind: "domain")
  }

  func keep(_ outcome: SuiteOutcome, of suite: Suite) async {
    await keep(
      outcome.outputFile, name: "suites/\(suite.name)/output.log", kind: "suite-output")
    if let results = outcome.resultsFile {
      let ending = suite.format == .junit ? "results.xml" : "results.txt"
      await keep(results, name: "suites/\(suite.name)/\(ending)", kind: "results")
    }
  }

  func keep(console path: String) async { await keep(path, name: "console.log", kind: "console") }

  private func keep(_ path: String, name: String, kind: String) async {
    guard FileManager.default.fileExists(atPath: path) else { return }
    do {
      _ = try await store.keepArtifact(file: path, name: name, kind: kind, run: run)
    } catch {
      Terminal.say("caselab: artifact \(name.printable()) not kept: \(error)")
    }
  }
}

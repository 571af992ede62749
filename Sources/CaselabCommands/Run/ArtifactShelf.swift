import CaseModel
import Foundation
import Lab
import Record
import Suites

/// Puts files on the run; what cannot be kept is told and does not end the run.
///
/// The product's have the names that they have without other nodes; those of another node begin with
/// its name.
struct ArtifactShelf: Sendable {
  let store: RecordStore
  let run: RunName
  let folder: String
  let progress: ProgressLine

  /// - Parameter suite: the one after which it was collected, when others follow.
  func keep(_ file: CollectedFile, of plan: NodePlan, after suite: Suite? = nil) async {
    let place = suite.map { "suites/\($0.name)/" } ?? ""
    await keep(file.path, name: place + prefix(plan) + file.name, kind: file.kind)
  }

  func keep(definition: String, of plan: NodePlan) async {
    let path = folder + "/\(plan.node.name)/domain.xml"
    guard FileManager.default.createFile(atPath: path, contents: Data(definition.utf8)) else {
      return progress.say(
        "caselab: artifact domain.xml not kept: \"\(path)\" cannot be written")
    }
    await keep(path, name: prefix(plan) + "domain.xml", kind: "domain")
  }

  func keep(_ outcome: SuiteOutcome, of suite: Suite) async {
    await keep(
      outcome.outputFile, name: "suites/\(suite.name)/output.log", kind: "suite-output")
    if let results = outcome.resultsFile {
      let ending = suite.format == .junit ? "results.xml" : "results.txt"
      await keep(results, name: "suites/\(suite.name)/\(ending)", kind: "results")
    }
  }

  func keep(console path: String, of plan: NodePlan) async {
    await keep(path, name: prefix(plan) + "console.log", kind: "console")
  }

  /// What crossed the links, and what would have left them.
  func keepLinks(of topology: Topology) async {
    let links = EnvironmentLinks.folder(inRun: folder)
    for link in topology.links {
      let name = LinkFiles.capture(link.name)
      await keep(links + "/" + name, name: "links/" + name, kind: "capture")
    }
    await keep(
      links + "/" + LinkFiles.attempts, name: "links/" + LinkFiles.attempts, kind: "attempts")
  }

  private func prefix(_ plan: NodePlan) -> String {
    plan.node.name == EnvironmentProfile.productNode ? "" : plan.node.name + "/"
  }

  private func keep(_ path: String, name: String, kind: String) async {
    guard FileManager.default.fileExists(atPath: path) else { return }
    do {
      _ = try await store.keepArtifact(file: path, name: name, kind: kind, run: run)
    } catch {
      progress.say("caselab: artifact \(name.printable()) not kept: \(error)")
    }
  }
}

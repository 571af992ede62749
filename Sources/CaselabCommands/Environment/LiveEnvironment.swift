import CaseModel
import Foundation
import Lab
import Machines
import Record

/// An environment that is up now: of a run in progress, or kept after one.
struct LiveEnvironment {
  var id: CaseID
  var run: Int
  /// The run's folder.
  var folder: String
  /// The product's first, then by name.
  var machines: [any Machine]
  /// Held, because machines are lost with their connection.
  let connections: Connections

  /// - Throws: `nothingRan` when no environment of the case is up.
  static func find(_ id: CaseID, in context: Context) async throws -> LiveEnvironment {
    let store = try context.store()
    _ = try store.existingCase(id)
    let recorded = try RecordedEnvironment.all(in: store, home: context.home)
      .filter { $0.run.caseID.key == id.key }
    // The latest run first: of several that is the one that is meant.
    let connections = Connections(context)
    for environment in recorded.sorted(by: { $0.run.number > $1.run.number }) {
      var machines: [any Machine] = []
      for node in environment.nodes {
        if let machine = try await connections.machine(of: node) { machines.append(machine) }
      }
      guard machines.isEmpty else {
        return LiveEnvironment(
          id: id, run: environment.run.number, folder: environment.folder, machines: machines,
          connections: connections)
      }
    }
    await connections.close()
    throw CaselabError(
      .nothingRan, "no environment of case \"\(id)\" is up", hint: "caselab up \(id)")
  }

  /// - Throws: `usage` for a node that is not up, with those that are.
  func node(_ name: String) throws -> LiveNode {
    guard let machine = machines.first(where: { $0.owner.node == name }) else {
      let known = machines.map(\.owner.node).joined(separator: ", ")
      throw CaselabError(
        .usage, "no node \"\(name.printable(limit: 40))\" of case \"\(id)\" is up",
        hint: "up are: \(known)")
    }
    return LiveNode(environment: self, machine: machine)
  }
}

/// The nodes of one run that were to be made and have not been removed.
struct RecordedEnvironment {
  var run: RunName
  var folder: String
  /// The product's first, then by name.
  var nodes: [LabResource]
  /// The process whose run it is; nil when that has ended.
  var runningIn: Int32?
  var kept: KeptEnvironment?

  /// Of all cases, by case and run.
  static func all(in store: RecordStore, home: Home) throws -> [RecordedEnvironment] {
    var found: [RunName: RecordedEnvironment] = [:]
    for tracked in try store.resources() {
      let resource = tracked.resource
      guard resource.kind == .machine, resource.owner.run > 0,
        let id = CaseID(key: resource.owner.caseKey)
      else { continue }
      let run = RunName(id, resource.owner.run)
      let folder = home.run(run.number, of: id)
      // A layer's machine is of a run as well, but its folder is elsewhere.
      guard FileManager.default.fileExists(atPath: folder + "/" + resource.owner.node) else {
        continue
      }
      var environment =
        found[run] ?? RecordedEnvironment(run: run, folder: folder, nodes: [], kept: tracked.kept)
      environment.nodes.append(resource)
      if tracked.isMakerAlive, tracked.kept == nil { environment.runningIn = tracked.maker.pid }
      found[run] = environment
    }
    return found.values.map { environment in
      var environment = environment
      environment.nodes.sort { rank($0.owner.node) < rank($1.owner.node) }
      return environment
    }.sorted { ($0.run.caseID.text, $0.run.number) < ($1.run.caseID.text, $1.run.number) }
  }

  private static func rank(_ node: String) -> (Int, String) {
    (node == EnvironmentProfile.productNode ? 0 : 1, node)
  }
}

import CaseModel
import Foundation
import Machines

/// Removes what the ledger says was made and whose owner is gone; touches nothing else.
public struct Sweeper: Sendable {
  let home: Home
  let homeTag: String
  let ledger: any ResourceLedger

  public struct Report: Codable, Equatable, Sendable {
    public var schema = "caselab.gc/1"
    public var removed: [String] = []
    public var left: [String] = []
    public init() {}
  }

  public init(home: Home, homeTag: String, ledger: any ResourceLedger) {
    self.home = home
    self.homeTag = homeTag
    self.ledger = ledger
  }

  /// Removes the machines, volumes and folders of `resources`; a machine is looked up by name and UUID and
  /// must say in its metadata that this home made it.
  ///
  /// - Parameter connect: a connection for a URI; the same for the same URI.
  public func sweep(
    _ resources: [LabResource], connect: @Sendable (String) async throws -> any Hypervisor
  ) async -> Report {
    var report = Report()
    // Machines first: a folder goes only after the machine that writes to it.
    let machines = resources.filter { $0.kind == .machine }
    var held: Set<Owner> = []
    for resource in machines {
      do {
        try await removeMachine(resource, connect: connect)
        report.removed.append("machine \(resource.name)")
      } catch {
        held.insert(resource.owner)
        report.left.append("machine \(resource.name): \(error)")
      }
    }
    for resource in resources where resource.kind == .volume {
      do {
        try await removeVolume(resource, connect: connect)
        report.removed.append("volume \(resource.name)")
      } catch {
        report.left.append("volume \(resource.name): \(error)")
      }
    }
    for resource in resources where resource.kind == .folder {
      guard !held.contains(where: { $0.isOfRun(resource.owner) }) else {
        report.left.append("folder \(resource.name): its machine is still there")
        continue
      }
      do {
        try await removeFolder(resource)
        report.removed.append("folder \(resource.name)")
      } catch {
        report.left.append("folder \(resource.name): \(error)")
      }
    }
    return report
  }

  private func removeMachine(
    _ resource: LabResource, connect: @Sendable (String) async throws -> any Hypervisor
  ) async throws {
    guard Owner(machineName: resource.name)?.home == homeTag, let uri = resource.uri else {
      throw CaselabError(.labFailed, "the ledger's entry is not of this home")
    }
    let hypervisor = try await connect(uri)
    let machine = try await hypervisor.machine(named: resource.name, uuid: resource.uuid)
    try await machine?.destroy()
    try await hypervisor.volumes(ofHome: homeTag)?.remove(
      MachineVolumes(machine: resource.name, uuid: resource.uuid ?? ""))
    try await ledger.didRemove(resource)
  }

  /// Of this home is all that is in its own store.
  private func removeVolume(
    _ resource: LabResource, connect: @Sendable (String) async throws -> any Hypervisor
  ) async throws {
    if let uri = resource.uri {
      try await connect(uri).volumes(ofHome: homeTag)?.removeMarked(resource.name)
    }
    try await ledger.didRemove(resource)
  }

  private func removeFolder(_ resource: LabResource) async throws {
    let inside = [home.work, home.cases].contains { resource.name.hasPrefix($0 + "/") }
    guard inside, !resource.name.contains("/../") else {
      throw CaselabError(.labFailed, "the folder is outside this home")
    }
    try await EnvironmentLinks.stop(inRun: resource.name)
    try Folder.remove(resource.name)
    try await ledger.didRemove(resource)
  }
}

extension Owner {
  /// Whether both belong to one run of one case: its nodes share a folder.
  fileprivate func isOfRun(_ other: Owner) -> Bool {
    home == other.home && caseKey == other.caseKey && run == other.run
      && (run > 0 || node == other.node)
  }
}

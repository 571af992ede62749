import CaseModel
import Foundation
import Machines

/// Where it is written whether KVM was seen to work on a host, kernel and QEMU version.
public protocol AccelerationFindings: Sendable {
  /// Nil: not tried yet.
  func kvmWorks(on host: HostFacts) async throws -> Bool?
  func record(kvmWorks: Bool, on host: HostFacts, why: String) async throws
}

/// KVM is believed after a guest has booted on it, not because /dev/kvm is there.
public struct AccelerationProof: Sendable {
  let hypervisor: any Hypervisor
  let uri: String
  let findings: any AccelerationFindings
  let ledger: any ResourceLedger
  let home: Home
  let limits: LabLimits

  public init(
    hypervisor: any Hypervisor, uri: String, findings: any AccelerationFindings,
    ledger: any ResourceLedger, home: Home, limits: LabLimits
  ) {
    self.hypervisor = hypervisor
    self.uri = uri
    self.findings = findings
    self.ledger = ledger
    self.home = home
    self.limits = limits
  }

  /// What to run guests with; boots one guest of `source` when this host was never tried.
  public func acceleration(
    booting source: BootSource, homeTag: String, note: @Sendable (String) async -> Void
  ) async throws -> (Acceleration, why: String) {
    guard try await hypervisor.offersKVM() else { return (.emulation, "the host offers no KVM") }
    let host = try await hypervisor.facts()
    if let known = try await findings.kvmWorks(on: host) {
      return known
        ? (.kvm, "proven on this host") : (.emulation, "KVM was tried on this host and failed")
    }
    await note("KVM is offered; booting a guest to prove it (once for this host)")
    let failure = try await firstBoot(source, homeTag: homeTag)
    try await findings.record(
      kvmWorks: failure == nil, on: host, why: failure ?? "a guest booted")
    guard let failure else { return (.kvm, "proven by a boot just now") }
    return (.emulation, "KVM failed its proof: \(failure)")
  }

  /// Nil when a guest's agent answered under KVM, else what happened instead.
  private func firstBoot(_ source: BootSource, homeTag: String) async throws -> String? {
    let owner = Owner(home: homeTag, caseKey: "-", run: 0, node: "probe")
    let folder = home.work + "/probe-" + UUID().uuidString.lowercased()
    let resource = LabResource(kind: .folder, name: folder, owner: owner)
    try await ledger.willCreate(resource)
    let lock = try await FileLock.acquire(path: home.locks + "/probe") { _ in }
    defer { lock.release() }
    var failure: String?
    do {
      try Folder.create(folder)
      failure = try await boot(source, owner: owner, folder: folder)
    } catch is CancellationError {
      try? await Shield.run { try await cleanUp(folder, resource) }
      throw CancellationError()
    } catch {
      failure = String(describing: error).printable(limit: 200)
    }
    try await Shield.run { try await cleanUp(folder, resource) }
    return failure
  }

  private func cleanUp(_ folder: String, _ resource: LabResource) async throws {
    try Folder.remove(folder)
    try await ledger.didRemove(resource)
  }

  private func boot(_ source: BootSource, owner: Owner, folder: String) async throws -> String? {
    let size = EnvironmentProfile.NodeSize()
    let keeper = NodeKeeper(
      hypervisor: hypervisor, uri: uri, ledger: ledger, acceleration: .kvm, limits: limits,
      hosted: try await HostedFiles(
        on: hypervisor, uri: uri, home: home, homeTag: owner.home, ledger: ledger))
    return try await withThrowingTaskGroup(of: String?.self) { group in
      group.addTask {
        let node = try await keeper.start(
          owner, title: "caselab KVM proof", size: size, from: source, in: folder, uplink: false)
        try await Shield.run { try await keeper.destroy(node.machine) }
        return nil
      }
      group.addTask {
        try await Task.sleep(for: limits.proof)
        let log = folder + "/console.log"
        let printed = try? FileManager.default.attributesOfItem(atPath: log)[.size] as? Int
        if (printed ?? 0) == 0 { return "no sign of life within \(limits.proof.seconds) s" }
        try await Task.sleep(for: limits.boot)
        return "the guest did not come up"
      }
      let first = try await group.next() ?? nil
      group.cancelAll()
      return first
    }
  }
}

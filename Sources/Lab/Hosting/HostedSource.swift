import CaseModel
import Foundation
import Machines

/// What a node boots from, by its paths on a host that shares no files with this one.
struct HostedSource: Sendable {
  /// Topmost first.
  var disks: [String]
  var boot: MachineSpec.Boot
}

extension BootSource {
  /// All files that a machine reads of it: its disks, topmost first, kernel and initrd.
  public func files() async throws -> [String] {
    let disks = try await QemuImg.chain(disk)
    guard case .kernel(let path, let initrd, _) = boot else { return disks }
    return disks + [path, initrd]
  }
}

extension HostedFiles {
  func ensure(_ source: BootSource, for owner: Owner) async throws -> HostedSource {
    var disks: [String] = []
    // The lowest first: others stand on it.
    for disk in try await QemuImg.chain(source.disk).reversed() {
      disks.insert(try await ensure(disk, for: owner), at: 0)
    }
    guard case .kernel(let path, let initrd, let arguments) = source.boot else {
      return HostedSource(disks: disks, boot: .disk)
    }
    return HostedSource(
      disks: disks,
      boot: .kernel(
        path: try await ensure(path, for: owner), initrd: try await ensure(initrd, for: owner),
        arguments: arguments))
  }
}

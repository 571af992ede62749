import CaseModel
import Foundation
import Machines

/// What is on a host that shares no files with this one, and what of it nobody needs.
extension HostedFiles {
  /// Names of what no image, layer or machine of this home needs, or is about to. What is not called as
  /// we call things is somebody else's.
  ///
  /// - Parameter resources: the ledger, read after `names`. While it has a machine, all that machines
  ///   may stand on stays.
  static func strays(
    in names: Set<String>, home: Home, homeTag: String, resources: [LabResource]
  ) throws -> [String] {
    let machines = resources.filter { $0.kind == .machine }
      .map { MachineVolumes(machine: $0.name, uuid: $0.uuid ?? "").prefix }
    let coming = resources.filter { $0.kind == .volume }.map(\.name)
    let sealed = Set(try sealedFiles(home).compactMap { try? HostedName.of($0) })
    return unmarked(names).filter { name in
      if let owner = Owner(volume: name) {
        return owner.home == homeTag && !machines.contains { name.hasPrefix($0) }
      }
      return HostedName.isOne(name) && machines.isEmpty && !sealed.contains(name)
        && !coming.contains(name)
    }.sorted()
  }

  /// The same as resources to be removed.
  public func strays(
    homeTag: String, resources: () throws -> [LabResource]
  ) async throws -> [LabResource] {
    let names = try await store.names()
    return try Self.strays(in: names, home: home, homeTag: homeTag, resources: resources())
      .map { name in
        LabResource(
          kind: .volume, name: name, uri: uri,
          owner: Owner(volume: name)
            ?? Owner(home: homeTag, caseKey: "-", run: 0, node: "transfer"))
      }
  }

  /// Number and bytes of all that is there.
  public func use() async throws -> (count: Int, bytes: Int64) {
    let names = Self.unmarked(try await store.names())
    var bytes: Int64 = 0
    for name in names { bytes += try await store.size(name) }
    return (names.count, bytes)
  }

  /// Each file once, also where only its mark is left.
  private static func unmarked(_ names: Set<String>) -> Set<String> {
    Set(names.map { $0.hasSuffix(mark) ? String($0.dropLast(mark.count)) : $0 })
  }

  private static func sealedFiles(_ home: Home) throws -> [String] {
    let (images, layers) = (ImageStore(home: home), LayerStore(home: home))
    return try images.list().flatMap { image in
      [image.disk, image.kernel, image.initrd].compactMap { $0 }
        .map { images.folder(of: image) + "/" + $0 }
    } + layers.list().map { layers.disk($0.digest) }
  }
}

extension VolumeStore {
  /// Its mark goes first: what is left of it then does not pass for whole.
  func removeMarked(_ name: String) async throws {
    try await remove(name + HostedFiles.mark)
    try await remove(name)
  }
}

extension Owner {
  /// Of a machine's own volume; nil for every other.
  fileprivate init?(volume: String) {
    let parts = volume.split(separator: ".", omittingEmptySubsequences: false)
    self.init(machineName: parts.prefix(5).joined(separator: "."))
  }
}

import CaseModel
import Foundation

extension ImageStore {
  /// Takes a copy of a vendor's or a team's own disk, as a qcow2 that refers to no other file.
  ///
  /// - Parameter key: path of the private key, where the access is SSH; a copy of it is kept.
  public func importFile(
    _ path: String, name: String, os: EnvironmentProfile.OSWanted, arch: String, cloudInit: Bool,
    access: ImageAccess = .agent, key: String? = nil
  ) async throws -> ImageManifest {
    try ImageName.check(name)
    let key = try key.map { try SSHKey.read($0) }
    let (lock, _) = try await lock(name) { _ in }
    defer { lock.release() }
    // Absolute: qemu-img takes the beginning of other names for a protocol (`json:`, `nbd:`).
    let source = URL(fileURLWithPath: path).standardizedFileURL.path
    return try await take(
      source,
      as: FinishedImage(
        name: name, os: os, arch: arch,
        origin: "imported from \((source as NSString).lastPathComponent.printable(limit: 80))",
        cloudInit: cloudInit, access: access, key: key))
  }

  /// Checks, converts and publishes a disk; `source` stays as it is.
  func take(_ source: String, as image: FinishedImage) async throws -> ImageManifest {
    let format = try DiskInspection.format(of: source)
    let info = try await QemuImg.info(source, format: format)
    try DiskInspection.check(info, path: source)
    let length = try FileManager.default.attributesOfItem(atPath: source)[.size] as? NSNumber
    try Folder.create(workshop)
    try DiskSpace.require(
      // A compressed disk grows when it is taken: three times is a guess on the safe side.
      min((length?.int64Value ?? 0) * 3, info.virtualSize) + (64 << 20), at: workshop,
      for: "image \"\(image.name)\"")
    let folder = try WorkFolder(in: workshop, prefix: image.name)
    do {
      return try await DiskSpace.explaining(
        at: workshop, what: "copying image \"\(image.name)\""
      ) {
        if let key = image.key {
          try await SSHKey.keep(key, at: folder.path + "/" + ImageAccess.keyFile)
        }
        try await QemuImg.convert(source, format: format, to: folder.path + "/disk.qcow2")
        return try await publish(image, from: folder)
      }
    } catch {
      await folder.discard()
      throw error
    }
  }
}

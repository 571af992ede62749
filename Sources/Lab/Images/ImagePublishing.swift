import CaseModel
import Foundation

/// The files of an image that lie finished in a work folder.
struct FinishedImage {
  var name: String
  var os: EnvironmentProfile.OSWanted
  var arch: String
  var origin: String
  var kernel: String?
  var initrd: String?
  var kernelArguments: String?
  var cloudInit = false
  var access = ImageAccess.agent
  /// What the access by SSH needs; in the work folder under `ImageAccess.keyFile` by then.
  var key: Data?
}

extension ImageStore {
  /// Writes the manifest and moves the image into its place, whole or not at all.
  func publish(_ image: FinishedImage, from folder: WorkFolder) async throws -> ImageManifest {
    let files = ["disk.qcow2"] + [image.kernel, image.initrd].compactMap { $0 }
    var digest = FileDigest()
    for file in files { try await digest.add(folder.path + "/" + file, as: file) }
    if image.access != .agent { digest.add(text: image.access.text, as: "access") }
    if image.key != nil {
      try await digest.add(folder.path + "/" + ImageAccess.keyFile, as: ImageAccess.keyFile)
    }
    var manifest = ImageManifest(
      name: image.name, os: image.os, arch: image.arch, digest: "sha256:" + digest.hex(),
      size: files.map { allocated(folder.path + "/" + $0) }.reduce(0, +), origin: image.origin,
      madeAt: Date.now.formatted(.iso8601), toolVersion: toolVersion)
    manifest.kernel = image.kernel
    manifest.initrd = image.initrd
    manifest.kernelArguments = image.kernelArguments
    manifest.cloudInit = image.cloudInit
    manifest.access = image.access == .agent ? nil : image.access
    if let present = try list().first(where: { $0.digest == manifest.digest }) {
      guard present.name == manifest.name else {
        throw CaselabError(
          .badInput, "image \"\(manifest.name)\" is the same disk as image \"\(present.name)\"",
          hint: "use \(present.name), or remove it first: caselab image remove \(present.name)")
      }
      return present
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let path = folder.path + "/manifest.json"
    try encoder.encode(manifest).write(to: URL(fileURLWithPath: path))
    for file in files + ["manifest.json"] { chmod(folder.path + "/" + file, 0o444) }
    try folder.publish(as: self.folder(of: manifest))
    return manifest
  }

  /// Bytes on disk, which for a sparse file are fewer than its length.
  private func allocated(_ path: String) -> Int64 {
    var status = stat()
    return stat(path, &status) == 0 ? Int64(status.st_blocks) * 512 : 0
  }
}

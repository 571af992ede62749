import CaseModel
import Foundation

extension ImageStore {
  /// Builds an image from packages. When somebody else builds the same one, waits and takes theirs.
  ///
  /// - Parameter log: file that gets everything the tools print.
  public func build(
    _ recipe: ImageRecipe, log: String, note: @escaping @Sendable (String) async -> Void
  ) async throws -> ImageManifest {
    try ImageName.check(recipe.name)
    guard let build = recipe.build else {
      throw CaselabError(.badInput, "image \"\(recipe.name)\" has no build section")
    }
    let before = try image(named: recipe.name)
    let (lock, waited) = try await lock(recipe.name, note: note)
    defer { lock.release() }
    if waited, let theirs = try image(named: recipe.name), theirs.digest != before?.digest {
      return theirs
    }
    try Folder.create(workshop)
    try DiskSpace.require(3 << 30, at: workshop, for: "building image \"\(recipe.name)\"")
    let folder = try WorkFolder(in: workshop, prefix: recipe.name)
    do {
      return try await DiskSpace.explaining(
        at: workshop, what: "building image \"\(recipe.name)\""
      ) {
        let image = try await make(recipe, build, in: folder, log: log, note: note)
        await note("putting it in place")
        return try await publish(image, from: folder)
      }
    } catch {
      await folder.discard()
      throw error
    }
  }

  private func make(
    _ recipe: ImageRecipe, _ build: ImageRecipe.Build, in folder: WorkFolder, log: String,
    note: @escaping @Sendable (String) async -> Void
  ) async throws -> FinishedImage {
    let asRoot = geteuid() == 0
    try await UserNamespace.require()
    await note("asking the mirror for \(build.suite)")
    let apt = try await HostApt.read()
    if !apt.leftOut.isEmpty {
      await note("the image goes without apt's proxy, which only the host reaches")
    }
    let bootstrap = DebianBootstrap(
      recipe: recipe, build: build, apt: apt,
      suites: try await apt.present(apt.sources.suites(of: build.suite), scratch: folder.path),
      root: folder.path + "/root")
    try await bootstrap.makeRoot(asRoot: asRoot).run(log: log) { line in
      if line.hasPrefix("I: ") { await note(String(line.dropFirst(3)).printable(limit: 60)) }
    }
    let boot = try BootFiles.take(from: bootstrap.root, to: folder.path)
    await note("making the disk")
    let raw = folder.path + "/disk.raw"
    guard FileManager.default.createFile(atPath: raw, contents: nil),
      truncate(raw, build.diskGiB << 30) == 0
    else {
      throw CaselabError(
        .labFailed,
        "a disk of \(build.diskGiB) GiB cannot be made: \(String(cString: strerror(errno)))")
    }
    try await bootstrap.makeFileSystem(disk: raw, asRoot: asRoot).run(log: log)
    try await removeTree(bootstrap.root)
    try await QemuImg.convert(raw, format: "raw", to: folder.path + "/disk.qcow2")
    try FileManager.default.removeItem(atPath: raw)
    return FinishedImage(
      name: recipe.name, os: recipe.os, arch: recipe.arch,
      origin: "built with mmdebstrap from Debian \(build.suite)", kernel: boot.kernel,
      initrd: boot.initrd, kernelArguments: "root=/dev/vda rw " + build.kernelArguments)
  }
}

/// The kernel and initrd of a built root, for booting it directly.
enum BootFiles {
  /// Copies the kernel out of `/boot` and moves the initrd out, which the guest has no use for.
  static func take(
    from root: String, to folder: String
  ) throws -> (kernel: String, initrd: String) {
    let files = FileManager.default
    let names = ((try? files.contentsOfDirectory(atPath: root + "/boot")) ?? []).sorted()
    guard let kernel = names.last(where: { $0.hasPrefix("vmlinuz-") }),
      let initrd = names.last(where: { $0.hasPrefix("initrd.img-") })
    else {
      throw CaselabError(
        .badInput, "the image's packages bring no kernel with an initrd",
        hint: "add linux-image-cloud-amd64 and initramfs-tools to the recipe's packages")
    }
    try files.copyItem(atPath: root + "/boot/" + kernel, toPath: folder + "/vmlinuz")
    try files.moveItem(atPath: root + "/boot/" + initrd, toPath: folder + "/initrd.img")
    for link in ["initrd.img", "initrd.img.old"] { unlink(root + "/" + link) }
    return ("vmlinuz", "initrd.img")
  }
}

extension HostApt {
  /// Those suites that the mirror has: old releases lose theirs, new ones have none yet.
  func present(
    _ suites: [(uri: String, suite: String)], scratch: String
  ) async throws -> [(uri: String, suite: String)] {
    var present: [(uri: String, suite: String)] = []
    for (index, suite) in suites.enumerated() {
      let probe = ToolCommand(
        [
          "/usr/lib/apt/apt-helper", "download-file", "\(suite.uri)/dists/\(suite.suite)/InRelease",
          scratch + "/InRelease",
        ], deadline: .seconds(120))
      let ending = try await probe.ending()
      unlink(scratch + "/InRelease")
      if ending.status.isSuccess {
        present.append(suite)
      } else if index == 0 {
        throw CaselabError(
          .labFailed,
          "the mirror \"\(suite.uri)\" does not give Debian \"\(suite.suite)\"\(ending.tail)",
          hint: "check the network, and apt-get update")
      }
    }
    return present
  }
}

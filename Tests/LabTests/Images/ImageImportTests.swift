import CaseModel
import Foundation
import Machines
import Testing

@testable import Lab

@Suite struct ImageImportTests {
  private func importing(
    _ file: String, into scratch: Scratch, name: String = "own"
  ) async throws -> ImageManifest {
    try await scratch.store.importFile(
      file, name: name, os: .debian12, arch: "x86_64", cloudInit: true)
  }

  @Test(arguments: ["raw", "qcow2", "vmdk"])
  func `a disk of each format becomes a read-only qcow2 with a manifest`(format: String)
    async throws
  {
    let scratch = try Scratch()
    let raw = try scratch.rawDisk("disk.raw")
    let file = scratch.path("disk.\(format)")
    if format != "raw" { try await scratch.qemuImg("convert", "-O", format, raw, file) }
    let image = try await importing(file, into: scratch)
    let disk = scratch.store.folder(of: image) + "/disk.qcow2"
    #expect(try await QemuImg.info(disk).virtualSize == 64 << 10)
    try await scratch.qemuImg("compare", "-f", "raw", "-F", "qcow2", raw, disk)
    let mode = try FileManager.default.attributesOfItem(atPath: disk)[.posixPermissions] as? Int
    #expect(mode == 0o444)
    #expect(image.cloudInit && image.kernel == nil)
    #expect(image.origin == "imported from disk.\(format)")
    #expect(try scratch.store.image(named: "own") == image)
    #expect(try scratch.store.image(os: .debian12, arch: "x86_64") == image)
    #expect(try scratch.store.image(os: .init(id: "debian", version: "13"), arch: "x86_64") == nil)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.store.workshop) == [])
  }

  @Test func `a disk that reads from another file of the host is refused unopened`() async throws {
    let scratch = try Scratch()
    let secret = try scratch.rawDisk("secret")
    let overlay = scratch.path("overlay.qcow2")
    try await scratch.qemuImg("create", "-q", "-f", "qcow2", "-F", "raw", "-b", secret, overlay)
    let outside = scratch.path("outside.qcow2")
    try await scratch.qemuImg(
      "create", "-q", "-f", "qcow2", "-o", "data_file=\(scratch.path("data")),data_file_raw=on",
      outside, "64K")
    let flat = scratch.path("flat.vmdk")
    try await scratch.qemuImg(
      "create", "-q", "-f", "vmdk", "-o", "subformat=monolithicFlat", flat, "64K")
    let child = scratch.path("child.vmdk")
    try await scratch.qemuImg("convert", "-O", "vmdk", secret, scratch.path("parent.vmdk"))
    try await scratch.qemuImg(
      "create", "-q", "-f", "vmdk", "-F", "vmdk", "-b", scratch.path("parent.vmdk"), child)
    for file in [overlay, outside, flat, child] {
      let error = await #expect(throws: CaselabError.self) {
        try await importing(file, into: scratch)
      }
      #expect(error?.code == .badInput, "\(file): \(String(describing: error))")
    }
    #expect(try scratch.store.list().isEmpty)
  }

  @Test func `what is no disk is refused`() async throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.path("folder"), withIntermediateDirectories: true)
    mkfifo(scratch.path("pipe"), 0o600)
    try scratch.write("#!/bin/sh\n".utf8, to: "text")
    try scratch.write([], to: "empty")
    try scratch.write("QFI\u{fb}".unicodeScalars.map { UInt8($0.value) }, to: "cut.qcow2")
    try scratch.write("KDMV".utf8, to: "cut.vmdk")
    for name in ["folder", "pipe", "text", "empty", "cut.qcow2", "cut.vmdk", "missing"] {
      let error = await #expect(throws: CaselabError.self) {
        try await importing(scratch.path(name), into: scratch)
      }
      #expect(error?.code == .badInput, "\(name): \(String(describing: error))")
    }
  }

  @Test func `a name that qemu-img would take for a protocol is a file name`() async throws {
    let scratch = try Scratch()
    let error = await #expect(throws: CaselabError.self) {
      try await importing(#"json:{"driver":"host_device","filename":"/dev/vda"}"#, into: scratch)
    }
    #expect(error?.code == .badInput)
  }

  @Test func `an absurd virtual size is refused`() async throws {
    let scratch = try Scratch()
    let file = scratch.path("huge.qcow2")
    try await scratch.qemuImg("create", "-q", "-f", "qcow2", file, "2T")
    let error = await #expect(throws: CaselabError.self) {
      try await importing(file, into: scratch)
    }
    #expect(error?.code == .badInput)
  }

  @Test(arguments: [
    "../x", "", ".hidden", "a/b", "a b", "-rf", "ä", String(repeating: "a", count: 65),
  ])
  func `a name that is no plain file name is refused`(name: String) async throws {
    let scratch = try Scratch()
    let file = try scratch.rawDisk("disk.raw")
    let error = await #expect(throws: CaselabError.self) {
      try await importing(file, into: scratch, name: name)
    }
    #expect(error?.code == .badInput)
  }

  @Test func `the same disk again is the same image, and no second one under another name`()
    async throws
  {
    let scratch = try Scratch()
    let file = try scratch.rawDisk("disk.raw")
    let first = try await importing(file, into: scratch)
    #expect(try await importing(file, into: scratch) == first)
    await #expect(throws: CaselabError.self) {
      try await importing(file, into: scratch, name: "other")
    }
    #expect(try scratch.store.list() == [first])
  }

  private func importing(
    _ file: String, into scratch: Scratch, _ access: ImageAccess, key: String? = nil
  ) async throws -> ImageManifest {
    try await scratch.store.importFile(
      file, name: "box", os: .debian12, arch: "x86_64", cloudInit: false, access: access, key: key)
  }

  @Test func `how its machines are entered is kept with an image, and makes another one`()
    async throws
  {
    let scratch = try Scratch()
    let file = try scratch.rawDisk("disk.raw")
    let key = scratch.path("key")
    try await ToolCommand(
      ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], deadline: .seconds(60)
    ).run()
    let agent = try await importing(file, into: scratch, .agent)
    let none = try await importing(file, into: scratch, .none)
    let ssh = try await importing(file, into: scratch, .ssh(user: "admin", port: 22), key: key)
    #expect(Set([agent, none, ssh].map(\.digest)).count == 3)
    #expect(try scratch.store.list().compactMap(\.access).count == 2)

    let kept = scratch.store.folder(of: ssh) + "/ssh_key"
    #expect(FileManager.default.contents(atPath: kept) == FileManager.default.contents(atPath: key))
    let mode = try FileManager.default.attributesOfItem(atPath: kept)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    func entered(_ image: ImageManifest) throws -> GuestAccess {
      try BootSource(image: image, folder: scratch.store.folder(of: image))
        .guestAccess(in: scratch.root)
    }
    #expect(try entered(agent) == .agent)
    #expect(try entered(none) == .closed)
    guard case .ssh(let access) = try entered(ssh) else {
      Issue.record("not by SSH")
      return
    }
    #expect(access.user == "admin" && access.guestPort == 22 && access.key == kept)
    #expect(access.folder == scratch.path("ssh") && access.hostPort > 0)
  }

  @Test func `a key that ssh could not use is refused, and nothing stays of it`() async throws {
    let scratch = try Scratch()
    let file = try scratch.rawDisk("disk.raw")
    let locked = scratch.path("locked")
    try await ToolCommand(
      ["ssh-keygen", "-q", "-t", "ed25519", "-N", "secret", "-f", locked], deadline: .seconds(60)
    ).run()
    try scratch.write("no key at all".utf8, to: "text")
    for key in [locked, locked + ".pub", scratch.path("text"), scratch.path("missing")] {
      let error = await #expect(throws: CaselabError.self) {
        try await importing(file, into: scratch, .ssh(user: "root", port: 22), key: key)
      }
      #expect(error?.code == .badInput, "\(key): \(String(describing: error))")
    }
    #expect(try scratch.store.list().isEmpty)
    #expect(
      (try? FileManager.default.contentsOfDirectory(atPath: scratch.store.workshop)) ?? [] == [])
  }

  @Test func `a manifest from before there was a choice means the agent`() throws {
    let old = #"""
      {"schema":"caselab.image-manifest/1","name":"a","os":{"id":"debian","version":"12"},"arch":"x86_64","digest":"sha256:0","size":1,"origin":"imported from a","madeAt":"2026-01-01T00:00:00Z","toolVersion":"0.1.0","disk":"disk.qcow2","cloudInit":false}
      """#
    let image = try JSONDecoder().decode(ImageManifest.self, from: Data(old.utf8))
    #expect(image.access == nil)
    #expect(try BootSource(image: image, folder: "/i").guestAccess(in: "/n") == .agent)
  }
}

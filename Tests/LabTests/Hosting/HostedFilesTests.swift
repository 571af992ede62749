import CaseModel
import Foundation
import Machines
import SyntheticMachines
import Testing

@testable import Lab

/// Another host is a folder here.
@Suite struct HostedFilesTests {
  private let home: Home
  private let there: SyntheticVolumes
  private let ledger = MemoryLedger()
  private let hosted: HostedFiles
  private let disk: String

  init() throws {
    home = try Sample.home()
    let folder = home.root + "/there"
    try Folder.create(folder)
    there = SyntheticVolumes(folder)
    hosted = HostedFiles(
      store: there, uri: "synthetic:///", home: home, ledger: ledger, note: { _ in })
    let image = home.images + "/0123456789abcdef0123"
    try Folder.create(image)
    disk = image + "/disk.qcow2"
    try Data("a disk".utf8).write(to: URL(filePath: disk))
  }

  private func remove() { try? FileManager.default.removeItem(atPath: home.root) }

  private func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `a file is copied once, and found by the next run`() async throws {
    defer { remove() }
    #expect(try await hosted.missing([disk]) == [disk])
    let path = try await hosted.ensure(disk, for: Sample.owner)
    #expect(path.contains("/images.0123456789abcdef.disk.qcow2."))
    #expect(text(path) == "a disk")
    #expect(try await hosted.ensure(disk, for: Sample.owner) == path)
    #expect(there.uploads.count == 2, "the file and its mark")
    #expect(try await hosted.missing([disk]).isEmpty)
    #expect(ledger.open.isEmpty)
  }

  @Test func `what was interrupted is not used but copied anew`() async throws {
    defer { remove() }
    let path = there.path(try HostedName.of(disk))
    try Data("a d".utf8).write(to: URL(filePath: path))
    #expect(try await hosted.missing([disk]) == [disk])
    #expect(text(try await hosted.ensure(disk, for: Sample.owner)) == "a disk")
  }

  @Test func `a copy that breaks off leaves neither file nor entry`() async throws {
    defer { remove() }
    there.breaksOff.withLock { $0 = true }
    await #expect(throws: CaselabError.self) { try await hosted.ensure(disk, for: Sample.owner) }
    #expect(try await there.names().isEmpty)
    #expect(ledger.open.isEmpty)
  }

  @Test func `a second process waits for the first and copies nothing`() async throws {
    defer { remove() }
    async let one = hosted.ensure(disk, for: Sample.owner)
    async let other = hosted.ensure(disk, for: Sample.owner)
    #expect(try await one == other)
    #expect(there.uploads.count == 2)
  }

  @Test func `a disk that was made again is another file there`() async throws {
    defer { remove() }
    let before = try HostedName.of(disk)
    try Data("a dusk".utf8).write(to: URL(filePath: disk))
    #expect(try HostedName.of(disk) != before)
    #expect(throws: CaselabError.self) { try HostedName.of(home.root + "/nothing") }
  }

  @Test func `what no image, layer or machine needs is a stray`() async throws {
    defer { remove() }
    let manifest = ImageManifest(
      name: "x", os: .init(id: "debian", version: "12"), arch: "x86_64",
      digest: "sha256:0123456789abcdef0123", size: 1, origin: "built", madeAt: "", toolVersion: "1")
    try JSONEncoder().encode(manifest)
      .write(to: URL(filePath: (disk as NSString).deletingLastPathComponent + "/manifest.json"))
    let image = try HostedName.of(disk)
    let own = MachineVolumes(machine: Sample.owner.machineName, uuid: "u").disk
    let (old, arriving) = ("layers.0a.disk.qcow2.1-2", "layers.0b.disk.qcow2.1-2")
    var others = Sample.owner
    others.home = "ffffffff"
    let names: Set = [
      image, image + HostedFiles.mark, own, old, old + HostedFiles.mark, arriving,
      MachineVolumes(machine: others.machineName, uuid: "u").disk, "windows.iso", "images.iso",
    ]
    func strays(_ resources: [LabResource]) throws -> [String] {
      try HostedFiles.strays(
        in: names, home: home, homeTag: Sample.owner.home, resources: resources)
    }
    let coming = LabResource(kind: .volume, name: arriving, uri: "x", owner: Sample.owner)
    let machine = LabResource(
      kind: .machine, name: Sample.owner.machineName, uuid: "u", uri: "x", owner: Sample.owner)
    #expect(try strays([coming]) == [own, old])
    #expect(try strays([coming, machine]).isEmpty, "a machine may stand on it")
  }

  @Test func `what a killed run left is removed by what is written down`() async throws {
    defer { remove() }
    let volumes = MachineVolumes(machine: Sample.owner.machineName, uuid: "u")
    for name in [volumes.disk, volumes.console + ".0", "half", "images.other.disk.qcow2"] {
      try await there.upload("/dev/null", as: name) { _ in }
    }
    let resources = [
      LabResource(kind: .volume, name: "half", uri: "x:///", owner: Sample.owner),
      LabResource(
        kind: .machine, name: Sample.owner.machineName, uuid: "u", uri: "x:///", owner: Sample.owner
      ),
    ]
    for resource in resources { try await ledger.willCreate(resource) }
    let hypervisor = SyntheticHypervisor(volumes: there)
    let report = await Sweeper(home: home, homeTag: Sample.owner.home, ledger: ledger)
      .sweep(resources) { _ in hypervisor }
    #expect(report.left.isEmpty, "\(report.left)")
    #expect(ledger.open.isEmpty)
    #expect(try await there.names() == ["images.other.disk.qcow2"])
  }
}

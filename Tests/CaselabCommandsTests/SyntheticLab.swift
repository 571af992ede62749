import CaseModel
import Foundation
import Machines
import Record
import SyntheticMachines

@testable import CaselabCommands
@testable import Lab

/// A home with an image and a case about a product that the catalogue does not have, on machines
/// without a hypervisor.
final class SyntheticLab {
  let folder = FileManager.default.temporaryDirectory.path + "/caselab-\(UUID())"
  let context: Context
  let id: CaseID
  let hypervisor: SyntheticHypervisor

  /// - Parameter isElsewhere: whether the machines are on another host, which is the folder `there`.
  init(
    trouble: SyntheticHypervisor.Trouble? = nil, isElsewhere: Bool = false
  ) async throws {
    id = try CaseID("SUP-9")
    try FileManager.default.createDirectory(
      atPath: folder + "/there", withIntermediateDirectories: true)
    let hypervisor = SyntheticHypervisor(
      trouble: trouble, volumes: isElsewhere ? SyntheticVolumes(folder + "/there") : nil
    ) { command in
      guard command.arguments.contains(Verification.script) else { return nil }
      let facts = "os=debian 12\narch=x86_64\ntimezone=Europe/Berlin\ncpus=2\nlinks=none\n"
      return GuestResult(status: 0, output: Array(facts.utf8))
    }
    self.hypervisor = hypervisor
    context = .synthetic(folder + "/home", hypervisor)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let mail = """
      Product: lighttpd
      Version: 1.24.0
      Operating system: Debian 12
      Architecture: x86_64
      Protocols: HTTPS
      Time zone: Europe/Berlin
      """
    try Data(mail.utf8).write(to: URL(filePath: folder + "/mail.txt"))
    try await open(id)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Opens a case from the same mail.
  func open(_ id: CaseID) async throws {
    try await CaseOpenCommand.parse([id.text, "--ticket", folder + "/mail.txt", "--json"])
      .run(in: context)
  }

  func makeImage(_ access: ImageAccess? = nil) async throws {
    var manifest = ImageManifest(
      name: "debian-12", os: .init(id: "debian", version: "12"), arch: "x86_64",
      digest: "sha256:abc", size: 1, origin: "built", madeAt: "2030-01-02T03:04:05Z",
      toolVersion: "1")
    manifest.access = access
    let images = ImageStore(home: context.home)
    guard !FileManager.default.fileExists(atPath: images.folder(of: manifest)) else { return }
    try FileManager.default.createDirectory(
      atPath: images.folder(of: manifest), withIntermediateDirectories: true)
    try await QemuImg.createEmpty(at: images.folder(of: manifest) + "/disk.qcow2", sizeGiB: 1)
    try JSONEncoder().encode(manifest)
      .write(to: URL(filePath: images.folder(of: manifest) + "/manifest.json"))
  }

  func run(
    _ id: CaseID? = nil, keep: RunCommand.Keep = .never, isCold: Bool = false
  ) async throws -> CaseRunner.Ended {
    try await makeImage()
    let id = id ?? self.id
    return try await CaseRunner(
      context: context, store: context.store(), id: id,
      inputs: RunInputs.resolve(id, suites: [], in: context), limits: LabLimits(), keep: keep,
      lifetime: 60, progress: ProgressLine(), isCold: isCold
    ).run()
  }
}

import CaseModel
import Foundation
import Machines

/// Runs steps of a layer on its disk without a machine: the disk is mounted in namespaces of its own,
/// and the step is run in a chroot(2) there, at the host's speed.
///
/// Only for disks that no machine has ever written to: the host's kernel and its root open the file
/// system. qemu-storage-daemon(1) shows the qcow2 as a file; root mounts that by a loop device, anybody
/// else by fuse2fs(1). Everything ends with the namespaces, also when they are killed.
struct HostChroot: Sendable {
  /// qcow2, an overlay.
  var disk: String
  /// Gets the mount point and the shown disk, for the time of a step.
  var folder: String
  var apt: HostApt
  var authorities: HostAuthorities?

  /// Of this host, as uname(1) says it: a chroot runs no other programs.
  static let arch: String = {
    #if arch(arm64)
      "aarch64"
    #else
      "x86_64"
    #endif
  }()

  /// - Throws: `labFailed` with the last lines of output where this host cannot, or the script fails.
  func run(_ command: GuestCommand) async throws -> GuestResult {
    let output = try await tool(command).output()
    return GuestResult(status: 0, output: Array(output.utf8))
  }

  func tool(_ command: GuestCommand, asRoot: Bool = geteuid() == 0) throws -> ToolCommand {
    var environment = command.environment
    environment["APT_CONFIG"] = "/run/caselab.apt"
    if authorities != nil { environment.merge(HostAuthorities.variables) { $1 } }
    let variables = environment.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
    let options =
      apt.buildOptions
      + (authorities == nil ? [] : ["Acquire::https::CAInfo \"\(HostAuthorities.path)\";"])
    return UserNamespace.command(
      ["sh", "-euc", Self.script, "sh", folder, try blockDevice(), try export()]
        // Should this process be killed, nobody else looks at the time.
        + ["timeout", "--kill-after=5", "\(command.deadline.components.seconds + 30)"]
        + ["env", "-i"] + variables + command.arguments,
      environment: [
        "CASELAB_APT": options.joined(separator: "\n"),
        "CASELAB_AUTHORITIES": authorities == nil ? "" : HostAuthorities.ofHost,
      ],
      deadline: command.deadline, asRoot: asRoot)
  }

  private func blockDevice() throws -> String {
    struct File: Encodable {
      var driver = "file"
      var filename: String
    }
    struct Device: Encodable {
      var driver = "qcow2"
      var name = "disk"
      var discard = "unmap"
      // What is not finished is thrown away: it is written to disk when the layer is sealed.
      var cache = ["no-flush": true]
      var file: File
      enum CodingKeys: String, CodingKey {
        case driver, discard, cache, file
        case name = "node-name"
      }
    }
    return try json(Device(file: File(filename: disk)))
  }

  private func export() throws -> String {
    struct Export: Encodable {
      var type = "fuse"
      var id = "disk"
      var node = "disk"
      var mountpoint: String
      var writable = true
      enum CodingKeys: String, CodingKey {
        case type, id, mountpoint, writable
        case node = "node-name"
      }
    }
    return try json(Export(mountpoint: folder + "/disk.raw"))
  }

  private func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

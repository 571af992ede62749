import CaseModel
import Foundation
import Machines

/// What a node boots from: a disk, and how.
public struct BootSource: Codable, Equatable, Sendable {
  /// qcow2 that the node's overlay stands on.
  public var disk: String
  public var boot: MachineSpec.Boot
  public var cloudInit: Bool
  /// A seed that is there already.
  var seed: String?
  /// An empty overlay of `disk` that is there already, to be copied: quicker than to make one.
  var overlay: String?
  /// Nil: by the agent.
  var access: ImageAccess?
  /// Whether the agent is one of Windows; nil: it is not.
  var isWindows: Bool?
  /// Absolute path of the private key, where the access is SSH.
  var key: String?

  public init(disk: String, boot: MachineSpec.Boot, cloudInit: Bool) {
    self.disk = disk
    self.boot = boot
    self.cloudInit = cloudInit
  }

  /// The image's own disk.
  public init(image: ImageManifest, folder: String) {
    disk = folder + "/" + image.disk
    cloudInit = image.cloudInit
    access = image.access
    isWindows = image.os.isWindows ? true : nil
    key = folder + "/" + ImageAccess.keyFile
    if let kernel = image.kernel, let initrd = image.initrd {
      boot = .kernel(
        path: folder + "/" + kernel, initrd: folder + "/" + initrd,
        arguments: image.kernelArguments ?? "root=/dev/vda rw console=ttyS0")
    } else {
      boot = .disk
    }
  }

  /// With more words on its kernel's command line.
  ///
  /// - Throws: `badInput` where the disk brings a kernel of its own.
  public func adding(_ arguments: [String]) throws -> BootSource {
    guard !arguments.isEmpty else { return self }
    guard case .kernel(let path, let initrd, let own) = boot else {
      throw CaselabError(
        .badInput, "system.kernel_arguments: this image boots the kernel of its own disk",
        hint: "set them inside it, and take them out of the profile")
    }
    var source = self
    source.boot = .kernel(
      path: path, initrd: initrd, arguments: ([own] + arguments).joined(separator: " "))
    return source
  }

  /// The same way to boot from a layer's disk.
  public func on(_ disk: String) -> BootSource {
    var source = self
    source.disk = disk
    return source
  }

  /// How a machine of it is entered.
  ///
  /// - Parameter folder: of the node; what SSH keeps of the machine goes into a folder of it.
  func guestAccess(in folder: String) throws -> GuestAccess {
    switch access {
    case .agent?, nil: return isWindows == true ? .agentOfWindows : .agent
    case Optional.some(.none): return .closed
    case .ssh(let user, let port)?:
      let own = folder + "/" + Self.sshFolder
      // The host key of a machine that is booted anew may be another.
      try Folder.remove(own)
      try Folder.create(own)
      return .ssh(
        SSHAccess(
          user: user, key: key ?? "", guestPort: port, hostPort: try TCPPort.free(), folder: own))
    }
  }

  var isClosed: Bool { access == ImageAccess.none }

  static let sshFolder = "ssh"
}

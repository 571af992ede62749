import Foundation
import Glibc

/// What matters of a libvirt URI: https://libvirt.org/uri.html.
struct ConnectionURI: Equatable, Sendable {
  var text: String
  /// Whether another host's libvirt is meant.
  var isRemote: Bool
  /// Whether it is the system's daemon rather than the user's own.
  var isSystem: Bool

  /// Whether it is QEMU's driver.
  var isQEMU: Bool

  init(_ text: String) {
    self.text = text
    let parts = URLComponents(string: text)
    isRemote = parts?.host?.isEmpty == false
    isQEMU = parts?.scheme?.split(separator: "+").first == "qemu"
    isSystem = parts?.path == "/system"
  }
}

extension LibvirtHypervisor {
  /// Root has no session of its own: libvirt sends it to the system's daemon.
  public static var defaultURI: String { geteuid() == 0 ? "qemu:///system" : "qemu:///session" }
}

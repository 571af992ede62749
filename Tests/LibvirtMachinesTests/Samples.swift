import CaseModel
import Foundation
import Libvirt
import Machines

@testable import LibvirtMachines

extension Owner {
  static let sample = Owner(home: "1f2e3d4c", caseKey: "SUP-1042", run: 3, node: "product")
}

extension MachineSpec {
  static func sample(title: String = "SUP-1042, run 3") -> MachineSpec {
    MachineSpec(
      owner: .sample, uuid: "8a2e6c0e-3d4b-4a53-9a5e-3a7b3c1f9d10", title: title,
      memoryMiB: 1024, cpus: 2, acceleration: .emulation,
      boot: .kernel(
        path: "/home/a/images/x/vmlinuz", initrd: "/home/a/images/x/initrd.img",
        arguments: "root=/dev/vda rw console=ttyS0"),
      disk: .init(path: "/home/a/lab/1/disk.qcow2"), consoleLog: "/home/a/lab/1/console.log")
  }
}

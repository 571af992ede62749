import FoundationXML
import Machines

extension DomainXML {
  /// No graphics, sound, USB or balloon: nothing that a server does not have.
  static func devices(_ spec: MachineSpec) -> [XMLElement] {
    var devices = [
      element("controller", ["type": "usb", "model": "none"]),
      disk(spec.disk),
    ]
    if let seed = spec.seed { devices.append(seedDisk(seed)) }
    if spec.uplink, !spec.isReachedBySSH { devices.append(uplink) }
    devices += spec.ports.map(linkPort)
    devices += [
      serialPort(0, log: spec.consoleLog),
      serialPort(1, log: nil),
      channel(agentChannelName),
      channel(ConsoleKind.identityName),
      element(
        "rng", ["model": "virtio"],
        [element("backend", ["model": "random"], text: "/dev/urandom")]),
      element("memballoon", ["model": "none"]),
      // pvpanic: tells a panic from a power-off.
      element("panic", ["model": "isa"]),
    ]
    return devices
  }

  /// Thrown away with the machine, so never flushed to the host's disk.
  private static func disk(_ disk: MachineSpec.Disk) -> XMLElement {
    element(
      "disk", ["type": "file", "device": "disk"],
      [
        element(
          "driver", ["name": "qemu", "type": "qcow2", "cache": "unsafe", "discard": "unmap"]),
        element("source", ["file": disk.path]),
      ] + (disk.backing.map { [backing($0[...])] } ?? [])
        + [element("target", ["dev": "vda", "bus": "virtio"])])
  }

  /// Named here, because the disks' own headers name files of another host. An empty one ends it.
  private static func backing(_ disks: ArraySlice<String>) -> XMLElement {
    guard let disk = disks.first else { return element("backingStore") }
    return element(
      "backingStore", ["type": "file"],
      [
        element("format", ["type": "qcow2"]), element("source", ["file": disk]),
        backing(disks.dropFirst()),
      ])
  }

  /// As a virtio disk, because a SATA CD-ROM stalls udev under emulation.
  private static func seedDisk(_ path: String) -> XMLElement {
    element(
      "disk", ["type": "file", "device": "disk"],
      [
        element("driver", ["name": "qemu", "type": "raw"]),
        element("source", ["file": path]),
        element("target", ["dev": "vdb", "bus": "virtio"]),
        element("readonly"),
      ])
  }

  /// QEMU's own user-mode network: needs no privileges and no helper.
  private static var uplink: XMLElement {
    element("interface", ["type": "user"], [element("model", ["type": "virtio"])])
  }

  /// A pair of loopback ports: no privileges, no bridge, and nobody else's frames. Without QEMU's own
  /// option ROM, which would only make the boot longer.
  private static func linkPort(_ port: MachineSpec.LinkPort) -> XMLElement {
    element(
      "interface", ["type": "udp"],
      [
        element("mac", ["address": port.mac]),
        element(
          "source", ["address": address(of: port), "port": String(port.switchPort)],
          [
            element("local", ["address": address(of: port), "port": String(port.machinePort)])
          ]),
        element("model", ["type": "virtio"]),
        element("rom", ["enabled": "no"]),
      ])
  }

  static func address(of port: MachineSpec.LinkPort) -> String { port.address ?? "127.0.0.1" }

  /// The log is appended to a file that exists: virtlogd would make it root's, mode 0600.
  private static func serialPort(_ port: Int, log: String?) -> XMLElement {
    var children = [element("target", ["port": String(port)])]
    if let log { children.insert(element("log", ["file": log, "append": "on"]), at: 0) }
    return element("serial", ["type": "pty"], children)
  }

  /// Its socket is where libvirt wants it: a path of ours may be too long for a socket.
  private static func channel(_ name: String) -> XMLElement {
    element(
      "channel", ["type": "unix"],
      [element("target", ["type": "virtio", "name": name])])
  }

  private static var agentChannelName: String { "org.qemu.guest_agent.0" }

  /// Whether a running machine's definition says that somebody in the guest has opened the channel.
  static func agentIsThere(in definition: String) -> Bool {
    XMLRecord.all(in: definition)?.contains { record in
      record.path == "domain/devices/channel/target"
        && record.attributes["name"] == agentChannelName
        && record.attributes["state"] == "connected"
    } ?? false
  }
}

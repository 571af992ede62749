import CaseModel
import FoundationXML
import Machines

/// A machine as libvirt's domain XML: https://libvirt.org/formatdomain.html.
enum DomainXML {
  static func document(for spec: MachineSpec, on host: HostTraits) -> String {
    let root = element(
      "domain", ["type": spec.acceleration == .kvm ? "kvm" : "qemu"],
      [
        element("name", text: spec.owner.machineName),
        element("uuid", text: spec.uuid),
        element("title", text: spec.title.printable()),
        element(
          "metadata",
          [OwnerMark.element(for: spec.owner)]
            + [AccessMark.element(for: spec.access)].compactMap { $0 }),
        element("memory", ["unit": "MiB"], text: String(spec.memoryMiB)),
        element("vcpu", text: String(spec.cpus)),
        operatingSystem(spec.boot),
        element("features", [element("acpi"), element("apic")]),
        processor(spec.acceleration),
        clock,
        // The machine ends with its guest, however that ends: nothing restarts behind our back.
        element("on_poweroff", text: "destroy"),
        element("on_reboot", text: "destroy"),
        element("on_crash", text: "destroy"),
        element("devices", devices(spec)),
      ] + securityLabel(host) + beyondLibvirt(spec))
    let document = XMLDocument(rootElement: root)
    return document.xmlString(options: [.nodePrettyPrint, .nodeCompactEmptyElement])
  }

  private static func operatingSystem(_ boot: MachineSpec.Boot) -> XMLElement {
    let type = element("type", ["arch": "x86_64", "machine": "q35"], text: "hvm")
    return switch boot {
    case .kernel(let path, let initrd, let arguments):
      element(
        "os",
        [
          type, element("kernel", text: path), element("initrd", text: initrd),
          element("cmdline", text: arguments),
        ])
    case .disk: element("os", [type, element("boot", ["dev": "hd"])])
    }
  }

  private static func processor(_ acceleration: Acceleration) -> XMLElement {
    switch acceleration {
    case .kvm: element("cpu", ["mode": "host-passthrough"])
    // All that QEMU can emulate, because newer distributions are built for x86-64-v2 or v3; Debian
    // boots as fast as on qemu64.
    case .emulation: element("cpu", ["mode": "maximum"])
    }
  }

  /// With an HPET an emulated Linux distrusts its TSC and reads the HPET all the time: boots took
  /// twice as long.
  private static var clock: XMLElement {
    element("clock", ["offset": "utc"], [element("timer", ["name": "hpet", "present": "no"])])
  }

  /// `relabel` off: libvirt leaves the owners of our files alone.
  private static func securityLabel(_ host: HostTraits) -> [XMLElement] {
    host.runAs.map { label in
      [
        element(
          "seclabel", ["type": "static", "model": "dac", "relabel": "no"],
          [element("label", text: label)])
      ]
    } ?? []
  }
}

import CaseModel
import FoundationXML
import Machines

extension DomainXML {
  /// A machine that has nothing to boot: its firmware stands still, and QEMU's hubs (qemu(1),
  /// `-netdev hubport`) do the work. It takes 46 MiB of its host and no processor time of its own.
  static func document(for hub: Hub) -> String {
    let root = element(
      "domain", ["type": hub.acceleration == .kvm ? "kvm" : "qemu"],
      [
        element("name", text: hub.owner.machineName),
        element("uuid", text: hub.uuid),
        element("title", text: hub.title.printable()),
        element("metadata", [OwnerMark.element(for: hub.owner)]),
        element("memory", ["unit": "MiB"], text: "16"),
        element("vcpu", text: "1"),
        element("os", [element("type", ["arch": "x86_64", "machine": "q35"], text: "hvm")]),
        element("features", [element("acpi")]),
        element(
          "devices",
          [
            element("controller", ["type": "usb", "model": "none"]),
            element("memballoon", ["model": "none"]),
          ]),
        commandLine(
          hub.links.enumerated().flatMap { link, ports in
            ports.enumerated().flatMap { end, port in self.end(port, "\(link).\(end)", link) }
          }),
      ])
    let document = XMLDocument(rootElement: root)
    return document.xmlString(options: [.nodePrettyPrint, .nodeCompactEmptyElement])
  }

  /// A machine's end of a link: a socket, and its place at the link's hub.
  private static func end(_ port: MachineSpec.LinkPort, _ name: String, _ link: Int) -> [String] {
    let socket =
      "socket,id=line\(name),udp=\(address(of: port)):\(port.machinePort)"
      + ",localaddr=\(address(of: port)):\(port.switchPort)"
    return [
      "-netdev", socket, "-netdev", "hubport,id=hub\(name),hubid=\(link + 1),netdev=line\(name)",
    ]
  }
}

/// Where a device can be plugged into a running machine.
enum RootPorts {
  /// libvirt's name of a PCIe root port without a device; libvirt always leaves one.
  static func free(in definition: String) -> String? {
    guard let records = XMLRecord.all(in: definition) else { return nil }
    var ports: [Int] = []
    var taken: Set<Int> = []
    for record in records {
      switch record.path {
      case "domain/devices/controller"
      where record.attributes["model"] == "pcie-root-port":
        if let index = record.attributes["index"].flatMap({ Int($0) }) { ports.append(index) }
      case let path where path.hasPrefix("domain/devices/") && path.hasSuffix("/address"):
        guard record.attributes["type"] == "pci", let bus = record.attributes["bus"],
          bus.hasPrefix("0x"), let number = Int(bus.dropFirst(2), radix: 16)
        else { continue }
        taken.insert(number)
      default: break
      }
    }
    return ports.sorted().first { !taken.contains($0) }.map { "pci.\($0)" }
  }
}

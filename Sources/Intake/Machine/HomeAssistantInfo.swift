/// Home Assistant's tables: `version | core-2025.3.4`, …, `host_os | Home Assistant OS 15.0`.
enum HomeAssistantInfo {
  static let heads = ["version"]

  static func read(_ printout: inout Printout) -> Int {
    guard printout.text.has("| core-") else { return 0 }
    var (count, end) = (0, 0)
    while count < 200, count - end < 8, let line = printout.line(count), !line.starts("#") {
      if let bar = line.place(of: " | ") {
        let value = line[bar.upperBound...].trimmedSpace
        claim(line[..<bar.lowerBound].trimmedSpace, value, at: count, &printout)
        end = count + 1
      }
      count += 1
    }
    return end
  }

  private static func claim(
    _ key: Substring, _ value: Substring, at offset: Int, _ printout: inout Printout
  ) {
    switch key {
    case "version":
      guard let version = value.after("core-").flatMap(PrintedVersion.plain) else { return }
      printout.claim(.product(name: "home assistant", version: version), at: offset)
    case "arch":
      if let arch = Architecture.name(of: value) { printout.claim(.arch(arch), at: offset) }
    case "timezone":
      if let zone = ZoneText.name(value) { printout.claim(.timezone(zone), at: offset) }
    case "docker" where value.starts("true"):
      printout.claim(.integration(kind: "container", name: "Docker", detail: nil), at: offset)
    case "host_os":
      if let version = value.after("Home Assistant OS ") {
        printout.claim(.os(id: "haos", versions: [String(version)]), at: offset)
      } else if let title = OSTitle(value) {
        printout.claim(title.subject, at: offset)
      }
    default: break
    }
  }
}

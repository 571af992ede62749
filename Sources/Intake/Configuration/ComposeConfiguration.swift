/// Facts of a compose file: the images that run and the zone they run in.
enum ComposeConfiguration {
  static func read(_ file: Directives, _ facts: inout FactCollector) {
    for entry in file.all {
      switch entry.key {
      case "image": image(ContainerImage(entry.value.prefix { $0 != " " }), entry.line, &facts)
      case "tz":
        if let zone = ZoneText.name(entry.value) { facts.add(.timezone(zone), entry.line) }
      case "overwriteprotocol" where entry.value == "https":
        facts.add(.protocol("https"), entry.line, source: .sentence)
      default:
        if entry.key == "-", entry.value == "OVERWRITEPROTOCOL=https" {
          facts.add(.protocol("https"), entry.line, source: .sentence)
        }
        guard entry.key == "-", let zone = entry.value.after("TZ=").flatMap(ZoneText.name) else {
          continue
        }
        facts.add(.timezone(zone), entry.line)
      }
    }
  }

  /// Manifests name images and volumes alike.
  static func kubernetes(_ file: Directives, _ facts: inout FactCollector) {
    guard let first = file["apiversion"] else { return }
    facts.add("container", "Kubernetes", nil, first.line)
    for entry in file.all {
      switch entry.key {
      case "image": subjects(of: ContainerImage(entry.value), entry.line, &facts)
      case "nfs" where entry.value.isEmpty: facts.add("network-storage", "NFS", nil, entry.line)
      default: break
      }
    }
  }

  private static func image(
    _ image: ContainerImage, _ line: Line, _ facts: inout FactCollector
  ) {
    facts.add("container", "Docker", nil, line)
    subjects(of: image, line, &facts)
  }

  private static func subjects(
    of image: ContainerImage, _ line: Line, _ facts: inout FactCollector
  ) {
    for (subject, source, place) in image.subjects {
      facts.add(subject, line, source: source, place: place)
    }
  }
}

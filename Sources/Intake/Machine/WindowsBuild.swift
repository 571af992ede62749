/// `Microsoft Windows [Version 10.0.19045.3930]`, as `ver` prints it in any language.
enum WindowsBuild {
  static let heads = ["microsoft", "version"]

  static func read(_ printout: inout Printout) -> Int {
    let text = printout.text
    if let rest = text.after("Microsoft Windows [") {
      guard rest.last == "]", let build = rest.dropLast().split(separator: " ").last,
        PrintedVersion.isNumeric(build)
      else { return 0 }
      claim(build.split(separator: "."), &printout)
      return 1
    }
    // `Version 22H2 (OS Build 19045.2965)`
    guard let range = text.place(of: "(OS Build "), text.last == ")" else { return 0 }
    claim(["10", "0"] + text[range.upperBound...].dropLast().split(separator: "."), &printout)
    return 1
  }

  private static func claim(_ parts: [Substring], _ printout: inout Printout) {
    guard parts.count >= 3 else { return }
    if parts[2] == "20348" {
      printout.claim(.os(id: "windows-server", versions: ["2022"]))
    } else if let version = desktop(parts[2]) {
      printout.claim(.os(id: "windows", versions: [version]))
    }
  }

  /// Builds that only a desktop has; a server shares the others.
  static func desktop(_ build: Substring) -> String? {
    guard let number = Int(build) else { return nil }
    switch number {
    case 19041...19045: return "10"
    case 22000...22631: return "11"
    default: return nil
    }
  }
}

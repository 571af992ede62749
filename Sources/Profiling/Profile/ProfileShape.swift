import CaseModel

extension Shape {
  /// As wide as a host that somebody has may be; a guest of less does not boot.
  static let memoryMiB = 256...1_048_576

  static let profile = object([
    .required(
      "schema", .text(.one(of: [EnvironmentProfile.currentSchema])), "The format of this file."),
    .required("case", .text(.caseID), "The case's ID."),
    .required("product", wantedProduct, "The software under support."),
    .required(
      "os", os, "What the machine runs: an OS that the catalogue has an image of."),
    .optional("arch", arch, or: .text("x86_64"), "The machine's architecture."),
    .optional(
      "protocols", .list(.text(.name)), or: empty,
      "What is served; tests of other protocols are listed as not applicable."),
    .optional("timezone", .text(.timezone), "A name of the time zone database; UTC without it."),
    .optional("locale", .text(.locale), "The system's locale; the image's without it."),
    .optional("node", node, or: .map(defaultNode), "The size of the product's machine."),
    .optional(
      "system", system, or: .map(["ipv6": .bool(true)]),
      "What of the product's machines differs from their image otherwise."),
    .optional(
      "links", .map(keys: .link, link), or: .map([:]),
      "Network segments; without one the product's machine stands alone."),
    .optional(
      "nodes", .map(keys: .node, companionNode), or: .map([:]),
      "The machines beside the product's, which is always called product."),
    .optional("suites", .list(.text(.name)), or: empty, "The suites that a run runs."),
  ])

  private static let wantedProduct = object([
    .required(
      "name", .text(.name),
      "As the catalogue has it: caselab product list. Of a name that it lacks nothing is installed."
    ),
    .optional(
      "version", .text(.line),
      "As the customer named it; without it the newest that the OS installs."
    ),
    .optional(
      "host", .text(.hostName),
      "The host name that the customer's clients use; server.customer.example without it."),
    .optional(
      "settings", .map(keys: .settingName, .setting), or: .map([:]),
      "Values for the settings that the product declares."),
    .optional(
      "configuration", .text(.any), "Text added to the end of the product's configuration file."),
    .optional(
      "certificate", .text(.certificate),
      "The customer's certificate, as PEM without its key: the server's is made like it."),
  ])

  private static let system = object([
    .optional(
      "variables", .map(keys: .variable, .text(.line)), or: .map([:]),
      "Environment variables of services."),
    .optional(
      "limits",
      .map(keys: .one(of: EnvironmentProfile.SystemWanted.knownLimits), .text(.limit)),
      or: .map([:]),
      "Resource limits of services, in bytes, seconds or a number, as getrlimit(2) has them."),
    .optional(
      "sysctl", .map(keys: .sysctl, .text(.line)), or: .map([:]),
      "Kernel parameters, as sysctl(8) names them."),
    .optional(
      "kernel_arguments", .list(.text(.kernelArgument)), or: .list([]),
      "Words added to the kernel's command line, such as apparmor=0."),
    .optional("ipv6", .bool, or: .bool(true), "false: no device has an IPv6 address."),
  ])

  private static let link = object([
    .required("subnet", .text(.subnet), "Its network: IPv4, or IPv6 and nothing else."),
    .required(
      "nodes", .map(keys: .node, .text(.address)), "Who is on it, with their addresses or auto."),
  ])

  private static let companionNode = object([
    .required(
      "companion", .text(.name),
      "As the catalogue has it: caselab companion list; product for one more node of the product."),
    .optional("host", .text(.hostName), "Its full host name."),
    .optional("os", os, "What it runs; the companion's own choice without it."),
    .optional(
      "settings", .map(keys: .settingName, .setting), or: .map([:]),
      "Values for the settings that the companion declares."),
    .optional(
      "files", .map(keys: .settingName, .text(.any)), or: .map([:]),
      "The customer's own files, by the setting that takes them."),
  ])

  static let defaultNode: [String: YAMLValue] = {
    let size = EnvironmentProfile.NodeSize()
    return [
      "memory_mib": .integer(size.memoryMiB), "cpus": .integer(size.cpus),
      "disk_gib": .integer(size.diskGiB),
    ]
  }()

  static let node = object([
    .optional(
      "memory_mib", .integer(memoryMiB), or: defaultNode["memory_mib"] ?? .integer(1024),
      "Memory in MiB."),
    .optional("cpus", .integer(1...64), or: defaultNode["cpus"] ?? .integer(2), "Virtual CPUs."),
    .optional(
      "disk_gib", .integer(2...4096), or: defaultNode["disk_gib"] ?? .integer(8),
      "What the disk may grow to, in GiB."),
  ])
}

extension Rule {
  static let variable = Rule(
    expected: "a variable's name of letters, digits and _", pattern: "^[A-Za-z_][A-Za-z0-9_]{0,63}$"
  ) { text in
    (1...64).contains(text.utf8.count) && text.utf8.first?.isIn("0123456789") == false
      && text.utf8.allSatisfy { $0.isLetterOrDigit || $0.isIn("_") }
  }
  static let limit = Rule(
    expected: "a number or unlimited", pattern: "^([0-9]{1,18}|unlimited)$"
  ) { text in
    text == "unlimited"
      || (1...18).contains(text.utf8.count) && text.utf8.allSatisfy { $0.isIn("0123456789") }
  }
  /// None that says what is booted: that is the lab's.
  static let kernelArgument = Rule(
    expected: "a kernel argument like apparmor=0, and not console, init, panic, rdinit or root",
    pattern:
      "^(?!(console|init|panic|rdinit|root)=)[a-zA-Z0-9][A-Za-z0-9_.-]*(=[A-Za-z0-9_.,:/@-]*)?$"
  ) { text in
    let name = text.split(separator: "=", maxSplits: 1)[..<1].joined()
    return text.utf8.count <= 128 && name.utf8.first?.isLetterOrDigit == true
      && !["console", "init", "panic", "rdinit", "root"].contains(name)
      && name.utf8.allSatisfy { $0.isLetterOrDigit || $0.isIn("_.-") }
      && text.dropFirst(name.count + 1).utf8.allSatisfy {
        $0.isLetterOrDigit || $0.isIn("_.,:/@-")
      }
  }
  static let sysctl = Rule(
    expected: "a kernel parameter like net.ipv4.tcp_sack",
    pattern: "^[a-z0-9][A-Za-z0-9_-]*([./][A-Za-z0-9_:-]+)+$"
  ) { text in
    text.utf8.count <= 128 && text.utf8.first?.isLetterOrDigit == true
      && text.contains { $0 == "." || $0 == "/" } && !text.contains("..")
      && text.utf8.allSatisfy { $0.isLetterOrDigit || $0.isIn("_.:/-") }
  }
  static let caseID = Rule(
    expected: "a case ID like SUP-1042", pattern: "^[A-Za-z0-9#][A-Za-z0-9._/#-]{0,63}$"
  ) { (try? CaseID($0)) != nil }
  /// A name of the time zone database, which is a path: no way out of it.
  static let timezone = Rule(
    expected: "a time zone like Europe/Berlin or UTC",
    pattern: "^[A-Za-z0-9][A-Za-z0-9_+-]*(/[A-Za-z0-9][A-Za-z0-9_+-]*)*$"
  ) { text in
    text.utf8.count <= 64
      && text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
        part.utf8.first?.isLetterOrDigit == true
          && part.utf8.allSatisfy { $0.isLetterOrDigit || $0.isIn("_+-") }
      }
  }
  static let locale = Rule(
    expected: "a locale like de_DE.UTF-8", pattern: "^[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}$"
  ) { text in
    (1...64).contains(text.utf8.count) && text.utf8.first?.isLetterOrDigit == true
      && text.utf8.allSatisfy { $0.isLetterOrDigit || $0.isIn("_.@-") }
  }
}

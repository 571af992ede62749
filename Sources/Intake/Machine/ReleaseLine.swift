/// One line that names the whole system: `/etc/redhat-release`, `/etc/issue`, a login's greeting.
enum ReleaseLine {
  static let heads = [
    "red", "centos", "rocky", "almalinux", "oracle", "fedora", "amazon", "suse", "opensuse",
    "debian", "ubuntu", "raspbian", "welcome", "microsoft", "windows", "solaris", "alpine",
  ]

  static func read(_ printout: inout Printout) -> Int {
    let text = printout.text
    guard text.utf8.count <= 160 else { return 0 }
    if let greeting = text.after("Welcome to ") {
      guard let open = greeting.place(of: " (GNU/Linux "), greeting.hasSuffix(")"),
        let title = OSTitle(greeting[..<open.lowerBound])
      else { return 0 }
      claim(title, &printout)
      if let word = greeting[open.upperBound...].dropLast().split(separator: " ").last,
        let arch = Architecture.name(of: word)
      {
        printout.claim(.arch(arch))
      }
      return 1
    }
    let isAsked = printout.command == .plain || !printout.isLetter
    guard isAsked || isPrinted(text), let title = OSTitle(withoutMachine(text)) else { return 0 }
    claim(title, &printout)
    for (suffix, arch) in [
      (" (x86_64)", "x86_64"), (" (aarch64)", "aarch64"), ("SPARC", "sparc64"),
    ]
    where text.hasSuffix(suffix) {
      printout.claim(.arch(arch))
    }
    return 1
  }

  private static func claim(_ title: OSTitle, _ printout: inout Printout) {
    printout.claim(.os(id: title.id, versions: title.version.map { [$0] } ?? []))
  }

  /// People write `Debian GNU/Linux 12` too; these forms are a machine's.
  private static func isPrinted(_ text: Substring) -> Bool {
    text.has(" release ") || text.has("\\n") || text.hasSuffix(" X86")
      || text.hasSuffix(" SPARC") || (text.starts("SUSE Linux ") && text.hasSuffix(")"))
  }

  /// `Oracle Solaris 10 1/13 s10x_u11wos_24a X86`: release and build are not the version.
  private static func withoutMachine(_ text: Substring) -> Substring {
    guard text.has("Solaris "), let number = text.place(of: "Solaris ") else {
      return text
    }
    return text[..<number.upperBound] + text[number.upperBound...].prefix { $0 != " " }
  }
}

/// `7200-05-03-2148`, `7.2.0.0`
enum Oslevel {
  static func version(_ word: Substring) -> String? {
    let parts = word.split { $0 == "-" || $0 == "." }
    guard parts.allSatisfy({ $0.utf8.allSatisfy(\.isDigitByte) }), let first = parts.first else {
      return nil
    }
    if word.contains("-"), first.count == 4 {
      return "\(first.prefix(1)).\(first.dropFirst().prefix(1))"
    }
    return parts.count >= 2 && first.count == 1 ? "\(first).\(parts[1])" : nil
  }
}

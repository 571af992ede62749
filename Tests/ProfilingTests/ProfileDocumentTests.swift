import CaseModel
import Testing

@testable import Profiling

@Suite struct ProfileDocumentTests {
  private var full: EnvironmentProfile {
    var profile = EnvironmentProfile(
      case: "#311", product: .init(name: "ftpserver", version: "1.10"),
      os: .init(id: "debian", version: "12"))
    profile.product.settings = ["max_clients": .integer(5), "passive_ports": .string("1-2")]
    profile.product.configuration = "MaxInstances 5\n"
    profile.protocols = ["ftp", "sftp"]
    profile.timezone = "Europe/Berlin"
    profile.locale = "de_DE.UTF-8"
    profile.system.variables = ["MODE": "a b"]
    profile.system.limits = ["nofile": "1024"]
    profile.system.sysctl = ["net.ipv4.tcp_sack": "0"]
    profile.system.ipv6 = false
    profile.system.kernelArguments = ["apparmor=0", "audit"]
    profile.suites = ["transfer"]
    return profile
  }

  @Test func isWrittenInAFixedOrder() throws {
    let yaml = try ProfileDocument.write(full)
    #expect(
      yaml == ProfileDocument.header + """
        schema: caselab.profile/1
        case: '#311'
        product:
          name: ftpserver
          version: '1.10'
          settings:
            max_clients: 5
            passive_ports: 1-2
          configuration: |
            MaxInstances 5
        os:
          id: debian
          version: '12'
        arch: x86_64
        protocols: [ftp, sftp]
        timezone: Europe/Berlin
        locale: de_DE.UTF-8
        node:
          memory_mib: 1024
          cpus: 2
          disk_gib: 8
        system:
          variables:
            MODE: a b
          limits:
            nofile: '1024'
          sysctl:
            net.ipv4.tcp_sack: '0'
          kernel_arguments: [apparmor=0, audit]
          ipv6: false
        suites: [transfer]

        """)
    #expect(try ProfileDocument.parse(yaml, file: "p.yaml") == full)
  }

  @Test(arguments: [
    ("system: { variables: { 1MODE: x } }", "key \"1MODE\" is not a variable's name"),
    ("system: { variables: { MODE: \"a\\nb\" } }", "expected one line"),
    ("system: { limits: { files: 3 } }", "key \"files\" is not as, core"),
    ("system: { limits: { nofile: many } }", "expected a number or unlimited"),
    ("system: { sysctl: { \"net..x\": 1 } }", "is not a kernel parameter"),
    ("system: { sysctl: { \"-w\": 1 } }", "is not a kernel parameter"),
    ("system: { kernel_arguments: [root=/dev/x] }", "expected a kernel argument"),
    ("system: { kernel_arguments: [\"a b\"] }", "expected a kernel argument"),
    ("system: { ipv6: maybe }", "expected true or false"),
  ])
  func aSlipInTheSystemIsTold(_ yaml: String, _ expected: String) throws {
    let text = try ProfileDocument.write(full).replacing(
      /(?m)^system:\n(?: .*\n)*/, with: yaml + "\n")
    #expect {
      try ProfileDocument.parse(text, file: "p.yaml")
    } throws: {
      ($0 as? CaselabError)?.message.contains(expected) == true
    }
  }

  @Test func whateverTheCustomerWroteComesBackAsItWas() throws {
    var generator = SeededGenerator(seed: 7)
    let alphabet: [Character] =
      Array(
        "ab \n\t:#-?&*!|>'\"%@`{}[],~\\é東\u{1b}\u{202e}\u{7f}\u{85}\u{2028}\r\u{fffe}👩")
      + [
        "\r\n", "---\n", "null", "true", "0x1F", "1e3", "2024-01-01", "<<", "=", "*a &a",
      ].flatMap { Array($0) }
    for _ in 0..<400 {
      var profile = full
      func text() -> String {
        String(
          (0..<Int.random(in: 0...24, using: &generator)).map { _ in
            alphabet.randomElement(using: &generator) ?? "a"
          })
      }
      profile.product.configuration = text()
      profile.product.version = text().printable()
      if profile.product.version?.isEmpty == true { profile.product.version = "1" }
      let yaml = try ProfileDocument.write(profile)
      #expect(!yaml.unicodeScalars.contains { $0 == "\u{1b}" || $0 == "\u{202e}" })
      let back: EnvironmentProfile
      do {
        back = try ProfileDocument.parse(yaml, file: "p.yaml")
      } catch {
        // The one kind of text that is refused rather than read: it looks like an alias.
        #expect(error.message.contains("an anchor"), "\(error)")
        continue
      }
      let same = back == profile
      #expect(same, "\(yaml.debugDescription)")
    }
  }

  @Test func aProfileIsHeldAgainstTheCatalogueAllAtOnce() throws {
    let folder = try FixtureFolder()
    let yaml = """
      schema: caselab.profile/1
      case: SUP-1
      product:
        name: ftpserver
        settings: { colour: red, require_tls: 1, max_clients: many, passive_ports: "1-2; rm" }
      os: { id: rhel, version: '8.6' }
      protocols: [ftp, scp]
      suites: [transfer, speed]
      """
    #expect {
      try ProfileDocument.parse(yaml, file: "p.yaml", against: folder.loaded())
    } throws: { error in
      (error as? CaselabError)?.message == """
        profile "p.yaml" has 8 problems
          p.yaml:5:23: product.settings.colour: product "ftpserver" has no such setting; it has \
        max_clients, passive_ports, require_tls
          p.yaml:5:41: product.settings.require_tls: expected true or false, got "1"
          p.yaml:5:57: product.settings.max_clients: expected a whole number, got "many"
          p.yaml:5:78: product.settings.passive_ports: expected text like "[0-9]+-[0-9]+", got "1-2; rm"
          p.yaml:6:5: os: no image of "rhel 8.6" for x86_64; there are debian 11 x86_64, debian 12 \
        x86_64, debian 13 x86_64
          p.yaml:6:11: os.id: product "ftpserver" installs on debian, got "rhel"
          p.yaml:7:18: protocols[1]: product "ftpserver" serves ftp, ftps, sftp, got "scp"
          p.yaml:8:20: suites[1]: suite "speed" is not in the catalogue; known are: transfer
        """
    }
  }

  @Test func aProfileThatTheCatalogueCanBuildPasses() throws {
    let folder = try FixtureFolder()
    try ProfileDocument.check(full, against: folder.loaded())
  }

  @Test func whatAnUnknownProductShouldServeIsOneOfTheProblems() throws {
    let folder = try FixtureFolder()
    var profile = full
    profile.product.name = "other"
    profile.os.version = "99"
    #expect {
      try ProfileDocument.check(profile, against: folder.loaded())
    } throws: { error in
      let message = (error as? CaselabError)?.message ?? ""
      return message.contains(
        "protocols: product \"other\" is not in the catalogue, so this is for nothing that is built; known are: ftpserver"
      )
        && message.contains("no image of \"debian 99\"")
    }
  }
}

/// SplitMix64: the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

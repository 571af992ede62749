import Foundation
import Machines
import Synchronization
import SyntheticMachines
import Testing

@testable import CaseModel
@testable import Lab

/// What a node with Windows is told. No Windows answers here: what PowerShell makes of the scripts is
/// not shown.
@Suite struct WindowsNodeTests {
  /// A script as it went to PowerShell.
  private struct Told: Decodable {
    var environment: [String: String]
    var script: String
  }

  private final class Log: Sendable {
    let told = Mutex<[Told]>([])
    let others = Mutex<[[String]]>([])
    func add(_ command: GuestCommand) -> Told? {
      guard command.arguments.first == "powershell.exe",
        let told = try? JSONDecoder().decode(Told.self, from: Data(command.input))
      else {
        others.withLock { $0.append(command.arguments) }
        return nil
      }
      self.told.withLock { $0.append(told) }
      return told
    }
    func find(_ script: String) -> Told? { told.withLock { $0.first { $0.script == script } } }
  }

  private let log = Log()

  private var product: Product {
    var product = Sample.product
    product.shell = .powershell
    product.os = ["windows-server"]
    product.shares = []
    return product
  }

  private var profile: EnvironmentProfile {
    var profile = Sample.profile
    profile.os = .init(id: "windows-server", version: "2022")
    profile.timezone = "Europe/Berlin"
    profile.system.variables = ["MODE": "a 'b' $c"]
    return profile
  }

  private func guest(
    _ answer: @escaping @Sendable (String) -> String? = { _ in nil }
  ) async throws -> any Guest {
    let log = log
    var spec = MachineSpec(
      owner: Sample.owner, uuid: "u", title: "t", memoryMiB: 1, cpus: 1,
      acceleration: .emulation, boot: .disk, disk: .init(path: "/d"), consoleLog: "/c")
    spec.access = .agentOfWindows
    let machine = try await SyntheticHypervisor { command in
      guard let told = log.add(command), let text = answer(told.script) else { return nil }
      return GuestResult(status: 0, output: Array(text.utf8))
    }.start(spec)
    return try await machine.guest(within: .seconds(1))
  }

  private func deployment(
    _ guest: any Guest, _ profile: EnvironmentProfile
  ) throws -> (Deployment, EnvironmentLayout) {
    let layout = try EnvironmentLayout(
      profile: profile, product: product, companions: Sample.companions, run: 1)
    let node = try #require(layout.topology.node("product"))
    return (
      Deployment(
        layout, node: node, package: nil, version: nil, guest: guest, limits: LabLimits(),
        note: { _ in }), layout
    )
  }

  @Test func allOfItIsDoneByPowerShellWithoutTheVariablesOfLinux() async throws {
    let guest = try await guest()
    var profile = profile
    profile.nodes = ["client": .init(companion: "client")]
    profile.links = [
      "inside": .init(subnet: "10.0.0.0/24", nodes: ["product": "auto", "client": "auto"])
    ]
    let (deployment, _) = try deployment(guest, profile)
    let authority = [SharedFile(path: "/etc/caselab/tls/ca.pem", mode: "0644", bytes: [1])]
    #expect(try await deployment.prepare(authority: authority) == authority)
    try await deployment.configure()
    #expect(try await deployment.start() == nil)
    #expect(try await deployment.connections() == ConnectionTrace(""))
    #expect(log.others.withLock { $0 }.isEmpty, "not by PowerShell")
    for told in log.told.withLock({ $0 }) {
      #expect(told.environment["PATH"] == nil && told.environment["HOME"] == nil)
      #expect(!told.script.contains("a 'b'") && !told.script.contains("10.0.0.10"))
    }
    #expect(
      log.find(WindowsScripts.prepare)?.environment["CASELAB_WINDOWS_ZONE"]
        == "W. Europe Standard Time")
    #expect(log.find(WindowsScripts.variables)?.environment["MODE"] == "a 'b' $c")
    let network = try #require(log.find(WindowsScripts.network)).environment
    #expect(network["CASELAB_NETWORK"]?.hasSuffix(" inside 10.0.0.10 24") == true)
    #expect(network["CASELAB_HOSTS"]?.contains("10.0.0.20 client.") == true)
    for script in ["make keys", "systemctl start exampled", "check"] {
      #expect(log.find(script) != nil, "\(script) was not run")
    }
    #expect(try await guest.read("/etc/caselab/tls/ca.pem", offset: 0, limit: 9) == [1])
    #expect(try await !guest.read(StepEnvironment.description, offset: 0, limit: 9).isEmpty)
  }

  @Test func itsFactsAreReadByPowerShellToo() async throws {
    let guest = try await guest { script in
      switch script {
      case WindowsScripts.facts:
        "os=windows-server 2022\r\narch=x86_64\r\ncpus=2\r\ntimezone=W. Europe Standard Time\r\n"
          + "links=none\r\nports=21 3389\r\nvariable MODE=a 'b' $c\r\n"
      case "exampled -v": "exampled 1.2b\r\n"
      default: nil
      }
    }
    let (deployment, layout) = try deployment(guest, profile)
    let verification = Verification(
      layout, node: try #require(layout.topology.node("product")), guest: guest,
      environment: deployment.environment)
    let facts = try await verification.facts(os: profile.os)
    #expect(facts.count == 8 && facts.allSatisfy { $0.status == .confirmed }, "\(facts)")
    #expect(facts.first { $0.fact == "timezone" }?.observation == "Get-TimeZone")
    #expect(try await verification.runningVersion() == "1.2b")
    #expect(log.others.withLock { $0 }.isEmpty)
  }

  @Test func whatWindowsHasNotIsRefused() async throws {
    var profile = profile
    profile.system.sysctl = ["net.ipv4.tcp_sack": "0"]
    let (deployment, _) = try deployment(try await guest(), profile)
    let error = await #expect(throws: CaselabError.self) {
      try await deployment.prepare(authority: [])
    }
    #expect(error?.code == .badInput)
    #expect(error?.message.hasPrefix("Windows has no sysctl") == true)
  }

  @Test func itsLogsAreFetched() async throws {
    let guest = try await guest { script in
      script == WindowsScripts.files ? "5 /ProgramData/x/a.log\r\nx y\r\n7 C:\\b.log\r\n" : "said"
    }
    try await guest.write(Array("hello".utf8), to: "/ProgramData/x/a.log", mode: "0644")
    let scratch = try Scratch()
    let (files, problems) = try await Collection(
      guest: guest, limits: LabLimits(), folder: scratch.root
    ).collect(product, suites: [])
    #expect(problems.isEmpty, "\(problems)")
    #expect(
      Set(files.map(\.name)) == [
        "logs/ProgramData/x/a.log", "configuration/ProgramData/x/a.log", "journal.log",
        "packages.txt",
      ])
    #expect(
      log.find(WindowsScripts.files)?.environment["CASELAB_GLOBS"] == "/var/log/exampled/*.log")
  }

  @Test func itsImageIsToldByItsOS() throws {
    let image = ImageManifest(
      name: "w", os: .init(id: "windows-server", version: "2022"), arch: "x86_64",
      digest: "sha256:0", size: 1, origin: "imported from w", madeAt: "", toolVersion: "")
    #expect(try BootSource(image: image, folder: "/i").guestAccess(in: "/n") == .agentOfWindows)
  }

  @Test func zonesAreTranslatedBothWays() {
    #expect(WindowsZone.id(ofName: "Asia/Tokyo") == "Tokyo Standard Time")
    #expect(WindowsZone.id(ofName: "Etc/UTC") == "UTC")
    #expect(WindowsZone.id(ofName: "Europe/Vienna") == nil)
    #expect(WindowsZone.name(ofID: "Tokyo Standard Time") == "Asia/Tokyo")
  }
}

import Machines
import Synchronization
import SyntheticMachines
import Testing

@testable import CaseModel
@testable import Lab

@Suite struct NodeSystemTests {
  private func guest(_ script: @escaping SyntheticHypervisor.Script) async throws -> any Guest {
    let machine = try await SyntheticHypervisor(script: script).start(
      MachineSpec(
        owner: Sample.owner, uuid: "u", title: "t", memoryMiB: 1, cpus: 1,
        acceleration: .emulation, boot: .disk, disk: .init(path: "/d"), consoleLog: "/c"))
    return try await machine.guest(within: .seconds(1))
  }

  private let wanted = {
    var wanted = EnvironmentProfile.SystemWanted()
    wanted.variables = ["MODE": "a \"b\" $(c)"]
    wanted.limits = ["nofile": "333", "core": "unlimited"]
    wanted.sysctl = ["net.ipv4.ip_local_port_range": "40000 41000"]
    wanted.kernelArguments = ["apparmor=0", "quiet"]
    return wanted
  }()

  @Test func valuesReachTheGuestAsArgumentsAndAsAFile() async throws {
    let commands = Mutex<[[String]]>([])
    let guest = try await guest { command in
      commands.withLock { $0.append(command.arguments) }
      return nil
    }
    try await NodeSystem(wanted: wanted, guest: guest).apply()
    let called = commands.withLock { $0 }
    #expect(called.contains { $0.last == "net.ipv4.ip_local_port_range=40000 41000" })
    #expect(called.contains(["systemctl", "set-environment", "MODE=a \"b\" $(c)"]))
    let file = try await guest.read(
      "/etc/systemd/system.conf.d/caselab.conf", offset: 0, limit: 1 << 20)
    #expect(
      String(decoding: file, as: UTF8.self)
        == "[Manager]\nDefaultLimitCORE=infinity\nDefaultLimitNOFILE=333\n")
  }

  @Test func whatTheKernelDoesNotTakeIsTheProfilesFault() async throws {
    let guest = try await guest { command in
      command.arguments.first == "sysctl"
        ? GuestResult(status: 1, errors: Array("cannot stat /proc/sys/net/no\u{1B}".utf8)) : nil
    }
    await #expect {
      try await NodeSystem(wanted: wanted, guest: guest).apply()
    } throws: {
      let error = $0 as? CaselabError
      return error?.code == .badInput && error?.message.contains("system.sysctl") == true
        && error?.message.contains("\u{1B}") == false
    }
  }

  @Test func eachValueIsReadBackAndHeldAgainstTheProfile() async throws {
    let answer = """
      sysctl net.ipv4.ip_local_port_range=40000\t41000
      cmdline=root=/dev/vda rw apparmor=0 quieter
      limit NOFILE=1024
      limit CORE=unlimited
      limit AS=unlimited
      variable HOME=/root
      """
    let guest = try await guest { _ in GuestResult(status: 0, output: Array(answer.utf8)) }
    let facts = try await NodeSystem(wanted: wanted, guest: guest).facts()
    #expect(
      facts.map { "\($0.fact) \($0.status)" } == [
        "kernel argument apparmor=0 confirmed", "kernel argument quiet unconfirmed",
        "sysctl net.ipv4.ip_local_port_range confirmed", "limit core confirmed",
        "limit nofile different", "variable MODE unconfirmed",
      ])
  }

  @Test func kernelArgumentsAreOfImagesWhoseKernelTheLabHas() throws {
    var source = BootSource(
      disk: "/d", boot: .kernel(path: "/k", initrd: "/i", arguments: "rw"), cloudInit: false)
    #expect(
      try source.adding(["apparmor=0", "x"]).boot
        == .kernel(path: "/k", initrd: "/i", arguments: "rw apparmor=0 x"))
    source.boot = .disk
    #expect(try source.adding([]) == source)
    #expect(throws: CaselabError.self) { try source.adding(["x"]) }
  }

  @Test func withoutAnythingNothingIsAsked() async throws {
    let guest = try await guest { command in
      Issue.record("called \(command.arguments)")
      return nil
    }
    let nothing = NodeSystem(wanted: .init(), guest: guest)
    try await nothing.apply()
    #expect(try await nothing.facts().isEmpty)
  }
}

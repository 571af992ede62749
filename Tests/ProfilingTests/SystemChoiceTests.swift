import CaseModel
import Testing

@testable import Profiling

@Suite struct SystemChoiceTests {
  private func profile(_ files: [(name: String, text: String?)]) throws -> EnvironmentProfile {
    try derived { detail in
      detail.configuration = files.map { name, text in
        .init(kind: "sysctl.conf", name: name, text: text)
      }
    }
  }

  @Test func parametersOfConnectionsAreTakenOverAndThoseOfTheMachineAreTold() throws {
    let profile = try profile([
      (
        "etc/sysctl.conf",
        """
        # net.ipv4.tcp_timestamps = 0
        net.ipv4.tcp_keepalive_time=\t300
        -net/ipv4/ip_local_port_range = 40000\t41000
        vm.nr_hugepages = 4096
        net.ipv4.tcp_sack = $(reboot)
        """
      )
    ])
    #expect(
      profile.system.sysctl == [
        "net.ipv4.tcp_keepalive_time": "300", "net.ipv4.ip_local_port_range": "40000 41000",
      ])
    let row = try #require(profile.fidelity.first { $0.fact == "sysctl.conf" })
    #expect(row.built == "2 of 3 kernel parameters" && row.fidelity == .approximate)
    #expect(row.why?.contains("vm.nr_hugepages") == true)
  }

  @Test func theFileThatIsLoadedLastCounts() throws {
    let profile = try profile([
      ("etc/sysctl.conf", "net.core.somaxconn = 3\n"),
      ("etc/sysctl.d/90-b.conf", "net.core.somaxconn = 2\nnet.ipv6.conf.all.disable_ipv6 = 1\n"),
      ("etc/sysctl.d/10-a.conf", "net.core.somaxconn = 1\n"),
    ])
    #expect(profile.system.sysctl == ["net.core.somaxconn": "3"] && !profile.system.ipv6)
    let rows = profile.fidelity.filter { $0.fact == "sysctl.conf" }
    #expect(rows.map(\.fidelity) == [.equivalent, .approximate, .omitted])
  }

  @Test func whatIsNotWholeChangesNothing() throws {
    let profile = try profile([("sysctl.conf", nil)])
    #expect(profile.system == .init())
    #expect(profile.fidelity.first { $0.fact == "sysctl.conf" }?.fidelity == .omitted)
  }
}

import CaseModel
import Testing

@testable import Profiling

@Suite struct HeardSettingsTests {
  private func profile(
    _ product: String, _ kind: String, _ texts: String?...
  ) throws -> EnvironmentProfile {
    try derived(product, version: nil) { detail in
      detail.configuration = texts.map { .init(kind: kind, text: $0) }
    }
  }

  @Test func whatHoldsForAllIsTakenOver() throws {
    let profile = try profile(
      "proftpd", "proftpd.conf",
      """
      # MaxClients 1
      ServerName "Acme $(reboot)"
      passiveports  50000\t50100
      <Global>
        AllowOverwrite off
        Umask 027 027
      </Global>
      <IfModule mod_tls.c>
        TLSProtocol TLSv1.2
        TLSOptions StdEnvVars NoSessionReuseRequired
      </IfModule>
      <Anonymous ~ftp>
        MaxClients 7
        <Limit WRITE>
          DenyAll
        </Limit>
        TimeoutIdle 9
      </Anonymous>
      UseReverseDNS off
      """)
    #expect(
      profile.product.settings == [
        "passive_ports": .string("50000-50100"), "allow_overwrite": .bool(false),
        "umask": .string("027"), "tls_protocols": .string("TLSv1.2"),
        "tls_session_reuse": .bool(false),
      ])
    let row = try #require(profile.fidelity.first { $0.fact == "proftpd.conf" })
    #expect(row.fidelity == .approximate && row.built?.contains("passive_ports") == true)
  }

  @Test func aMatchOfSSHDHoldsForSomeOnly() throws {
    let profile = try profile(
      "openssh", "sshd_config",
      "KexAlgorithms +diffie-hellman-group14-sha1\nMatch User x\n  MaxAuthTries 1\n")
    #expect(profile.product.settings == ["kex": .string("+diffie-hellman-group14-sha1")])
  }

  @Test func theFirstOfTwoFilesThatSaysItCounts() throws {
    let profile = try profile(
      "proftpd", "proftpd.conf", "MaxClients 3\n", "MaxClients 4\nTimeoutIdle 5\n")
    #expect(
      profile.product.settings == ["max_clients": .integer(3), "timeout_idle": .integer(5)])
  }

  @Test(arguments: [
    ("openssh", "proftpd.conf", "MaxClients 3\n"), ("proftpd", "proftpd.conf", nil),
    ("proftpd", "proftpd.conf", "TLSCipherSuite a;b\nTLSProtocol ALL -SSLv3\nUmask 999\n"),
  ])
  func whatIsAnothersOrNoValueIsLeft(product: String, kind: String, text: String?) throws {
    let profile = try profile(product, kind, text)
    #expect(profile.product.settings.isEmpty)
    #expect(profile.fidelity.first { $0.fact == kind }?.fidelity == .omitted)
  }

  @Test func aBalancerIsSetByItsOwnConfiguration() throws {
    let profile = try derived { detail in
      detail.integrations = [.init(kind: "load-balancer", name: "HAProxy")]
      detail.configuration = [
        .init(
          kind: "haproxy.cfg",
          text: """
            defaults
              mode tcp
              timeout client 30m
            # balance source
            backend ftp
              balance leastconn
              stick on src
              server a 192.0.2.1:21 check send-proxy
            """)
      ]
    }
    #expect(
      profile.nodes["balancer"]?.settings == [
        "algorithm": .string("leastconn"), "idle_timeout": .string("30m"),
        "stickiness": .string("src"), "proxy_protocol": .bool(true),
      ])
    let row = try #require(profile.fidelity.first { $0.fact == "haproxy.cfg" })
    #expect(row.how == "nodes.balancer.settings" && row.built?.contains("algorithm") == true)
  }
}

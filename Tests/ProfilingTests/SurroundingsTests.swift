import CaseModel
import Testing

@testable import Profiling

@Suite struct SurroundingsTests {
  private func profile(
    _ integrations: [InstallationDetail.Integration]
  ) throws -> EnvironmentProfile {
    try derived { detail in
      detail.protocols = ["ftps"]
      detail.integrations = integrations
    }
  }

  @Test func withoutIntegrationsTheProductsMachineStandsAlone() throws {
    let profile = try profile([])
    #expect(profile.links.isEmpty && profile.nodes.isEmpty)
    #expect(!profile.suites.contains("surroundings"))
  }

  @Test func aFirewallStandsBetweenTheClientsAndTheProduct() throws {
    let profile = try profile([
      .init(kind: "firewall"), .init(kind: "nat"), .init(kind: "ldap", name: "OpenLDAP"),
      .init(kind: "proxy", name: "Squid"),
    ])
    #expect(
      profile.nodes.mapValues(\.companion) == [
        "client": "client", "firewall": "nftables", "directory": "openldap", "proxy": "squid",
      ])
    #expect(
      profile.links.mapValues { $0.nodes.keys.sorted() } == [
        "outside": ["client", "firewall", "proxy"],
        "inside": ["directory", "firewall", "product"],
      ])
    #expect(profile.suites == ["file-transfer", "surroundings"])
  }

  @Test func aProxyAloneIsBesideTheWayAndNotInIt() throws {
    let profile = try profile([.init(kind: "proxy", name: "Squid")])
    #expect(
      profile.links.mapValues { $0.nodes.keys.sorted() } == [
        "inside": ["client", "product", "proxy"]
      ])
  }

  @Test func aBalancerBehindAFirewallHasTwoNodesOfTheProduct() throws {
    let profile = try profile([.init(kind: "load-balancer", name: "F5"), .init(kind: "firewall")])
    #expect(
      profile.links.mapValues { $0.nodes.keys.sorted() } == [
        "outside": ["client", "firewall"], "dmz": ["balancer", "firewall"],
        "inside": ["balancer", "product", "product-2"],
      ])
    let row = try #require(profile.fidelity.first { $0.fact == "integration load-balancer" })
    #expect(row.fidelity == .approximate && row.built == "HAProxy load balancer on debian 12")
  }

  @Test func whatTheCustomerSaidBecomesSettings() throws {
    let profile = try profile([
      .init(
        kind: "ldap", name: "OpenLDAP",
        detail: "OpenLDAP with StartTLS, base DN dc=acme,dc=example"),
      .init(kind: "firewall", detail: "The firewall has no NAT; the passive ports are closed."),
    ])
    #expect(profile.nodes["directory"]?.settings["base_dn"] == .string("dc=acme,dc=example"))
    #expect(profile.nodes["directory"]?.settings["tls"]?.text.lowercased() == "starttls")
    #expect(profile.nodes["firewall"]?.settings["nat"] == .bool(false))
    #expect(profile.nodes["firewall"]?.settings["passive_range"] == .string("closed"))
    let row = try #require(profile.fidelity.first { $0.fact == "integration ldap" })
    #expect(row.fidelity == .equivalent && row.how == "node directory")
  }

  @Test func wholeFilesThatTheCustomerSentAreLoadedByTheNodesThatTakeThem() throws {
    var detail = InstallationDetail()
    detail.product = .init(name: "proftpd", version: "1.3.8")
    detail.os = .init(id: "debian", version: "12")
    detail.protocols = ["ftps"]
    detail.integrations = [
      .init(kind: "firewall", name: "iptables"), .init(kind: "ldap"), .init(kind: "proxy"),
    ]
    func sent(_ kind: String, _ text: String?) {
      var file = InstallationDetail.Attachment(kind: kind, name: kind, lines: 3)
      file.text = text
      detail.configuration.append(file)
    }
    let rules = "*filter\n-A FORWARD -j DROP\nCOMMIT\n"
    sent("iptables-save", nil)
    sent("iptables-save", rules)
    sent("ldif", "dn: ou=people,dc=acme,dc=test\nobjectClass: organizationalUnit\n")
    sent("squid.conf", "http_access allow all\nhttp_port 10.0.0.5:8080\n")
    sent("haproxy.cfg", nil)
    let profile = try Profiler.derive(
      detail, case: CaseID("SUP-1"), catalogue: Catalogue(folders: [repositoryProfiles]),
      osinfo: nil)
    #expect(profile.nodes["firewall"]?.files == ["ruleset": rules])
    #expect(profile.nodes["directory"]?.settings["base_dn"] == .string("dc=acme,dc=test"))
    #expect(profile.nodes["proxy"]?.settings["port"] == .integer(8080))
    let rows = profile.fidelity.filter { $0.field?.hasPrefix("configuration") ?? false }
    #expect(rows.map(\.fidelity) == [.omitted, .equivalent, .equivalent, .equivalent, .omitted])
    #expect(rows[1].how == "node firewall, files.ruleset")
    var edited = profile
    edited.nodes["firewall"]?.files = [:]
    let after = try Fidelity.rows(
      of: detail, built: edited, catalogue: Catalogue(folders: [repositoryProfiles]), osinfo: nil)
    #expect(after.first { $0.field == "configuration[1]" }?.fidelity == .omitted)
  }

  @Test(arguments: [
    ("NFS", "nfs"), ("CIFS share", "samba-share"), ("NetApp", "nfs"), ("AWS S3", nil),
    ("MinIO", nil), ("Azure Blob Storage", nil),
  ])
  func storageThatNobodyMountsIsNotRebuiltAsAShare(_ make: String, _ companion: String?) throws {
    let profile = try profile([.init(kind: "network-storage", name: make)])
    #expect(profile.nodes["storage"]?.companion == companion)
    let row = profile.fidelity.first { $0.fact == "integration network-storage" }
    #expect((row?.fidelity == .omitted) == (companion == nil))
  }

  @Test func whatNoCompanionStandsForIsLeftOut() throws {
    let profile = try profile([.init(kind: "antivirus", name: "ClamAV")])
    #expect(profile.nodes.isEmpty)
    let row = try #require(profile.fidelity.first { $0.fact == "integration antivirus" })
    #expect(row.fidelity == .omitted)
  }

  @Test(arguments: [
    ("links: { inside: { subnet: 10.0.0.0/30, nodes: { product: auto } } }", "IPv4 network"),
    ("links: { inside: { subnet: 10.0.0.1/24, nodes: { product: auto } } }", "IPv4 network"),
    ("links: { eth0-is-far-too-long: { subnet: 10.0.0.0/24, nodes: {} } }", "15 small letters"),
    (
      "links: { inside: { subnet: 10.0.0.0/24, nodes: { product: 10.1.0.1 } } }",
      "no node's address"
    ),
    ("links: { inside: { subnet: 10.0.0.0/24, nodes: { product: 10.0.0.254 } } }", "watches"),
    ("links: { inside: { subnet: 10.0.0.0/24, nodes: { ghost: auto } } }", "\"ghost\""),
    (
      "links: { inside: { subnet: '2001:db8::/64', nodes: { product: 10.0.0.1 } } }",
      "no node's address in 2001:db8::/64"
    ),
    ("links: { inside: { subnet: 'fe80::/64', nodes: { product: auto } } }", "2001:db8:77::/64"),
    (
      "system: { ipv6: false }\nlinks: { inside: { subnet: '2001:db8::/64', nodes: { product: auto } } }",
      "has IPv6 only"
    ),
    (
      """
      links: { inside: { subnet: '2001:db8::/64', nodes: { product: auto, ldap: auto } } }
      nodes: { ldap: { companion: openldap } }
      """, "cannot be on a link with IPv6"
    ),
    ("nodes: { directory: { companion: openldap } }", "on no link"),
    ("nodes: { directory: { companion: nothing } }", "not in the catalogue"),
    ("nodes: { fw: { companion: nftables, settings: { nat: maybe } } }", "true or false"),
    ("nodes: { fw: { companion: nftables, settings: { colour: red } } }", "no such setting"),
    ("nodes: { fw: { companion: nftables, settings: { ruleset: x } } }", "\"files\""),
    ("nodes: { fw: { companion: nftables, files: { mtu: x } } }", "takes no such file"),
    ("nodes: { fw: { companion: nftables, os: { id: debian, version: '7' } } }", "no image"),
  ])
  func aSlipInTheTopologyIsTold(_ yaml: String, _ expected: String) throws {
    let catalogue = try Catalogue(folders: [repositoryProfiles])
    let text = """
      schema: caselab.profile/1
      case: SUP-1
      product: { name: proftpd }
      os: { id: debian, version: "12" }
      \(yaml)
      """
    #expect {
      _ = try ProfileDocument.parse(text, file: "p.yaml", against: catalogue)
    } throws: { error in
      "\(error)".contains(expected)
    }
  }
}

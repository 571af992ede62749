import CaseModel
import Testing

@Suite struct IntegrationAnswerTests {
  private func answer(_ text: String) throws -> InstallationDetail {
    try read("Integrations: \(text)")
  }

  @Test(arguments: [
    ("firewall", ["firewall"]), ("HAProxy load balancer", ["load-balancer"]),
    ("LDAP against Active Directory", ["ldap", "active-directory"]),
    ("AD for log-ins", ["active-directory"]),
    ("files are on NFS; ClamAV scans uploads", ["network-storage", "antivirus"]),
    ("two-node cluster with Pacemaker", ["ha"]), ("single sign-on through Keycloak", ["sso"]),
    (
      "- Firewall: FortiGate\n- Proxy: Squid\n- rsyslog to Graylog",
      ["firewall", "proxy", "syslog", "syslog"]
    ),
    (
      "runs in Docker, managed by Ansible, PostgreSQL for quotas",
      ["container", "management", "database"]
    ),
    ("behind NAT", ["nat"]),
  ])
  func whatIsInUseIsRecognised(_ text: String, _ kinds: [String]) throws {
    let detail = try answer(text)
    #expect(detail.kinds == kinds && detail.denied.isEmpty && detail.other.isEmpty)
    #expect(!detail.missing.contains("integrations"))
  }

  @Test func theMakeIsTheNameAndTheLineTheDetail() throws {
    #expect(
      try answer("a pfSense firewall in front").integrations == [
        .init(kind: "firewall", name: "pfSense", detail: "a pfSense firewall in front")
      ])
  }

  @Test(arguments: [
    ("no LDAP, no proxy", ["ldap", "proxy"]),
    ("No Active Directory or LDAP", ["active-directory", "ldap"]),
    ("no LDAP, proxy or SSO", ["ldap", "proxy", "sso"]),
    ("Firewall: none\nProxy: n/a", ["firewall", "proxy"]),
    ("we don't use a proxy", ["proxy"]), ("without any load balancer", ["load-balancer"]),
    ("LDAP - no", ["ldap"]),
    ("None", ["integration"]), ("- none.", ["integration"]), ("n/a", ["integration"]),
  ])
  func aDenialIsAFact(_ text: String, _ kinds: [String]) throws {
    let detail = try answer(text)
    #expect(detail.deniedKinds == kinds && detail.integrations.isEmpty && detail.unclear.isEmpty)
    #expect(detail.denied.allSatisfy { !$0.present })
    #expect(!detail.missing.contains("integrations"))
  }

  @Test func denialAndUseAreToldApartInOneSentence() throws {
    let detail = try answer("LDAP but no proxy, only a firewall and no NAT")
    #expect(detail.kinds == ["ldap", "firewall"] && detail.deniedKinds == ["proxy", "nat"])
    #expect(try answer("not only LDAP").kinds == ["ldap"])
  }

  @Test(arguments: [
    ("no LDAP, proxy", "integrations: proxy | no proxy"),
    ("maybe a firewall", "integrations: firewall | no firewall"),
    ("not sure about a proxy", "integrations: proxy | no proxy"),
  ])
  func whatCanBeReadBothWaysIsUnclear(_ text: String, _ expected: String) throws {
    #expect(try answer(text).unclearFields == [expected])
  }

  @Test func whatIsNotUnderstoodIsKept() throws {
    #expect(try answer("LDAP?").otherTexts == ["Integrations: LDAP?"])
    #expect(try answer("a green box from the attic").otherTexts == ["a green box from the attic"])
    let detail = try answer("no LDAP since the merger")
    #expect(detail.deniedKinds == ["ldap"] && detail.otherTexts == ["no LDAP since the merger"])
  }
}
